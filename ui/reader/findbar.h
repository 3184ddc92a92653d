#pragma once

#include "ui/reader/readerview.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace stillpoint::ui {

class Theme;

/// Find in the article: field, "2 of 5", previous and next. Enter and Shift+Enter step, Esc closes.
class FindBar final : public QWidget
{
    Q_OBJECT
public:
    FindBar(const Theme &theme, QWidget *parent);
    void open();      ///< shows it and selects what was searched last
    void findAgain(); ///< the article is another, or has other text
    QString text() const;
    void setCount(const FindCount &count);

Q_SIGNALS:
    void wanted(const QString &text, bool backwards); ///< empty text: nothing is to be marked
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QLineEdit *m_field;
    QLabel *m_count;
};

} // namespace stillpoint::ui
