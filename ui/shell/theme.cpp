#include "ui/shell/theme.h"

#include "ui/shell/contrastcolors.h"
#include "ui/shell/iconengine.h"
#include "ui/shell/stylesheet.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFile>
#include <QFontDatabase>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScreen>

#include <algorithm>

namespace stillpoint::ui {

namespace {

const std::array<const char *, tokenCount> tokenKeys{
    "bg",       "rail",       "surface",   "sunken",    "hover",    "pressed", "selected",
    "hairline", "control",    "text",      "text2",     "text3",    "accent",  "accentHover",
    "onAccent", "accentText", "warm",      "warmFill",  "warmSoft", "danger",  "dangerSoft",
    "hit",      "hitText",    "toast",     "toastText", "toastAct", "hurt",    "worked",
    "skin",     "skinLine",   "d1",        "d2",        "d3",       "d4",      "d5",
    "d6",       "dot",        "grid",      "h0",        "h1",       "h2",      "h3",
    "h4",       "sepiaBg",    "sepiaText", "mkTry",     "mkAsk",    "mkCare",  "skinGap"};

struct RoleInfo
{
    const char *name;
    int px;
    QFont::Weight weight;
    bool serif;
};

const std::array<RoleInfo, 11> roles{{{"page", 24, QFont::DemiBold, false},
                                      {"card", 16, QFont::DemiBold, false},
                                      {"row", 15, QFont::DemiBold, false},
                                      {"rowRead", 15, QFont::Medium, false},
                                      {"body", 14, QFont::Normal, false},
                                      {"bodyStrong", 14, QFont::DemiBold, false},
                                      {"dense", 13, QFont::Normal, false},
                                      {"denseStrong", 13, QFont::DemiBold, false},
                                      {"caption", 12, QFont::Normal, false},
                                      {"serif", 16, QFont::Normal, true},
                                      {"lead", 20, QFont::Normal, true}}};

constexpr auto portalService = "org.freedesktop.portal.Desktop";
constexpr auto portalPath = "/org/freedesktop/portal/desktop";
constexpr auto portalSettings = "org.freedesktop.portal.Settings";
constexpr auto appearance = "org.freedesktop.appearance";
constexpr auto colorScheme = "color-scheme";
constexpr auto contrast = "contrast";

/// How much larger the desktop's font is than the sizes of the design are made for (11 points at 96 dpi, the
/// largest usual one). Never below 1: a desktop with small text still gets ours.
double desktopTextScale()
{
    constexpr double usualPx = 15;
    constexpr double pointsPerInch = 72;
    const QFont desktop = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    // Not QFontInfo, which waits until every font of the system is known.
    const double px = desktop.pixelSize() > 0 ? desktop.pixelSize()
                                              : desktop.pointSizeF() / pointsPerInch *
                                                    QGuiApplication::primaryScreen()->logicalDotsPerInchY();
    return std::max(1.0, px / usualPx);
}

} // namespace

QString roleName(TextRole role)
{
    return QLatin1String(roles[static_cast<std::size_t>(role)].name);
}

QString tokenName(Token token)
{
    return QLatin1String(tokenKeys[static_cast<std::size_t>(token)]);
}

ThemeChoice themeChoiceFromText(const QString &text)
{
    if (text == QLatin1String("light"))
        return ThemeChoice::Light;
    return text == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::System;
}

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_desktop(QGuiApplication::palette())
    , m_scale(desktopTextScale())
{
    readTokens();
    recompute();
}

Theme::~Theme() = default;

void Theme::readTokens()
{
    QFile file(QStringLiteral(":/design/tokens.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the design tokens are missing from the program");
    const QJsonObject colors =
        QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("colors")).toObject();
    for (std::size_t i = 0; i < tokenKeys.size(); ++i) {
        const QJsonObject pair = colors.value(QLatin1String(tokenKeys[i])).toObject();
        m_light[i] = QColor(pair.value(QLatin1String("light")).toString());
        m_darkColors[i] = QColor(pair.value(QLatin1String("dark")).toString());
    }
}

void Theme::setChoice(ThemeChoice choice)
{
    m_choice = choice;
    if (choice == ThemeChoice::System)
        followPortal();
    recompute();
}

void Theme::setTextScale(int percent)
{
    m_scale = percent / 100.0 * desktopTextScale();
}

bool Theme::desktopIsDark() const
{
    const bool paletteDark = m_desktop.color(QPalette::Window).lightness() < 128;
    return m_scheme == 1 || (m_scheme == 0 && paletteDark);
}

void Theme::recompute()
{
    const bool asDesktop = m_choice == ThemeChoice::System;
    m_dark = asDesktop ? desktopIsDark() : m_choice == ThemeChoice::Dark;
    m_colors = m_dark ? m_darkColors : m_light;
    if (asDesktop && m_highContrast)
        m_colors = contrastColors(m_desktop, m_colors);
}

QColor Theme::color(Token token, bool dark) const
{
    return (dark ? m_darkColors : m_light)[static_cast<std::size_t>(token)];
}

int Theme::px(int designPixels) const
{
    return qRound(designPixels * m_scale);
}

QFont Theme::font(TextRole role) const
{
    const RoleInfo &info = roles[static_cast<std::size_t>(role)];
    QFont font;
    font.setFamilies(info.serif ? QStringList{QStringLiteral("Charis SIL"), QStringLiteral("Noto Serif")}
                                : QStringList{QStringLiteral("Inter"), QStringLiteral("Noto Sans")});
    font.setPixelSize(px(info.px));
    font.setWeight(info.weight);
    return font;
}

void Theme::apply()
{
    QApplication::setPalette(palette());
    QApplication::setFont(font(TextRole::Body));
    qApp->setStyleSheet(makeStyleSheet(*this));
    Q_EMIT changed();
}

QPalette Theme::palette() const
{
    QPalette p;
    const auto set = [&](QPalette::ColorRole role, Token token) { p.setColor(role, color(token)); };
    set(QPalette::Window, Token::Bg);
    set(QPalette::WindowText, Token::Text);
    set(QPalette::Base, Token::Surface);
    set(QPalette::AlternateBase, Token::Sunken);
    set(QPalette::Text, Token::Text);
    set(QPalette::Button, Token::Surface);
    set(QPalette::ButtonText, Token::Text);
    set(QPalette::Highlight, Token::Selected);
    set(QPalette::HighlightedText, Token::Text);
    set(QPalette::Link, Token::AccentText);
    set(QPalette::LinkVisited, Token::AccentText);
    set(QPalette::PlaceholderText, Token::Text3);
    set(QPalette::ToolTipBase, Token::Toast);
    set(QPalette::ToolTipText, Token::ToastText);
    set(QPalette::Mid, Token::Hairline);
    set(QPalette::Dark, Token::Control);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, color(Token::Text3));
    return p;
}

