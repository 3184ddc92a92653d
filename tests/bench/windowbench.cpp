#include "app/workspace/workspace.h"
#include "tests/bench/heartbeat.h"
#include "tests/bench/manyarticles.h"
#include "tests/bench/measure.h"
#include "tests/support/uitest.h"
#include "ui/reader/readerhost.h"
#include "ui/shell/programstyle.h"
#include "ui/uiresources.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>

using namespace stillpoint;
using namespace stillpoint::bench;

namespace {

constexpr int settleMs = 60'000;
constexpr int preloadMs = 2500;
constexpr int betweenKeysMs = 90;

/// What a person does, and how long the window did not react meanwhile.
struct Act
{
    QString name;
    QList<double> longest;
    QList<double> longestCpu;
    int over50 = 0;
};

class Stage
{
public:
    explicit Stage(const QString &dataFolder)
        : m_ui(dataFolder)
    {
    }

    bool run(const QUuid &large, const QUuid &small)
    {
        return phase("Library page shown", [this] { m_ui.press(QKeySequence(QStringLiteral("Ctrl+2"))); }) &&
               phase("engine loaded", [] { QTest::qWait(preloadMs); }) &&
               phase("small article opened", [&] { open(small); }) &&
               phase("1 MB article opened", [&] { open(large); }) &&
               phase("1 MB article searched", [&] { findInPage(); }) &&
               phase("small article opened again", [&] { open(small); }) &&
               phase("typing into the search box",
                     [this] { type(QStringLiteral("the neck and massage")); }) &&
               phase("erasing what was typed", [this] { erase(); }) &&
               phase("tag included, excluded, left", [this] { cycleTag(); }) &&
               phase("list scrolled to its end", [this] { scroll(); }) &&
               phase("rescan", [this] { m_ui.press(QKeySequence(QStringLiteral("F5"))); }) &&
               phase("typing while rescanning", [this] { typeWhileRescanning(); });
    }

    QList<Act> phases;

private:
    template<class Work>
    bool phase(const char *name, Work work)
    {
        Act phase{QLatin1String(name), {}, {}, 0};
        m_heart.start();
        work();
        const bool settled =
            QTest::qWaitFor([this] { return m_ui.window().currentPage()->isSettled(); }, settleMs);
        QTest::qWait(300);
        const Heartbeat::Beats beats = m_heart.stop();
        phases.append({QLatin1String(name), {beats.longestMs}, {beats.longestCpuMs}, beats.over50});
        if (!settled)
            out() << name << ": the page did not come to rest\n";
        return settled;
    }

    void open(const QUuid &id) { m_ui.window().findChild<ui::ReaderHost *>()->open(id); }

    void findInPage()
    {
        m_ui.press(QKeySequence(QStringLiteral("Ctrl+F")));
        type(QStringLiteral("neck"));
        m_ui.press(Qt::Key_Escape);
    }

    void type(const QString &text)
    {
        if (text.size() > 4)
            m_ui.press(QKeySequence(QStringLiteral("Ctrl+K")));
        for (const QChar c : text) {
            m_ui.type(c);
            QTest::qWait(betweenKeysMs);
        }
    }

    void erase()
    {
        m_ui.press(QKeySequence(QStringLiteral("Ctrl+K")));
        for (int i = 0; i < 25; ++i) {
            m_ui.press(Qt::Key_Backspace);
            QTest::qWait(betweenKeysMs);
        }
    }

    void cycleTag()
    {
        auto *tags = m_ui.find<QAbstractItemView>(QStringLiteral("tagFacets"));
        for (int i = 0; i < 3; ++i) {
            tags->setFocus();
            tags->setCurrentIndex(tags->model()->index(0, 0));
            m_ui.press(Qt::Key_Space);
            QTest::qWait(500);
        }
    }

    void scroll()
    {
        auto *list = m_ui.find<QAbstractItemView>(QStringLiteral("articleList"));
        list->scrollToBottom();
        QTest::qWait(100);
        list->scrollToTop();
    }

    void typeWhileRescanning()
    {
        m_ui.press(QKeySequence(QStringLiteral("F5")));
        type(QStringLiteral("a deep tissue"));
    }

    test::UiFixture m_ui;
    Heartbeat m_heart;
};

void print(const QList<Act> &phases)
{
    out() << "The GUI thread's longest absence, median of the rounds (and the longest of all), its own "
             "processor time "
             "in\nit, and how often it was away for more than 50 ms:\n";
    for (const Act &phase : phases) {
        out() << QStringLiteral("  %1 %2 ms (%3), processor %4 ms (%5), over 50 ms: %6\n")
                     .arg(phase.name, -32)
                     .arg(quantile(phase.longest, 0.5), 6, 'f', 1)
                     .arg(quantile(phase.longest, 1), 0, 'f', 1)
                     .arg(quantile(phase.longestCpu, 0.5), 6, 'f', 1)
                     .arg(quantile(phase.longestCpu, 1), 0, 'f', 1)
                     .arg(phase.over50);
    }
}

void merge(QList<Act> &all, const QList<Act> &round)
{
    if (all.isEmpty()) {
        all = round;
        return;
    }
    for (qsizetype i = 0; i < all.size(); ++i) {
        all[i].longest += round.at(i).longest;
        all[i].longestCpu += round.at(i).longestCpu;
        all[i].over50 += round.at(i).over50;
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication::setApplicationName(QStringLiteral("stillpoint"));
    QApplication::setStyle(new ui::ProgramStyle);
    ui::useUiResources();
    const QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Tells how long the window does not react, and when."));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("FOLDER"),
                                 QStringLiteral("Articles; without it a folder of 8,000 is made."));
    const QCommandLineOption rounds(QStringLiteral("rounds"), QStringLiteral("How often all is done."),
                                    QStringLiteral("N"), QStringLiteral("3"));
    parser.addOption(rounds);
    parser.process(application);

    const QTemporaryDir folder;
    const auto data = makeManyArticles(folder.path(), parser.positionalArguments().value(0));
    if (!data) {
        out() << data.error().message << '\n';
        return 1;
    }
    const int count = qMax(1, parser.value(rounds).toInt());
    out() << "Stillpoint " STILLPOINT_VERSION ", " << data->articles << " articles, " << count
          << " rounds, load of the machine " << load() << Qt::flush;
    QList<Act> all;
    for (int round = 0; round < count; ++round) {
        Stage stage(data->dataFolder);
        if (!stage.run(data->large, data->small))
            return 1;
        merge(all, stage.phases);
    }
    out() << " to " << load() << '\n';
    print(all);
    return 0;
}
