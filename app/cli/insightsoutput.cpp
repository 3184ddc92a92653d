#include "app/cli/insightsoutput.h"

#include <QJsonArray>

namespace stillpoint {

namespace {

QJsonValue jsonOf(const std::optional<double> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonValue jsonOf(const QDate &day)
{
    return day.isValid() ? QJsonValue(day.toString(Qt::ISODate)) : QJsonValue();
}

void insert(QJsonObject &object, QLatin1String estimateName, const std::optional<Interval> &interval)
{
    object.insert(estimateName, interval ? QJsonValue(interval->estimate) : QJsonValue());
    object.insert(QStringLiteral("low"), interval ? QJsonValue(interval->low) : QJsonValue());
    object.insert(QStringLiteral("high"), interval ? QJsonValue(interval->high) : QJsonValue());
}

QJsonArray jsonOf(const QList<TrendSegment> &segments)
{
    QJsonArray points;
    for (const TrendSegment &segment : segments) {
        for (const TrendPoint &point : segment) {
            points.append(QJsonObject{{QStringLiteral("date"), jsonOf(point.day)},
                                      {QStringLiteral("median"), point.median},
                                      {QStringLiteral("q25"), point.q25},
                                      {QStringLiteral("q75"), point.q75}});
        }
    }
    return points;
}

QJsonObject jsonOf(const PairedChange &paired)
{
    QJsonObject object{{QStringLiteral("n"), paired.dots.size()}};
    insert(object, QLatin1String("mean"), paired.mean);
    return object;
}

QJsonObject jsonOf(const Guard &guard)
{
    QJsonArray flags;
    for (const GuardFlag flag : guard.flags)
        flags.append(guardFlagName(flag));
    QJsonObject object{{QStringLiteral("n"), guard.sessions},
                       {QStringLiteral("naive"), jsonOf(guard.naive)},
                       {QStringLiteral("rho"), jsonOf(guard.rho)},
                       {QStringLiteral("verdict"), verdictName(guard.verdict)},
                       {QStringLiteral("missing"),
                        QJsonObject{{QStringLiteral("sessions"), guard.missingSessions},
                                    {QStringLiteral("untreated_days"), guard.missingUntreatedDays}}},
                       {QStringLiteral("tipping_point"), jsonOf(guard.tippingPoint)},
                       {QStringLiteral("flags"), flags}};
    insert(object, QLatin1String("estimate"), guard.effect);
    return object;
}

QJsonArray jsonOf(const GroupComparison &comparison, const GroupNames &names)
{
    QJsonArray groups;
    for (const GroupResult &group : comparison.groups) {
        QJsonArray moreThan;
        for (const GroupClaim &claim : comparison.claims) {
            if (claim.better == group.code)
                moreThan.append(claim.worse);
        }
        QJsonObject object{{QStringLiteral("code"), group.code},
                           {QStringLiteral("name"), names(comparison.kind, group.code)},
                           {QStringLiteral("sessions"), group.sessions},
                           {QStringLiteral("n"), group.n},
                           {QStringLiteral("more_than"), moreThan}};
        insert(object, QLatin1String("estimate"), group.pooled);
        groups.append(object);
    }
    return groups;
}

QJsonObject jsonOf(const NoiseFloor &noise)
{
    QJsonObject object{{QStringLiteral("n"), noise.pairs}, {QStringLiteral("beyond"), jsonOf(noise.wobble)}};
    insert(object, QLatin1String("sem"), noise.sem);
    return object;
}

} // namespace

QJsonObject jsonFor(const InsightsSummary &summary, const GroupNames &names)
{
    return {{QStringLiteral("scale"), summary.scale.code},
            {QStringLiteral("range"), QJsonObject{{QStringLiteral("from"), jsonOf(summary.from)},
                                                  {QStringLiteral("to"), jsonOf(summary.to)}}},
            {QStringLiteral("ratings"), summary.ratings},
            {QStringLiteral("days_rated"), summary.daysRated},
            {QStringLiteral("coverage"), jsonOf(summary.coverage)},
            {QStringLiteral("sessions"), summary.series.sessions.size()},
            {QStringLiteral("trend"), jsonOf(summary.trend)},
            {QStringLiteral("paired"), jsonOf(summary.paired)},
            {QStringLiteral("guard"), jsonOf(summary.guard)},
            {QStringLiteral("relief"), QJsonObject{{QStringLiteral("days"), QJsonValue()},
                                                   {QStringLiteral("half_after"), QJsonValue()},
                                                   {QStringLiteral("low"), QJsonValue()},
                                                   {QStringLiteral("high"), QJsonValue()}}},
            {QStringLiteral("groups"),
             QJsonObject{{QStringLiteral("modality"), jsonOf(summary.modalities, names)},
                         {QStringLiteral("practitioner"), jsonOf(summary.practitioners, names)}}},
            {QStringLiteral("noise"), jsonOf(summary.noise)}};
}

} // namespace stillpoint
