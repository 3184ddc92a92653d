#pragma once

#include <QWidget>

namespace stillpoint::ui {

/// The flat dimming of what lies below a sheet or a drawer. Keeps the size of what it covers; hidden at
/// first.
class Scrim : public QWidget
{
    Q_OBJECT
public:
    explicit Scrim(QWidget *covered);

Q_SIGNALS:
    void pressed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace stillpoint::ui
