#include "ui/widgets/chip.h"

#include "ui/shell/theme.h"
#include "ui/widgets/marks.h"

namespace stillpoint::ui {

namespace {
constexpr int iconSide = 14;
constexpr int textGap = 4; ///< added to Qt's own gap between icon and text
} // namespace

Chip::Chip(const Theme &theme, const QString &text, QWidget *parent)
    : QPushButton(text, parent)
    , m_theme(theme)
{
    setCheckable(true);
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    setProperty("kind", QStringLiteral("chip"));
    setAccessibleName(text);
    connect(this, &QPushButton::toggled, this, &Chip::redraw);
    connect(&theme, &Theme::changed, this, &Chip::redraw);
    redraw();
}

void Chip::setMark(int mark)
{
    m_mark = mark;
    redraw();
}

void Chip::redraw()
{
    const int side = m_theme.px(iconSide);
    setIconSize({side + m_theme.px(textGap), side});
    if (m_mark)
        setIcon(markPixmap(m_theme, *m_mark, iconSide, devicePixelRatioF()));
    else
        setIcon(isChecked() ? m_theme.icon(QStringLiteral("check"), Token::AccentText) : QIcon());
    updateGeometry();
}

} // namespace stillpoint::ui
