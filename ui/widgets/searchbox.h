#pragma once

#include <QLineEdit>

namespace stillpoint::ui {

class Theme;

/// A field to search in; `purpose` is its name and placeholder. Esc empties it first.
class SearchBox final : public QLineEdit
{
    Q_OBJECT
public:
    SearchBox(const Theme &theme, const QString &purpose, QWidget *parent);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void restyle();

    const Theme &m_theme;
    QAction *m_lens;
    QAction *m_clear;
};

} // namespace stillpoint::ui
