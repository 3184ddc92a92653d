#include "ui/charts/groupdrawing.h"

#include "ui/charts/charttexts.h"
#include "ui/shell/theme.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/texts.h"

#include <qcustomplot.h>

#include <algorithm>

namespace stillpoint::ui {

namespace {

constexpr int mostRows = 8; ///< more are in the table
constexpr double rowHeight = 50;
constexpr double intervalHeight = 18; ///< at a row's foot
constexpr double dotPitch = 7;
constexpr double dotRadius = 3.1;

QList<ChangeDot> changesOf(const GroupResult &group, int mark)
{
    QList<ChangeDot> dots;
    for (const PairedDot &dot : group.dots)
        dots.append({dot.after - dot.before, mark});
    return dots;
}

} // namespace

struct GroupDrawing::Places
{
    ChangeAxis axis;
    QRectF area;
    double nameLeft = 0;
    double countLeft = 0;
    double bottom = 0; ///< of the rows
    double row = 0;    ///< height
    double scale = 1;

    double top(int index) const { return area.top() + index * row; }
    double intervalY(int index) const { return top(index) + row - intervalHeight * scale / 2 - 3 * scale; }
};

GroupDrawing::GroupDrawing(ChartScope scope, GroupComparison groups)
    : m_scope(std::move(scope))
    , m_groups(std::move(groups))
{
    m_groups.groups.removeIf([](const GroupResult &group) { return group.sessions == 0; });
}

QString GroupDrawing::title() const
{
    switch (m_groups.kind) {
    case GroupKind::Practitioner:
        return tr("By practitioner");
    case GroupKind::Pressure:
        return tr("By pressure");
    case GroupKind::Modality:
        break;
    }
    return tr("By modality");
}

QString GroupDrawing::facts() const
{
    return tr("%1, after − before").arg(m_scope.scale.name.toLower());
}

QString GroupDrawing::period() const
{
    int sessions = 0;
    for (const GroupResult &group : m_groups.groups)
        sessions += group.sessions;
    return tr("%1, %2").arg(ChartTexts::span(m_scope.from, m_scope.to), ChartTexts::sessions(sessions));
}

QString GroupDrawing::missing(const GroupResult &group) const
{
    const int more = sessionsForGroup - group.n;
    if (more <= 0)
        return tr("no interval yet");
    return more == 1 ? tr("1 more needed for an interval")
                     : tr("%Ln more needed for an interval", nullptr, more);
}

QStringList GroupDrawing::notes() const
{
    if (m_groups.groups.isEmpty())
        return {tr("No sessions in these days.")};
    QStringList notes;
    for (const GroupClaim &claim : m_groups.claims) {
        notes.append(tr("%1 does more than %2.")
                         .arg(m_scope.groupName(m_groups.kind, claim.better),
                              m_scope.groupName(m_groups.kind, claim.worse)));
    }
    if (m_groups.claims.isEmpty() && m_scope.scale.direction != Direction::Neutral &&
        m_groups.groups.size() > 1)
        notes.append(tr("No clear difference yet."));
    const bool lines = std::any_of(m_groups.groups.cbegin(), m_groups.groups.cend(),
                                   [](const GroupResult &group) { return group.pooled.has_value(); });
    if (lines)
        notes.append(
            tr("Dots: right after a session. Lines: the %1 after it, beyond what was expected anyway "
               "(%2 intervals, drawn towards each other).")
                .arg(ChartTexts::days(m_scope.followUpDays), m_scope.percent()));
    if (const qsizetype more = m_groups.groups.size() - mostRows; more > 0)
        notes.append(more == 1 ? tr("1 more is in the table.")
                               : tr("%Ln more are in the table.", nullptr, static_cast<int>(more)));
    return notes;
}

QString GroupDrawing::sentence() const
{
    QStringList parts;
    for (const GroupResult &group : m_groups.groups) {
        const QString name = m_scope.groupName(m_groups.kind, group.code);
        QString effect = missing(group);
        if (group.pooled) {
            const Interval on = m_scope.onAxis(*group.pooled);
            effect = tr("%1, %2 interval %3")
                         .arg(ChartTexts::points(on.estimate), m_scope.percent(),
                              ChartTexts::pointRange(on.low, on.high));
        }
        parts.append(tr("%1, %2: %3.").arg(name, ChartTexts::sessions(group.sessions), effect));
    }
    return tr("%1, %2, %3.")
               .arg(title(), m_scope.scale.name, ChartTexts::direction(m_scope.scale.direction)) +
           QLatin1Char(' ') + parts.join(QLatin1Char(' ')) + QLatin1Char(' ') +
           notes().join(QLatin1Char(' '));
}

QString GroupDrawing::heading() const
{
    switch (m_groups.kind) {
    case GroupKind::Practitioner:
        return tr("Practitioner");
    case GroupKind::Pressure:
        return tr("Pressure");
    case GroupKind::Modality:
        break;
    }
    return tr("Modality");
}

QList<QStringList> GroupDrawing::table() const
{
    QList<QStringList> rows{{heading(), tr("Sessions"), tr("Rated twice"), tr("With rated days after"),
                             tr("Beyond expected"), tr("%1 interval").arg(m_scope.percent())}};
    for (const GroupResult &group : m_groups.groups) {
        QStringList row{m_scope.groupName(m_groups.kind, group.code),
                        QString::number(group.sessions),
                        QString::number(group.dots.size()),
                        QString::number(group.n),
                        missing(group),
                        {}};
        if (group.pooled) {
            const Interval on = m_scope.onAxis(*group.pooled);
            row[4] = ChartTexts::withSign(on.estimate);
            row[5] = tr("%1 to %2").arg(ChartTexts::withSign(on.low), ChartTexts::withSign(on.high));
        }
        rows.append(row);
    }
    return rows;
}

int GroupDrawing::rowCount() const
{
    return static_cast<int>(std::min<qsizetype>(m_groups.groups.size(), mostRows));
}

double GroupDrawing::height(const Theme &theme) const
{
    return std::max(1, rowCount()) * rowHeight * theme.textScale() + ChangeAxis::labelHeight(theme);
}

GroupDrawing::Places GroupDrawing::places(const Theme &theme, const QRectF &area) const
{
    QList<double> values;
    const QFontMetricsF metrics(theme.font(TextRole::Dense));
    double names = 0;
    for (int i = 0; i < rowCount(); ++i) {
        const GroupResult &group = m_groups.groups.at(i);
        for (const ChangeDot &dot : changesOf(group, 0))
            values.append(dot.change);
        if (group.pooled)
            values << m_scope.onAxis(*group.pooled).low << m_scope.onAxis(*group.pooled).high;
        names = std::max(names, metrics.horizontalAdvance(m_scope.groupName(m_groups.kind, group.code)));
    }
    Places places{ChangeAxis(values, m_scope.scale), area};
    places.scale = theme.textScale();
    places.nameLeft = area.left() + 20 * places.scale;
    names = std::min(names, area.width() * 0.36);
    places.countLeft = area.right() - metrics.horizontalAdvance(tr("n %1").arg(888));
    places.bottom = area.bottom() - ChangeAxis::labelHeight(theme);
    places.row = (places.bottom - area.top()) / std::max(1, rowCount());
    places.axis.fit(places.nameLeft + names + 12 * places.scale, places.countLeft - 8 * places.scale);
    return places;
}

QList<QPointF> GroupDrawing::dots(const Places &places, int row) const
{
    const double base = places.top(row) + places.row - (intervalHeight + 4) * places.scale;
    return places.axis.stack(changesOf(m_groups.groups.at(row), 0), base,
                             base - places.top(row) - 3 * places.scale, dotPitch * places.scale);
}

void GroupDrawing::draw(QCPPainter &painter, const Theme &theme, const QRectF &area) const
{
    const Places at = places(theme, area);
    at.axis.drawGrid(painter, theme, area.top(), at.bottom);
    at.axis.drawLabels(painter, theme, at.bottom);
    for (int row = 0; row < rowCount(); ++row) {
        if (row > 0) {
            const double y = std::round(at.top(row)) + 0.5;
            painter.setPen(QPen(theme.color(Token::Hairline), 1));
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        }
        drawRow(painter, theme, at, row);
    }
}

void GroupDrawing::drawRow(QPainter &painter, const Theme &theme, const Places &at, int row) const
{
    const GroupResult &group = m_groups.groups.at(row);
    const int mark = m_groups.kind == GroupKind::Modality ? m_scope.mark(group.code) : 0;
    painter.setFont(theme.font(TextRole::Dense));
    const QFontMetricsF metrics(painter.font());
    const double middle = at.top(row) + at.row / 2;
    paintMark(painter, theme, mark, {at.area.left() + 7 * at.scale, middle}, 4.6 * at.scale);
    painter.setPen(theme.color(Token::Text));
    const double width = at.axis.left() - 10 * at.scale - at.nameLeft;
    painter.drawText(QRectF(at.nameLeft, middle - metrics.height() / 2, width, metrics.height()),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(m_scope.groupName(m_groups.kind, group.code), Qt::ElideRight, width));

    const auto count = [&](int n, double y) {
        painter.setFont(theme.font(TextRole::Caption));
        painter.setPen(theme.color(Token::Text2));
        painter.drawText(
            QRectF(at.countLeft, y - metrics.height() / 2, at.area.right() - at.countLeft, metrics.height()),
            Qt::AlignRight | Qt::AlignVCenter, tr("n %1").arg(n));
    };
    const QList<QPointF> dotPlaces = dots(at, row);
    for (const QPointF &place : dotPlaces)
        paintMark(painter, theme, mark, place, dotRadius * at.scale);
    const double y = at.intervalY(row);
    count(static_cast<int>(group.dots.size()), at.top(row) + (y - at.top(row)) / 2 - 2 * at.scale);
    if (group.pooled) {
        count(group.n, y);
        const QColor color = theme.color(seriesToken(mark));
        at.axis.drawInterval(painter, theme, m_scope.onAxis(*group.pooled), y, color, false);
        return;
    }
    painter.setFont(theme.font(TextRole::Caption));
    painter.setPen(theme.color(Token::Text2));
    const QString text = missing(group);
    const double textWidth = QFontMetricsF(painter.font()).horizontalAdvance(text) + 6;
    const double centre = (at.axis.left() + at.axis.right()) / 2;
    const QRectF box(centre - textWidth / 2, y - metrics.height() / 2, textWidth, metrics.height());
    painter.fillRect(box, theme.color(Token::Surface));
    painter.drawText(box, Qt::AlignCenter, text);
}

QList<ChartPoint> GroupDrawing::points(const Theme &theme, const QRectF &area) const
{
    const Places at = places(theme, area);
    QList<ChartPoint> points;
    for (int row = 0; row < rowCount(); ++row) {
        const GroupResult &group = m_groups.groups.at(row);
        const QList<QPointF> dotPlaces = dots(at, row);
        QList<ChartPoint> inRow;
        for (qsizetype i = 0; i < dotPlaces.size(); ++i) {
            const PairedDot &dot = group.dots.at(i);
            inRow.append({dotPlaces.at(i), 6 * theme.textScale(), ChartTexts::pairedDot(dot, m_scope),
                          RecordKind::Session, dot.session});
        }
        std::stable_sort(inRow.begin(), inRow.end(), [](const ChartPoint &a, const ChartPoint &b) {
            return std::pair(a.place.x(), -a.place.y()) < std::pair(b.place.x(), -b.place.y());
        });
        points += inRow;
    }
    return points;
}

} // namespace stillpoint::ui
