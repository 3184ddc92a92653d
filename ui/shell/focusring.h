#pragma once

#include <QObject>
#include <QPointer>

class QFocusFrame;
class QWidget;

namespace stillpoint::ui {

class Theme;

/// The one focus indicator: a 2-px accent ring with a 2-px gap around whatever has the keyboard focus.
/// Follows the focus of the window it is made for; lists and fields that draw their own focus are left alone.
class FocusRing final : public QObject
{
    Q_OBJECT
public:
    FocusRing(const Theme &theme, QWidget *window);

private:
    void follow(QWidget *widget);

    const Theme &m_theme;
    QWidget *m_window;
    QPointer<QFocusFrame> m_frame; ///< moves into the area that it follows into, and may go with it
};

} // namespace stillpoint::ui
