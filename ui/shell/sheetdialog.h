#pragma once

#include <QDialog>

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

private:
    QVBoxLayout *m_content;
};

} // namespace stillpoint::ui