QPixmap Theme::pixmap(const QString &name, Token token, int designPixels, qreal devicePixelRatio) const
{
    return drawIcon(name, color(token), px(designPixels), devicePixelRatio);
}

QIcon Theme::icon(const QString &name, Token token) const
{
    return QIcon(new TokenIconEngine(name, color(token), color(Token::Text3)));
}

QByteArray Theme::pageCss(const QString &paper) const
{
    const bool dark = paper == QLatin1String("dark");
    const bool sepia = paper == QLatin1String("sepia");
    QByteArray css;
    for (std::size_t i = 0; i < tokenKeys.size(); ++i) {
        const QColor value = color(static_cast<Token>(i), dark);
        css += QByteArray("--") + tokenKeys[i] + ": " + value.name().toLatin1() + ";\n";
    }
    css += "--paper: " + color(sepia ? Token::SepiaBg : Token::Surface, dark).name().toLatin1() + ";\n";
    css += "--ink: " + color(sepia ? Token::SepiaText : Token::Text, dark).name().toLatin1() + ";\n";
    return css;
}

void Theme::followPortal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(QLatin1String(portalService), QLatin1String(portalPath), QLatin1String(portalSettings),
                QStringLiteral("SettingChanged"), this,
                SLOT(portalSettingChanged(QString, QString, QDBusVariant)));
    askPortal(QLatin1String(colorScheme));
    askPortal(QLatin1String(contrast));
}

void Theme::askPortal(const QString &key)
{
    QDBusMessage read =
        QDBusMessage::createMethodCall(QLatin1String(portalService), QLatin1String(portalPath),
                                       QLatin1String(portalSettings), QStringLiteral("Read"));
    read << QLatin1String(appearance) << key;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(read, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key](QDBusPendingCallWatcher *call) {
        const QDBusPendingReply<QDBusVariant> reply = *call;
        if (reply.isValid())
            portalSettingChanged(QLatin1String(appearance), key, reply.value());
        call->deleteLater();
    });
}

void Theme::portalSettingChanged(const QString &space, const QString &key, const QDBusVariant &value)
{
    if (space != QLatin1String(appearance))
        return;
    QVariant setting = value.variant();
    // The portal's older Read wraps the value twice.
    if (setting.canConvert<QDBusVariant>())
        setting = setting.value<QDBusVariant>().variant();
    const auto before = std::pair(m_scheme, m_highContrast);
    if (key == QLatin1String(colorScheme))
        m_scheme = setting.toUInt();
    else if (key == QLatin1String(contrast))
        m_highContrast = setting.toUInt() == 1;
    if (before == std::pair(m_scheme, m_highContrast) || m_choice != ThemeChoice::System)
        return;
    recompute();
    apply();
}

} // namespace stillpoint::ui
