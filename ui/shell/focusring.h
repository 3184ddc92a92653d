#pragma once

#include <QFocusFrame>

namespace stillpoint::ui {

class Theme;

/// The one focus indicator: a 2-px accent ring with a 2-px gap around whatever has the keyboard focus.
/// Follows the focus of the window it is made for; lists and fields that draw their own focus are left alone.
class FocusRing final : public QFocusFrame
{
    Q_OBJECT
public:
    FocusRing(const Theme &theme, QWidget *window);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void follow(QWidget *widget);

    const Theme &m_theme;
};

} // namespace stillpoint::ui
