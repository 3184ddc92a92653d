#pragma once

#include <QFrame>

class QLineEdit;
class QListWidget;

namespace stillpoint::ui {

class Theme;

/// A small list that opens under a button and is narrowed by typing. Enter or a click chooses, Escape closes.
/// Deletes itself when closed.
class SearchPopup final : public QFrame
{
    Q_OBJECT
public:
    struct Item
    {
        QString id;
        QString text;
    };
    SearchPopup(const Theme &theme, const QString &label, const QList<Item> &items, QWidget *parent);
    void openBelow(const QWidget *anchor);

Q_SIGNALS:
    void chosen(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void narrow(const QString &text);
    void choose();

    const Theme &m_theme;
    QLineEdit *m_search;
    QListWidget *m_list;
};

} // namespace stillpoint::ui
