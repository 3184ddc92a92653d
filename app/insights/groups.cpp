#include "app/insights/groups.h"

#include "app/insights/guardmodel.h"
#include "app/insights/pooling.h"
#include "app/insights/quantiles.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace stillpoint {

namespace {

constexpr qsizetype mostGroups = 20; ///< with a column of their own
constexpr Eigen::Index firstGroupColumn = 1;

QString codeOf(const Session &session, GroupKind kind)
{
    switch (kind) {
    case GroupKind::Practitioner:
        return session.practitioner.isNull() ? QString()
                                             : session.practitioner.toString(QUuid::WithoutBraces);
    case GroupKind::Pressure:
        return session.pressure ? QString::number(*session.pressure) : QString();
    case GroupKind::Modality:
        break;
    }
    return session.modalities.value(0);
}

class Comparer
{
public:
    Comparer(const InsightsInput &input, const ModelData &data, GroupKind kind)
        : m_input(input)
        , m_data(data)
        , m_point(pointOn(input.scale))
    {
        m_result.kind = kind;
    }

    GroupComparison make(const PairedChange &paired)
    {
        findGroups(paired);
        if (!m_result.groups.isEmpty() && fit()) {
            pool();
            if (m_input.scale.direction != Direction::Neutral)
                compare();
        }
        return m_result;
    }

private:
    SessionTest isOf(qsizetype group) const;
    void findGroups(const PairedChange &paired);
    bool fit();
    void pool();
    void compare();
    Interval difference(const Eigen::VectorXd &mean, const Eigen::MatrixXd &covariance, qsizetype x,
                        qsizetype y, double confidence) const;

