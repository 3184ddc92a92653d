#include "ui/reader/readerstyle.h"

#include "app/settings/settings.h"
#include "ui/shell/theme.h"

namespace stillpoint::ui {

namespace {

QStringList familiesOf(const QString &font)
{
    if (font == QLatin1String("inter"))
        return {QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans CJK SC")};
    if (font == QLatin1String("system"))
        return {};
    return {QStringLiteral("Charis SIL"), QStringLiteral("Noto Serif"), QStringLiteral("Noto Serif CJK SC")};
}

double measureOf(const QString &measure)
{
    return measure == QLatin1String("narrow") ? 0.82 : measure == QLatin1String("wide") ? 1.25 : 1.0;
}

double spacingOf(const QString &spacing)
{
    return spacing == QLatin1String("tight") ? 0.88 : spacing == QLatin1String("loose") ? 1.2 : 1.0;
}

} // namespace

QString readerPaper(const Settings &settings, const Theme &theme)
{
    const QString chosen = settings.text(Setting::ReaderPaper);
    if (chosen != QLatin1String("auto"))
        return chosen;
    return theme.isDark() ? QStringLiteral("dark") : QStringLiteral("paper");
}

ReaderStyle readerStyle(const Settings &settings, const Theme &theme)
{
    const QString paper = readerPaper(settings, theme);
    const QString font = settings.text(Setting::ReaderFont);
    ReaderStyle style;
    style.ground = paper == QLatin1String("sepia")
                       ? theme.color(Token::SepiaBg)
                       : theme.color(Token::Surface, paper == QLatin1String("dark"));
    style.textPercent = qRound(settings.number(Setting::ReaderTextSize) * theme.textScale());
    style.families = familiesOf(font);
    QByteArray families;
    for (const QString &family : style.families)
        families += '"' + family.toUtf8() + "\", ";
    style.css = theme.pageCss(paper) + "--text-font: " + families +
                (font == QLatin1String("inter") ? "sans-serif" : "serif") +
                ";\n--measure: " + QByteArray::number(measureOf(settings.text(Setting::ReaderMeasure))) +
                ";\n--leading: " + QByteArray::number(spacingOf(settings.text(Setting::ReaderSpacing))) +
                ";\n";
    if (paper != QLatin1String("paper"))
        style.printCss = theme.pageCss(QStringLiteral("paper"));
    return style;
}

} // namespace stillpoint::ui
