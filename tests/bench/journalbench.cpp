#include "app/base/identifiers.h"
#include "app/insights/modalitymarks.h"
#include "app/insights/series.h"
#include "app/journal/journal.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>

using namespace stillpoint;

/// How long a journal of ten busy years takes to open, to append to and to answer its pages, and its memory.
namespace {

constexpr int sessionCount = 8'000;
constexpr int checkInCount = 92'000;
constexpr int editCount = 20'000;
constexpr int appendCount = 200;
constexpr int rounds = 5;
constexpr qint64 dayMs = 86'400'000;

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

Journal::Options optionsIn(const QString &folder)
{
    return {folder + QStringLiteral("/journal.db"), folder + QStringLiteral("/device"),
            folder + QStringLiteral("/backups"), 240, false};
}

Rating rating(double value, qint64 at)
{
    Rating given;
    given.value = value;
    given.givenMs = at;
    return given;
}

When whenOf(const Clock &clock, int i, int count)
{
    const Moment now = clock.now();
    return When::at(momentAt(now.utcMs - dayMs * 3650 / count * i, now.zone));
}

Session session(const Clock &clock, int i)
{
    Session one;
    one.start = whenOf(clock, i, sessionCount);
    one.id = newId(one.start.moment->utcMs);
    one.minutes = 60;
    one.modalities = {QStringLiteral("deep-tissue"), QStringLiteral("trigger-point")};
    one.pressure = 4;
    one.reason = Reason::Planned;
    one.worked = {QStringLiteral("back.left.trapezius"), QStringLiteral("back.right.trapezius"),
                  QStringLiteral("front.neck")};
    one.hurts.insert(QStringLiteral("back.left.trapezius"), 2);
    one.context.insert(QStringLiteral("desk-week"));
    one.notes = QStringLiteral("Left side let go late; jaw softer afterwards. Session %1.").arg(i);
    for (const char *scale : {"stress", "mobility", "pain"}) {
        one.ratings[{Phase::Before, QLatin1String(scale), {}}] = rating(i % 11, one.start.moment->utcMs);
        one.ratings[{Phase::After, QLatin1String(scale), {}}] = rating((i + 3) % 11, one.start.moment->utcMs);
    }
    return one;
}

CheckIn checkIn(const Clock &clock, int i)
{
    CheckIn one;
    one.time = whenOf(clock, i, checkInCount);
    one.id = newId(one.time.moment->utcMs);
    one.ratings[{Phase::AdHoc, QStringLiteral("stress"), {}}] = rating(i % 11, one.time.moment->utcMs);
    if (i % 2 == 0)
        one.ratings[{Phase::AdHoc, QStringLiteral("mobility"), {}}] = rating(i % 10, one.time.moment->utcMs);
    if (i % 5 == 0)
        one.context.insert(QStringLiteral("poor-sleep"));
    return one;
}

Result<void> fill(const QString &folder, const Clock &clock)
{
    const auto journal = Journal::open(optionsIn(folder), clock);
    if (!journal)
        return tl::unexpected<Error>(journal.error());
    QList<Record> records;
    for (int i = 0; i < sessionCount; ++i)
        records.append(session(clock, i));
    for (int i = 0; i < checkInCount; ++i)
        records.append(checkIn(clock, i));
    if (auto put = (*journal)->put(records); !put)
        return put;
    for (int i = 0; i < editCount; ++i) {
        Record &record = records[i];
        if (auto *one = std::get_if<Session>(&record))
            one->minutes = 75;
        else if (auto *other = std::get_if<CheckIn>(&record))
            other->note = QStringLiteral("Noted later");
    }
    return (*journal)->put(records.first(editCount));
}

double memoryMiB(const char *line)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &one : status.readAll().split('\n')) {
        if (one.startsWith(line))
            return one.simplified().split(' ').at(1).toDouble() / 1024;
    }
    return 0;
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

