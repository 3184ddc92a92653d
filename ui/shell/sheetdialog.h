#pragma once

#include <QDialog>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace stillpoint::ui {

class Theme;

/// A small window over the main one with a title, scrolling content and Close; Esc closes. Not for questions.
class SheetDialog : public QDialog
{
    Q_OBJECT
public:
    SheetDialog(const Theme &theme, const QString &title, QWidget *parent);
    QVBoxLayout *content() { return m_content; }
    /// The line at the bottom: a stretch, then Close.
    QHBoxLayout *footer() { return m_footer; }
    QPushButton *closeButton() { return m_close; }

private:
    QVBoxLayout *m_content;
    QHBoxLayout *m_footer;
    QPushButton *m_close;
};

} // namespace stillpoint::ui
