#include "app/insights/engine.h"
#include "app/insights/guardmodel.h"
#include "app/insights/summary.h"
#include "tests/bench/measure.h"
#include "tests/support/simulatedjournal.h"

#include <ctime>

using namespace stillpoint;
using namespace stillpoint::bench;

/// How long the numbers of a year and of ten years take, all together and one by one.
namespace {

constexpr int rounds = 15;

/// Median milliseconds of processor time of `work`, which runs on one thread: a busy machine does not count.
template<class Work>
double timed(Work &&work)
{
    QList<double> times;
    for (int round = 0; round < rounds; ++round) {
        const std::clock_t start = std::clock();
        work();
        times.append(1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    return quantile(times, 0.5);
}

void print(const char *what, double ms, const char *limit = "")
{
    out() << QStringLiteral("  %1 %2 ms %3\n")
                 .arg(QLatin1String(what), -28)
                 .arg(ms, 8, 'f', 2)
                 .arg(QLatin1String(limit));
}

InsightsInput journalOf(int days)
{
    test::Person person;
    person.days = days;
    person.booking = test::Booking::Weekly;
    person.effects = {1, 0.5, 0, 1.5, 0.2, 1};
    person.rated = 1;
    return test::PersonsJournal(person, 1).write();
}

double engineMs(const InsightsInput &input)
{
    const ModelData data = modelData(input);
    const EngineRows rows = modelRows(data, modelColumns(data, {followUps(data, 3)}));
    return timed([&rows] { (void)fitEngine(rows); });
}

void printParts(const InsightsInput &input)
{
    const DailySeries series = dailySeries(input.series);
    const ModelData data = modelData(input);
    const PairedChange paired = pairedChange(input);
    print("daily series", timed([&] { (void)dailySeries(input.series); }));
    print("trend", timed([&] { (void)trend(series.days); }));
    print("rows for the engine", timed([&] { (void)modelData(input); }));
    print("guard", timed([&] { (void)guard(input, data); }));
    print("modalities", timed([&] { (void)compareGroups(input, data, paired, GroupKind::Modality); }));
    print("paired change", timed([&] { (void)pairedChange(input); }));
    print("usual wobble", timed([&] { (void)noiseFloor(input); }));
}

} // namespace

int main()
{
    const InsightsInput year = journalOf(365);
    InsightsInput decade = journalOf(3650);
    out() << QStringLiteral(
                 "Insights of ten years, %1 sessions and %2 check-ins (limits in brackets), load %3:\n")
                 .arg(decade.series.sessions.size())
                 .arg(decade.series.checkIns.size())
                 .arg(load());
    print("engine, a year", engineMs(year), "(0.3)");
    print("engine, ten years", engineMs(decade), "(5)");
    print("everything", timed([&] { (void)summarise(decade); }), "(300)");
    const double again = timed([&] {
        CheckIn &entry = decade.series.checkIns.last();
        Rating &rating = entry.ratings.begin()->second;
        rating.value = rating.value == 3 ? 4 : 3;
        (void)summarise(decade);
    });
    print("everything after a change", again, "(100)");
    printParts(decade);
    return 0;
}