/// Milliseconds of `work`.
template<class Work>
double timed(Work &&work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// In a process of its own, so that its memory is that of one journal.
int measureOpen(const QString &folder)
{
    const SystemClock clock;
    const double before = memoryMiB("VmRSS");
    std::unique_ptr<Journal> journal;
    const double ms = timed([&] { journal = Journal::open(optionsIn(folder), clock).value(); });
    out() << ms << ' ' << memoryMiB("VmHWM") << ' ' << before << ' ' << journal->entries().size() << '\n';
    return 0;
}

bool printOpen(const QString &folder)
{
    QList<double> times;
    QList<double> memory;
    double bare = 0;
    for (int round = 0; round <= rounds; ++round) {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--open"), folder});
        process.waitForFinished(-1);
        const QList<QByteArray> words = process.readAll().simplified().split(' ');
        if (process.exitCode() != 0 || words.size() != 4 ||
            words.at(3).toInt() != sessionCount + checkInCount)
            return false;
        if (round == 0)
            continue; // warms the disk cache
        times.append(words.at(0).toDouble());
        memory.append(words.at(1).toDouble());
        bare = words.at(2).toDouble();
    }
    out() << QStringLiteral("  open                %1 ms (700)\n").arg(median(times), 7, 'f', 0)
          << QStringLiteral("  memory, whole       %1 MiB (150), %2 before opening\n")
                 .arg(median(memory), 7, 'f', 0)
                 .arg(bare, 0, 'f', 0);
    return true;
}

/// An edit, and what the journal's list, the calendar and Today's chart then read again.
double refreshMs(Journal &journal, CheckIn edited, int round)
{
    edited.note = QStringLiteral("Noted again, %1").arg(round);
    const QDate today = journal.today();
    return timed([&] {
        (void)journal.put({edited});
        const QList<Entry> list = journal.entries();
        (void)modalityMarks(journal); // the calendar's, and again the chart's
        (void)modalityMarks(journal);
        SeriesInput chart;
        chart.scale = QStringLiteral("stress");
        for (const Entry &entry : journal.entries({today.addDays(-44), today, {}})) {
            if (const auto session = journal.find<Session>(entry.id))
                chart.sessions.append(*session);
            else if (const auto checkIn = journal.find<CheckIn>(entry.id))
                chart.checkIns.append(*checkIn);
        }
        (void)dailySeries(chart);
    });
}

void printUse(const QString &folder, const Clock &clock)
{
    const auto journal = Journal::open(optionsIn(folder), clock).value();
    QList<double> appends;
    for (int i = 0; i < appendCount; ++i)
        appends.append(timed([&] { (void)journal->put({checkIn(clock, i)}); }));
    QList<double> refreshes;
    const CheckIn newest =
        *journal->find<CheckIn>(journal->entries({{}, {}, RecordKind::CheckIn}).first().id);
    for (int i = 0; i < rounds; ++i)
        refreshes.append(refreshMs(*journal, newest, i));
    const QDate today = journal->today();
    const double month = timed([&] { (void)journal->entries({today.addDays(-30), today, {}}); });
    const double all = timed([&] { (void)journal->entries(); });
    const double undo = timed([&] { (void)journal->undo(); });
    out() << QStringLiteral("  append to disk      %1 ms (5)\n").arg(median(appends), 7, 'f', 2)
          << QStringLiteral("  edit and read again %1 ms (50)\n").arg(median(refreshes), 7, 'f', 2)
          << QStringLiteral("  undo                %1 ms\n").arg(undo, 7, 'f', 2)
          << QStringLiteral("  entries of a month  %1 ms\n").arg(month, 7, 'f', 2)
          << QStringLiteral("  all entries         %1 ms\n").arg(all, 7, 'f', 2);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--open"))
        return measureOpen(arguments.value(2));
    const SystemClock clock;
    QTemporaryDir folder;
    folder.setAutoRemove(!qEnvironmentVariableIsSet("STILLPOINT_BENCH_KEEP"));
    if (const auto filled = fill(folder.path(), clock); !filled) {
        out() << filled.error().message << '\n';
        return 1;
    }
    const double size = static_cast<double>(QFile(optionsIn(folder.path()).file).size()) / (1 << 20);
    out() << QStringLiteral("A journal of %1 records in %2 changes, %3 MiB (limits in brackets):\n")
                 .arg(sessionCount + checkInCount)
                 .arg(sessionCount + checkInCount + editCount)
                 .arg(size, 0, 'f', 0);
    out().flush();
    if (!printOpen(folder.path())) {
        out() << "The journal could not be opened whole.\n";
        return 1;
    }
    printUse(folder.path(), clock);
    return 0;
}
