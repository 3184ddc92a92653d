#include "ui/startoptions.h"

#include "app/base/identifiers.h"
#include "ui/charts/chartpicture.h"
#include "ui/insights/insightsvalues.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QMap>
#include <QRegularExpression>
#include <QTimeZone>

namespace stillpoint::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("StartOptions", text);
}

std::optional<Moment> momentFromText(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        return momentAt(time.toMSecsSinceEpoch(), QTimeZone::systemTimeZoneId());
    const int seconds = time.offsetFromUtc();
    const QTimeZone zone = seconds == 0 ? QTimeZone::utc() : QTimeZone(seconds);
    return Moment{time.toMSecsSinceEpoch(), seconds / 60, zone.id()};
}

std::optional<QSize> sizeFromText(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{3,5})x(\\d{3,5})$"));
    const auto match = pattern.match(text);
    return match.hasMatch() ? std::make_optional(QSize(match.captured(1).toInt(), match.captured(2).toInt()))
                            : std::nullopt;
}

const QMap<QString, PageId> &pagesByName()
{
    static const QMap<QString, PageId> pages{
        {QStringLiteral("today"), PageId::Today},       {QStringLiteral("library"), PageId::Library},
        {QStringLiteral("journal"), PageId::Journal},   {QStringLiteral("insights"), PageId::Insights},
        {QStringLiteral("settings"), PageId::Settings}, {QStringLiteral("first-run"), PageId::FirstRun}};
    return pages;
}

auto wrong(const QString &flag, const QString &value, const QString &expected)
{
    return failure(
        ErrorCode::Invalid,
        tr("“%1” does not fit --%2: expected %3. Nothing was started.").arg(value, flag, expected));
}

Result<void> readPage(const QCommandLineParser &parser, StartOptions &options)
{
    const QString page = parser.value(QStringLiteral("page"));
    if (page.isEmpty())
        return {};
    if (page == QLatin1String("editor")) {
        options.editor = true;
        options.page = PageId::Journal;
        return {};
    }
    if (!pagesByName().contains(page)) {
        return wrong(QStringLiteral("page"), page,
                     QStringList(pagesByName().keys() + QStringList{QStringLiteral("editor")})
                         .join(QStringLiteral(", ")));
    }
    options.page = pagesByName().value(page);
    return {};
}

Result<void> readLooks(const QCommandLineParser &parser, StartOptions &options)
{
    const QString theme = parser.value(QStringLiteral("theme"));
    if (!theme.isEmpty()) {
        if (theme != QLatin1String("light") && theme != QLatin1String("dark") &&
            theme != QLatin1String("system"))
            return wrong(QStringLiteral("theme"), theme, QStringLiteral("light, dark, system"));
        options.theme = themeChoiceFromText(theme);
    }
    const QString size = parser.value(QStringLiteral("size"));
    if (!size.isEmpty()) {
        const auto parsed = sizeFromText(size);
        if (!parsed)
            return wrong(QStringLiteral("size"), size, QStringLiteral("1360x860"));
        options.size = *parsed;
    }
    const QString now = parser.value(QStringLiteral("now"));
    if (!now.isEmpty()) {
        options.now = momentFromText(now);
        if (!options.now)
            return wrong(QStringLiteral("now"), now, QStringLiteral("2026-11-11T18:42:00+01:00"));
    }
    return {};
}

Result<void> readChart(const QCommandLineParser &parser, StartOptions &options)
{
    options.chart = parser.value(QStringLiteral("chart"));
    options.output = parser.value(QStringLiteral("output"));
    if (options.chart.isEmpty() && options.output.isEmpty())
        return {};
    if (!chartNames().contains(options.chart))
        return wrong(QStringLiteral("chart"), options.chart, chartNames().join(QStringLiteral(", ")));
    if (!pictureFormat(options.output))
        return wrong(QStringLiteral("output"), options.output, tr("a name that ends in .svg, .png or .pdf"));
    return {};
}

void addOptions(QCommandLineParser &parser)
{
    const auto add = [&parser](const char *name, const QString &help, const char *value) {
        parser.addOption({QLatin1String(name), help, QLatin1String(value)});
    };
    add("data", tr("Keep everything in this folder."), "DIR");
    add("page", tr("Start on this page."), "PAGE");
    add("open", tr("Show this article."), "ID|PATH");
    add("select", tr("Select this journal entry."), "ID");
    add("now", tr("Pretend that it is this moment."), "INSTANT");
    add("theme", tr("light, dark or system."), "THEME");
    add("size", tr("Size of the window, such as 1360x860."), "SIZE");
    add("screenshot", tr("Save a picture of the page and exit; needs no display."), "FILE.png");
    add("chart",
        tr("Draw a chart (%1) into --output and exit; needs no display.")
            .arg(chartNames().join(QStringLiteral(", "))),
        "NAME");
    add("output", tr("Where --chart goes; the ending decides what it becomes."), "FILE.svg|png|pdf");
}

} // namespace

AppPaths StartOptions::paths() const
{
    return dataFolder ? AppPaths::inFolder(*dataFolder) : AppPaths::standard();
}

Result<StartOptions> parseArguments(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("Stillpoint: a wellness journal and offline article reader."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    addOptions(parser);
    if (!parser.parse(arguments))
        return failure(ErrorCode::Invalid, parser.errorText());
    if (parser.isSet(help))
        return failure(ErrorCode::NotFound, parser.helpText());
    if (parser.isSet(version))
        return failure(ErrorCode::NotFound, QStringLiteral("stillpoint " STILLPOINT_VERSION "\n"));
    StartOptions options;
    if (parser.isSet(QStringLiteral("data")))
        options.dataFolder = parser.value(QStringLiteral("data"));
    options.open = parser.value(QStringLiteral("open"));
    options.screenshot = parser.value(QStringLiteral("screenshot"));
    options.select = idFromText(parser.value(QStringLiteral("select")));
    if (parser.isSet(QStringLiteral("select")) && options.select.isNull())
        return wrong(QStringLiteral("select"), parser.value(QStringLiteral("select")),
                     tr("the id of an entry"));
    if (const auto page = readPage(parser, options); !page)
        return tl::unexpected<Error>(page.error());
    if (const auto looks = readLooks(parser, options); !looks)
        return tl::unexpected<Error>(looks.error());
    if (const auto chart = readChart(parser, options); !chart)
        return tl::unexpected<Error>(chart.error());
    return options;
}

} // namespace stillpoint::ui
