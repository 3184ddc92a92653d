#include "ui/shell/stylesheet.h"

#include "ui/shell/theme.h"

#include <QRegularExpression>

#include <algorithm>

namespace stillpoint::ui {

namespace {

// @name is a token, %N a design pixel length scaled to the person's text size.
const char containerRules[] = R"(
*[pane="bg"] { background: @bg; }
*[pane="surface"] { background: @surface; }
*[pane="sunken"] { background: @sunken; }
*[pane="rail"] { background: @rail; }
*[rule="true"] { background: @hairline; }
QFrame[card="true"] { background: @surface; border: 1px solid @hairline; border-radius: %8; }
QFrame[card="true"][tone="sunken"] { background: @sunken; }
QFrame[example="true"] { border: 1px dashed @control; }
QToolTip { background: @toast; color: @toastText; border: none; padding: 4px 8px; }
QScrollArea, QScrollArea > QWidget > QWidget[transparent="true"] { background: transparent; border: none; }
QAbstractItemView { background: @surface; border: none; outline: none; selection-background-color: @selected; selection-color: @text; }
QAbstractItemView[tone="bg"] { background: @bg; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: @control; border-radius: 3px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenuBar { background: @bg; border-bottom: 1px solid @hairline; padding: 2px; }
QMenuBar::item { background: transparent; border: 2px solid transparent; border-radius: 6px; padding: 3px 8px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @selected; border-color: @accent; color: @text; }
QMenu { background: @surface; border: 1px solid @hairline; padding: 6px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 6px; }
QMenu::item:selected { background: @selected; color: @text; }
QMenu::separator { height: 1px; background: @hairline; margin: 4px 8px; }
QHeaderView::section { background: @sunken; color: @text2; border: none; border-bottom: 1px solid @hairline; padding: 6px 10px; }
QTableView { gridline-color: @hairline; }
#monthGrid QAbstractItemView { background: transparent; border: none; selection-background-color: transparent; }
#monthGrid QWidget { alternate-background-color: @bg; }
)";

const char buttonRules[] = R"(
QPushButton { border-radius: %8; padding: 0 %14; min-height: %34; font-weight: 500; }
QDialog#prompt QPushButton:focus { border: 2px solid @accent; }
QDialog#prompt QPushButton[kind="primary"]:focus { border-color: @text; }
QPushButton::menu-indicator { width: 0; image: none; }
QPushButton[kind="primary"] { background: @accent; color: @onAccent; border: 1px solid @accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: @accentHover; border-color: @accentHover; }
QPushButton[kind="secondary"] { background: @surface; color: @text; border: 1px solid @control; }
QPushButton[kind="secondary"]:hover { background: @hover; }
QPushButton[kind="secondary"][on="true"] { background: @selected; color: @accentText; border-color: @accent; }
QPushButton[kind="secondary"]:pressed, QPushButton[kind="ghost"]:pressed { background: @pressed; }
QPushButton[kind="ghost"] { background: transparent; color: @text2; border: 1px solid transparent; }
QPushButton[kind="ghost"]:hover { background: @hover; }
QPushButton[dense="true"] { min-height: %30; padding: 0 %10; font-size: %13; border-radius: %6; }
QPushButton[kind="link"] { background: transparent; color: @accentText; border: none; padding: 0; text-decoration: underline; min-height: %28; }
QPushButton[kind="link"]:hover { color: @accentHover; }
QPushButton:disabled { color: @text3; border-color: @hairline; }
QPushButton[kind="chip"] { background: @surface; color: @text; border: 1px solid @control; border-radius: %13; padding: 0 %10; min-height: %26; font-size: %13; }
QPushButton[kind="chip"]:checked { background: @selected; color: @accentText; border-color: @accent; }
QPushButton[kind="chip"]:hover:!checked { background: @hover; }
QPushButton[kind="rate"] { background: @surface; color: @text; border: 1px solid @control; border-radius: %6; padding: 0; min-width: %26; min-height: %26; font-size: %13; }
QPushButton[kind="rate"]:hover { background: @hover; }
QPushButton[kind="rate"]:checked { background: @accent; color: @onAccent; border-color: @accent; }
QPushButton[kind="rate"][side="before"]:checked { background: @warmFill; color: @surface; border-color: @warmFill; }
*[segmented="true"] { border: 1px solid @control; border-radius: %8; background: @surface; }
QPushButton[kind="segment"] { background: transparent; color: @text2; border: none; border-radius: 0; padding: 0 %12; min-height: %28; font-size: %13; border-right: 1px solid @hairline; }
QPushButton[kind="segment"][edge="first"] { border-top-left-radius: %7; border-bottom-left-radius: %7; }
QPushButton[kind="segment"][edge="last"] { border-top-right-radius: %7; border-bottom-right-radius: %7; border-right: none; }
QPushButton[kind="segment"]:checked { background: @accent; color: @onAccent; font-weight: 600; }
QToolButton[kind="icon"] { background: transparent; border: none; border-radius: %6; min-width: %32; min-height: %32; }
QToolButton[kind="icon"]:hover { background: @hover; }
QToolButton[kind="icon"]:pressed, QToolButton[kind="icon"]:checked { background: @pressed; }
QToolButton[kind="icon"]::menu-indicator { image: none; }
)";

const char fieldRules[] = R"(
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit {
  background: @surface; color: @text; border: 1px solid @control; border-radius: %8; padding: 0 %10;
  selection-background-color: @selected; selection-color: @text; }
QLineEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit { min-height: %34; }
QPlainTextEdit, QTextEdit { padding: %6; }
QTextEdit[plain="true"] { border: none; background: transparent; padding: 0; }
QDateEdit[icon="true"] { padding-left: %36; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"], QDateEdit[wrong="true"], QTimeEdit[wrong="true"], QSpinBox[wrong="true"] { border: 1px solid @danger; background: @dangerSoft; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: %28; }
QComboBox QLineEdit { border: none; min-height: 0; padding: 0; background: transparent; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @hairline; padding: %4; }
QFrame[field="true"] { background: @surface; border: 1px solid @control; border-radius: %8; min-height: %34; }
QFrame[field="true"][wrong="true"] { border-color: @danger; background: @dangerSoft; }
QSpinBox[bare="true"] { background: transparent; border: none; padding: 0; min-height: %28; font-weight: 600; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url(:/controls/down.svg); width: %16; height: %16; }
QSpinBox::up-button, QTimeEdit::up-button { border: none; width: %22; subcontrol-position: top right; }
QSpinBox::down-button, QTimeEdit::down-button { border: none; width: %22; subcontrol-position: bottom right; }
QSpinBox::up-arrow, QTimeEdit::up-arrow { image: url(:/controls/up.svg); width: %12; height: %12; }
QSpinBox::down-arrow, QTimeEdit::down-arrow { image: url(:/controls/down.svg); width: %12; height: %12; }
QCheckBox, QRadioButton { spacing: %10; min-height: %28; }
QCheckBox::indicator { width: %16; height: %16; border: 1px solid @control; border-radius: %4; background: @surface; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(:/controls/check-@ink.svg); }
)";

const char labelRules[] = R"(
QLabel { background: transparent; border: none; }
QLabel[role="page"] { font-size: %24; font-weight: 600; color: @text; }
QLabel[role="hero"] { font-size: %32; font-weight: 600; color: @text; }
QLabel[role="bodyMedium"] { font-size: %14; font-weight: 500; color: @text; }
QLabel[role="sheet"] { font-size: %20; font-weight: 600; color: @text; }
QLabel[role="card"] { font-size: %16; font-weight: 600; color: @text; }
QLabel[role="row"] { font-size: %15; font-weight: 600; color: @text; }
QLabel[role="rowRead"] { font-size: %15; font-weight: 500; color: @text; }
QLabel[role="body"] { font-size: %14; color: @text; }
QLabel[role="bodyStrong"] { font-size: %14; font-weight: 600; color: @text; }
QLabel[role="dense"] { font-size: %13; color: @text2; }
QLabel[role="denseStrong"] { font-size: %13; font-weight: 600; color: @text2; }
QLabel[role="caption"] { font-size: %12; color: @text3; }
QLabel[role="serif"] { font-family: "Charis SIL", "Noto Serif"; font-size: %16; color: @text; }
QLabel[role="lead"] { font-family: "Charis SIL", "Noto Serif"; font-size: %20; color: @text2; }
QLabel[role="key"] { font-size: %12; color: @text2; background: @sunken; border: 1px solid @hairline; border-radius: %4; padding: 0 %5; }
QFrame#toast { background: @toast; border-radius: %8; }
QFrame#toast QLabel { color: @toastText; }
QFrame#toast QLabel#toastKey { border: 1px solid @toastText; border-radius: %4; padding: 0 %5; font-size: %12; }
QFrame#toast QPushButton { background: transparent; border: none; color: @toastAct; font-weight: 600; padding: 0 %8; }
QFrame#toast QPushButton:hover { text-decoration: underline; }
)";

