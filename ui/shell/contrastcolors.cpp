#include "ui/shell/contrastcolors.h"

#include <QPalette>

#include <initializer_list>

namespace stillpoint::ui {

namespace {

// Fills that lie under text stay near their ground, so that the text keeps its contrast.
constexpr double hoverShare = 0.08;
constexpr double pressedShare = 0.16;
constexpr double selectedShare = 0.18;
constexpr double gridShare = 0.4;

QColor mixed(const QColor &ground, const QColor &over, double share)
{
    const auto channel = [share](int below, int above) { return qRound(below + (above - below) * share); };
    return QColor(channel(ground.red(), over.red()), channel(ground.green(), over.green()),
                  channel(ground.blue(), over.blue()));
}

} // namespace

TokenColors contrastColors(const QPalette &desktop, const TokenColors &own)
{
    const QColor window = desktop.color(QPalette::Window);
    const QColor base = desktop.color(QPalette::Base);
    const QColor text = desktop.color(QPalette::WindowText);
    const QColor accent = desktop.color(QPalette::Highlight);
    TokenColors colors = own;
    const auto set = [&colors](std::initializer_list<Token> tokens, const QColor &color) {
        for (const Token token : tokens)
            colors[static_cast<std::size_t>(token)] = color;
    };
    set({Token::Bg, Token::Rail, Token::Sunken}, window);
    set({Token::Surface, Token::WarmSoft, Token::DangerSoft}, base);
    set({Token::Hover}, mixed(base, text, hoverShare));
    set({Token::Pressed}, mixed(base, text, pressedShare));
    set({Token::Selected}, mixed(base, accent, selectedShare));
    set({Token::Grid}, mixed(base, text, gridShare));
    set({Token::Hairline, Token::Control, Token::Text, Token::Text2, Token::Text3, Token::AccentText,
         Token::Warm, Token::Danger, Token::Dot, Token::SkinLine, Token::Toast},
        text);
    set({Token::ToastText, Token::ToastAct}, window);
    set({Token::Accent, Token::AccentHover}, accent);
    set({Token::OnAccent}, desktop.color(QPalette::HighlightedText));
    return colors;
}

} // namespace stillpoint::ui
