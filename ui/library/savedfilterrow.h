#pragma once

#include <QAbstractButton>

namespace stillpoint::ui {

class Theme;

/// A saved filter in the left pane: its name and how many articles it finds now. F2 and Del, or the menu, ask
/// for another name or for its end.
class SavedFilterRow final : public QAbstractButton
{
    Q_OBJECT
public:
    SavedFilterRow(const Theme &theme, const QString &name, QWidget *parent);

    void setCount(int count);
    QSize sizeHint() const override;

Q_SIGNALS:
    void renameWanted();
    void removeWanted();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    const Theme &m_theme;
    QString m_count;
};

} // namespace stillpoint::ui
