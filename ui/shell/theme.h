#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPalette>
#include <QPixmap>

#include <array>

class QDBusVariant;

namespace stillpoint::ui {

/// The colours of resources/design/tokens.json, in its order and under its names.
enum class Token {
    Bg,
    Rail,
    Surface,
    Sunken,
    Hover,
    Pressed,
    Selected,
    Hairline,
    Control,
    Text,
    Text2,
    Text3,
    Accent,
    AccentHover,
    OnAccent,
    AccentText,
    Warm,
    WarmFill,
    WarmSoft,
    Danger,
    DangerSoft,
    Hit,
    HitText,
    Toast,
    ToastText,
    ToastAct,
    Hurt,
    Worked,
    Skin,
    SkinLine,
    D1,
    D2,
    D3,
    D4,
    D5,
    D6,
    Dot,
    Grid,
    H0,
    H1,
    H2,
    H3,
    H4,
    SepiaBg,
    SepiaText,
    MkTry,
    MkAsk,
    MkCare,
    SkinGap
};
inline constexpr int tokenCount = static_cast<int>(Token::SkinGap) + 1;

using TokenColors = std::array<QColor, tokenCount>;

/// The type scale of DESIGN.md.
enum class TextRole { Page, Card, Row, RowRead, Body, BodyStrong, Dense, DenseStrong, Caption, Serif, Lead };

/// The style sheet's name of a role and of a token ("caption", "accentText").
QString roleName(TextRole role);
QString tokenName(Token token);

enum class ThemeChoice { System, Light, Dark };
ThemeChoice themeChoiceFromText(const QString &text); ///< "light", "dark", else System

/// Design tokens → palette, style sheet, page CSS, icons and fonts. One per application, GUI thread. Follows
/// the desktop's colour scheme and contrast through the settings portal, else the palette's lightness. Sizes
/// grow with the desktop's font where that is larger than usual.
class Theme final : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    void setChoice(ThemeChoice choice);
    void setTextScale(int percent); ///< 80 to 200, on top of the desktop's font size
    void apply();                   ///< to qApp: palette, font, style sheet; after the two setters

    bool isDark() const { return m_dark; }
    QColor color(Token token) const { return m_colors[static_cast<std::size_t>(token)]; }
    QColor color(Token token, bool dark) const;
    /// Pixels at 100 % text, scaled to the person's and the desktop's text size.
    int px(int designPixels) const;
    double textScale() const { return m_scale; }
    QFont font(TextRole role) const;

    /// An icon of resources/icons by file name without ".svg", drawn in a token's colour at any size and
    /// scale.
    QIcon icon(const QString &name, Token token = Token::Text2) const;
    QPixmap pixmap(const QString &name, Token token, int designPixels, qreal devicePixelRatio) const;

    /// The reader page's custom properties (`--surface: #FDFCF9;` …) for "paper", "sepia" or "dark" paper.
    QByteArray pageCss(const QString &paper) const;

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void portalSettingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void followPortal();
    void askPortal(const QString &key);
    void readTokens();
    void recompute();
    bool desktopIsDark() const;
    QPalette palette() const;

    ThemeChoice m_choice = ThemeChoice::System;
    const QPalette m_desktop; ///< as the program found it
    uint m_scheme = 0;        ///< the portal's color-scheme: 0 none, 1 dark, 2 light
    bool m_highContrast = false;
    bool m_dark = false;
    double m_scale = 1;
    TokenColors m_light;
    TokenColors m_darkColors;
    TokenColors m_colors;
};

} // namespace stillpoint::ui
