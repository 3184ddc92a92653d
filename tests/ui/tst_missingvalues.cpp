#include "app/insights/summary.h"
#include "tests/support/insightstest.h"
#include "tests/support/uitest.h"
#include "ui/charts/chartpicture.h"
#include "ui/insights/insightsvalues.h"
#include "ui/widgets/texts.h"

#include <rapidcheck.h>

using namespace stillpoint;
using namespace stillpoint::test;
using namespace stillpoint::ui;

namespace {

/// One journal whose ratings are partly gone, twice: never given, and asked for but left out. Nothing may
/// tell the two apart, whatever the ratings had been.
struct Gaps
{
    InsightsInput absent;
    InsightsInput skipped;
    QSet<QDate> ratedDays; ///< those that still have a rating of their own
};

Gaps withGaps(InsightsInput input, int keepPercent, std::uint64_t seed)
{
    Dice dice(seed);
    Gaps gaps{input, input, {}};
    const auto drop = [&](auto &absent, auto &skipped) {
        for (auto rating = skipped.ratings.begin(); rating != skipped.ratings.end(); ++rating) {
            if (dice.below(100) < keepPercent)
                continue;
            absent.ratings.erase(rating->first);
            rating->second.value.reset();
        }
    };
    for (qsizetype i = 0; i < input.series.checkIns.size(); ++i)
        drop(gaps.absent.series.checkIns[i], gaps.skipped.series.checkIns[i]);
    for (qsizetype i = 0; i < input.series.sessions.size(); ++i)
        drop(gaps.absent.series.sessions[i], gaps.skipped.series.sessions[i]);
    for (const CheckIn &one : std::as_const(gaps.absent.series.checkIns)) {
        if (!one.ratings.empty())
            gaps.ratedDays.insert(one.time.moment->local().date());
    }
    for (const Session &one : std::as_const(gaps.absent.series.sessions)) {
        if (one.ratings.contains({Phase::Before, input.series.scale, {}}))
            gaps.ratedDays.insert(one.start.moment->local().date());
    }
    return gaps;
}

InsightsQuery queryOf(const InsightsInput &input)
{
    InsightsQuery query;
    query.input = input;
    query.days = 0;
    return query;
}

/// All that a drawing says in words and numbers.
QStringList wordsOf(const Drawing &drawing, const Theme &theme)
{
    QStringList words{drawing.title(), drawing.facts(), drawing.period(), drawing.sentence()};
    words += drawing.lead() + drawing.notes();
    for (const QStringList &row : drawing.table())
        words.append(row.join(QLatin1Char('\t')));
    for (const ChartPoint &point : drawing.points(theme, QRectF(0, 0, 700, drawing.height(theme))))
        words.append(point.text);
    return words;
}

/// The days of a table whose second column is a number.
QSet<QString> daysWithNumbers(const QList<QStringList> &table)
{
    QSet<QString> days;
    for (const QStringList &row : table.mid(1)) {
        bool isNumber = false;
        QLocale().toDouble(row.at(1), &isNumber);
        if (isNumber)
            days.insert(row.at(0));
    }
    return days;
}

} // namespace

class TestMissingValues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void skippedRatings_lookLike_noneAtAll();
    void days_haveNumbers_onlyWhereARatingIs();
};

void TestMissingValues::skippedRatings_lookLike_noneAtAll()
{
    const PaperTheme paper;
    QVERIFY(rc::check([&paper] {
        const auto seed = static_cast<std::uint64_t>(*rc::gen::inRange(0, 1000));
        const InsightsInput input = personsInput(1, seed, [](Person &person) { person.days = 90; });
        const Gaps gaps = withGaps(input, *rc::gen::inRange(0, 100), seed + 1);
        RC_ASSERT(summarise(gaps.absent) == summarise(gaps.skipped));
        const InsightsValues absent = insightsValues(queryOf(gaps.absent));
        const InsightsValues skipped = insightsValues(queryOf(gaps.skipped));
        RC_ASSERT(absent.time == skipped.time);
        for (const QString &name : chartNames()) {
            const Drawing &one = *absent.drawings.value(name);
            const Drawing &other = *skipped.drawings.value(name);
            RC_ASSERT(wordsOf(one, paper.theme()) == wordsOf(other, paper.theme()));
        }
        const QString &name = chartNames().at(*rc::gen::inRange(0, static_cast<int>(chartNames().size())));
        RC_ASSERT(chartBytes(*absent.drawings.value(name), paper.theme(), PictureFormat::Svg) ==
                  chartBytes(*skipped.drawings.value(name), paper.theme(), PictureFormat::Svg));
    }));
}

void TestMissingValues::days_haveNumbers_onlyWhereARatingIs()
{
    QVERIFY(rc::check([] {
        const auto seed = static_cast<std::uint64_t>(*rc::gen::inRange(0, 1000));
        const InsightsInput input = personsInput(1, seed, [](Person &person) { person.days = 90; });
        const Gaps gaps = withGaps(input, *rc::gen::inRange(0, 100), seed + 1);
        const InsightsValues values = insightsValues(queryOf(gaps.skipped));
        QSet<QString> rated;
        for (const QDate &day : gaps.ratedDays)
            rated.insert(fullDay(day));
        RC_ASSERT(values.time.series.dots.size() == gaps.ratedDays.size()); // the person rates once a day
        for (const RatedDay &day : values.time.series.days)
            RC_ASSERT(gaps.ratedDays.contains(day.day));
        RC_ASSERT(daysWithNumbers(values.drawings.value(QStringLiteral("time"))->table()) == rated);
        RC_ASSERT(daysWithNumbers(values.drawings.value(QStringLiteral("year"))->table()) == rated);
        for (const TrendSegment &segment : values.time.trend) {
            for (const TrendPoint &point : segment) {
                const auto around =
                    std::count_if(gaps.ratedDays.cbegin(), gaps.ratedDays.cend(), [&point](const QDate &day) {
                        return std::abs(day.daysTo(point.day)) <= TrendOptions().windowDays / 2;
                    });
                RC_ASSERT(point.ratedDays >= TrendOptions().minimumDays && point.ratedDays <= around);
            }
        }
    }));
}

STILLPOINT_UI_TEST_MAIN(TestMissingValues)
#include "tst_missingvalues.moc"