    const InsightsInput &m_input;
    const ModelData &m_data;
    double m_point;
    GroupComparison m_result;
    QList<qsizetype> m_columns; ///< group of each column
    Eigen::VectorXd m_effect;   ///< improvements in points, one per column
    Eigen::MatrixXd m_covariance;
    Pooled m_pooled;
};

SessionTest Comparer::isOf(qsizetype group) const
{
    return [code = m_result.groups.at(group).code, kind = m_result.kind](const Session &session) {
        return codeOf(session, kind) == code;
    };
}

void Comparer::findGroups(const PairedChange &paired)
{
    QHash<QString, GroupResult> groups;
    QHash<QUuid, QString> codes;
    for (const DatedSession &session : m_data.sessions) {
        const QString code = codeOf(*session.session, m_result.kind);
        codes.insert(session.session->id, code);
        const bool inRange = !(m_input.series.from.isValid() && session.day < m_input.series.from) &&
                             !(m_input.series.to.isValid() && session.day > m_input.series.to);
        GroupResult &group = groups[code];
        group.code = code;
        group.sessions += inRange ? 1 : 0;
    }
    for (const PairedDot &dot : paired.dots)
        groups[codes.value(dot.session)].dots.append(dot);
    m_result.groups = groups.values();
    std::sort(m_result.groups.begin(), m_result.groups.end(), [](const GroupResult &a, const GroupResult &b) {
        return a.sessions != b.sessions ? a.sessions > b.sessions : a.code < b.code;
    });
    for (qsizetype i = 0; i < m_result.groups.size(); ++i)
        m_result.groups[i].n = followedSessions(m_data, m_input.settings.followUpDays, isOf(i));
    m_result.groups.removeIf([](const GroupResult &group) { return group.sessions == 0 && group.n == 0; });
}

bool Comparer::fit()
{
    const int length = m_input.settings.followUpDays;
    const DayColumn treated = followUps(m_data, length);
    const auto untreated = std::count_if(m_data.ratedDays.begin(), m_data.ratedDays.end(),
                                         [&](qint64 day) { return !treated[static_cast<std::size_t>(day)]; });
    if (untreated < untreatedDaysForGuard)
        return false;
    std::vector<DayColumn> columns;
    DayColumn others(m_data.days(), false);
    bool anyOther = false;
    for (qsizetype i = 0; i < m_result.groups.size(); ++i) {
        if (m_result.groups.at(i).n == 0)
            continue;
        const DayColumn own = followUps(m_data, length, isOf(i));
        if (m_columns.size() < mostGroups) {
            m_columns.append(i);
            columns.push_back(own);
            continue;
        }
        anyOther = true;
        std::transform(own.begin(), own.end(), others.begin(), others.begin(), std::logical_or<>());
    }
    if (anyOther)
        columns.push_back(others);
    if (m_columns.isEmpty())
        return false;
    const auto fitted = fitEngine(modelRows(m_data, modelColumns(m_data, columns)));
    if (!fitted)
        return false;
    const Eigen::Index count = m_columns.size();
    const double sign = m_input.scale.direction == Direction::HigherWorse ? -1 : 1;
    m_effect = sign / m_point * fitted->b.segment(firstGroupColumn, count);
    m_covariance =
        fitted->covariance.block(firstGroupColumn, firstGroupColumn, count, count) / (m_point * m_point);
    return true;
}

void Comparer::pool()
{
    m_pooled = pooled(m_effect, m_covariance);
    for (qsizetype column = 0; column < m_columns.size(); ++column) {
        GroupResult &group = m_result.groups[m_columns.at(column)];
        if (group.tooFew())
            continue;
        const double half = intervalFactor(m_input.settings.confidence, group.n - 1) *
                            std::sqrt(m_pooled.covariance(column, column)) * m_point;
        const double mean = m_pooled.mean[column] * m_point;
        group.pooled = Interval{mean, mean - half, mean + half};
    }
}

Interval Comparer::difference(const Eigen::VectorXd &mean, const Eigen::MatrixXd &covariance, qsizetype x,
                              qsizetype y, double confidence) const
{
    const int freedom = m_result.groups.at(m_columns.at(x)).n + m_result.groups.at(m_columns.at(y)).n - 2;
    const double variance = covariance(x, x) + covariance(y, y) - 2 * covariance(x, y);
    const double half = intervalFactor(confidence, freedom) * std::sqrt(std::max(0.0, variance));
    const double centre = mean[x] - mean[y];
    return {centre * m_point, (centre - half) * m_point, (centre + half) * m_point};
}

void Comparer::compare()
{
    QList<std::pair<qsizetype, qsizetype>> pairs;
    const auto compares = [this](qsizetype column) {
        const GroupResult &group = m_result.groups.at(m_columns.at(column));
        return !group.code.isEmpty() && !group.tooFew();
    };
    for (qsizetype x = 0; x < m_columns.size(); ++x) {
        for (qsizetype y = x + 1; y < m_columns.size(); ++y) {
            if (compares(x) && compares(y))
                pairs.append({x, y});
        }
    }
    m_result.comparisons = static_cast<int>(pairs.size());
    const double confidence = m_input.settings.confidence;
    for (auto [x, y] : std::as_const(pairs)) {
        if (m_pooled.mean[x] < m_pooled.mean[y])
            std::swap(x, y);
        const Interval shown = difference(m_pooled.mean, m_pooled.covariance, x, y, confidence);
        const Interval alone =
            difference(m_effect, m_covariance, x, y, 1 - (1 - confidence) / m_result.comparisons);
        if (shown.estimate >= meaningful * m_point && shown.low > 0 && alone.low > 0) {
            m_result.claims.append(
                {m_result.groups.at(m_columns.at(x)).code, m_result.groups.at(m_columns.at(y)).code, shown});
        }
    }
}

} // namespace

bool GroupResult::tooFew() const
{
    return n < sessionsForGroup;
}

GroupComparison compareGroups(const InsightsInput &input, const ModelData &data, const PairedChange &paired,
                              GroupKind kind)
{
    return Comparer(input, data, kind).make(paired);
}

GroupComparison compareGroups(const InsightsInput &input, GroupKind kind)
{
    return compareGroups(input, modelData(input), pairedChange(input), kind);
}

} // namespace stillpoint
