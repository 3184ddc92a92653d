#pragma once

#include <QDialog>
#include <QPointer>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace stillpoint::ui {

class Scrim;
class Theme;

/// A small window over the main one, which it dims, with a title, scrolling content and Close; Esc closes.
/// Not for questions.
class SheetDialog : public QDialog
{
    Q_OBJECT
public:
    SheetDialog(const Theme &theme, const QString &title, QWidget *parent);
    QVBoxLayout *content() { return m_content; }
    /// The line at the bottom: a stretch, then Close.
    QHBoxLayout *footer() { return m_footer; }
    QPushButton *closeButton() { return m_close; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QPointer<Scrim> m_scrim;
    QVBoxLayout *m_content;
    QHBoxLayout *m_footer;
    QPushButton *m_close;
};

} // namespace stillpoint::ui
