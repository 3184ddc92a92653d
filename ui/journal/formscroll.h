#pragma once

#include <QScrollArea>

namespace stillpoint::ui {

/// Scrolls a form vertically and shows what gets the keyboard focus, however it gets it.
class FormScroll final : public QScrollArea
{
    Q_OBJECT
public:
    explicit FormScroll(QWidget *parent);
    int barWidth() const; ///< what the scroll bar takes of the width now

Q_SIGNALS:
    void barWidthChanged();

protected:
    bool viewportEvent(QEvent *event) override;

private:
    void follow(QWidget *focused);
};

} // namespace stillpoint::ui
