#include "ui/widgets/buttons.h"

#include "ui/shell/theme.h"

#include <QPushButton>
#include <QToolButton>

namespace stillpoint::ui {

namespace {

constexpr int textGap = 5; ///< added to Qt's own gap between icon and text

const char *kindName(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Primary:
        return "primary";
    case ButtonKind::Secondary:
        return "secondary";
    case ButtonKind::Ghost:
        return "ghost";
    case ButtonKind::Link:
        break;
    }
    return "link";
}

void followTheme(const Theme &theme, QAbstractButton *button, const QString &icon, Token token)
{
    const auto redraw = [&theme, button, icon, token] {
        button->setIcon(theme.icon(icon, token));
        const int side = theme.px(20);
        button->setIconSize({button->text().isEmpty() ? side : side + theme.px(textGap), side});
    };
    redraw();
    QObject::connect(&theme, &Theme::changed, button, redraw);
}

} // namespace

QPushButton *makeButton(const Theme &theme, ButtonKind kind, const QString &text, QWidget *parent,
                        const QString &icon)
{
    auto *button = new QPushButton(text, parent);
    button->setProperty("kind", QLatin1String(kindName(kind)));
    button->setCursor(Qt::PointingHandCursor);
    button->setAutoDefault(false);
    if (!icon.isEmpty())
        followTheme(theme, button, icon, kind == ButtonKind::Primary ? Token::OnAccent : Token::Text);
    return button;
}

QPushButton *makeMenuButton(const Theme &theme, ButtonKind kind, const QString &text, QWidget *parent)
{
    QPushButton *button = makeButton(theme, kind, text, parent, QStringLiteral("chevron-down"));
    const bool leftToRight = parent->layoutDirection() == Qt::LeftToRight;
    button->setLayoutDirection(leftToRight ? Qt::RightToLeft : Qt::LeftToRight); // the icon after the text
    return button;
}

QToolButton *makeIconButton(const Theme &theme, const QString &icon, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setProperty("kind", QStringLiteral("icon"));
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setCursor(Qt::PointingHandCursor);
    followTheme(theme, button, icon, Token::Text2);
    return button;
}

} // namespace stillpoint::ui