QString fill(const QString &rules, const Theme &theme)
{
    static const QRegularExpression length(QStringLiteral("%(\\d+)"));
    QString out;
    out.reserve(rules.size() * 2);
    qsizetype from = 0;
    for (auto it = length.globalMatch(rules); it.hasNext();) {
        const auto match = it.next();
        out += QStringView(rules).mid(from, match.capturedStart() - from);
        out += QString::number(theme.px(match.capturedView(1).toInt())) + QStringLiteral("px");
        from = match.capturedEnd();
    }
    out += QStringView(rules).mid(from);
    return out;
}

} // namespace

QString makeStyleSheet(const Theme &theme)
{
    QString sheet;
    for (const char *rules : {containerRules, buttonRules, fieldRules, labelRules})
        sheet += QLatin1String(rules);
    sheet = fill(sheet, theme);
    sheet.replace(QLatin1String("@ink"), theme.isDark() ? QStringLiteral("dark") : QStringLiteral("light"));
    // Longer names first, so that @text2 is not read as @text followed by 2.
    QList<Token> tokens;
    for (int i = 0; i < tokenCount; ++i)
        tokens.append(static_cast<Token>(i));
    std::sort(tokens.begin(), tokens.end(),
              [](Token a, Token b) { return tokenName(a).size() > tokenName(b).size(); });
    for (const Token token : tokens)
        sheet.replace(QLatin1Char('@') + tokenName(token), theme.color(token).name());
    QString tones;
    for (const Token token :
         {Token::Text, Token::Text2, Token::Text3, Token::AccentText, Token::Warm, Token::Danger}) {
        tones += QStringLiteral("QLabel[tone=\"%1\"] { color: %2; }\n")
                     .arg(tokenName(token), theme.color(token).name());
    }
    return sheet + tones;
}

} // namespace stillpoint::ui
