#include "ui/charts/verdictdrawing.h"

#include "ui/charts/charttexts.h"
#include "ui/charts/guardtexts.h"
#include "ui/shell/theme.h"

#include <qcustomplot.h>

#include <cmath>

namespace stillpoint::ui {

namespace {
constexpr double nameWidth = 176;
constexpr double barHeight = 14;
} // namespace

VerdictDrawing::VerdictDrawing(VerdictChartData data)
    : m_data(std::move(data))
{
    const Guard &guard = m_data.guard;
    m_rows = {
        row(Look::Filled, tr("After your sessions"),
            tr("%1, %2 rated").arg(ChartTexts::sessions(guard.sessions), ChartTexts::days(guard.treatedDays)),
            guard.naive),
        row(Look::Hollow, tr("Expected anyway"),
            tr("from %1 without").arg(ChartTexts::days(guard.untreatedDays)), guard.anyway),
        row(Look::Interval, tr("Difference"), tr("%1 interval").arg(m_data.scope.percent()), std::nullopt)};
    if (guard.effect) {
        m_rows[2].range = m_data.scope.onAxis(*guard.effect);
        m_rows[2].change = m_rows[2].range->estimate;
    }
}

VerdictDrawing::Row VerdictDrawing::row(Look look, const QString &name, const QString &basis,
                                        std::optional<double> improvement) const
{
    Row made{look, name, basis, std::nullopt, std::nullopt};
    if (improvement)
        made.change = m_data.scope.onAxis(*improvement);
    return made;
}

QString VerdictDrawing::title() const
{
    return tr("%1 after your sessions").arg(m_data.scope.scale.name);
}

QString VerdictDrawing::facts() const
{
    const int percent = m_data.daysInRange > 0
                            ? static_cast<int>(std::lround(100.0 * m_data.daysRated / m_data.daysInRange))
                            : 0;
    return tr("%1, %2 of %3 rated (%4 %)")
        .arg(ChartTexts::sessions(m_data.guard.sessions), QString::number(m_data.daysRated),
             ChartTexts::days(m_data.daysInRange), QString::number(percent));
}

QString VerdictDrawing::period() const
{
    return tr("%1, %2").arg(ChartTexts::direction(m_data.scope.scale.direction),
                            ChartTexts::span(m_data.scope.from, m_data.scope.to));
}

QStringList VerdictDrawing::lead() const
{
    const GuardTexts texts(m_data.scope, m_data.guard);
    return QStringList{verdictWords(m_data.guard)} + texts.reasons();
}

QStringList VerdictDrawing::notes() const
{
    const GuardTexts texts(m_data.scope, m_data.guard);
    QStringList notes;
    if (m_data.guard.effect)
        notes.append(tr("This assumes you booked because of how you felt, not of what was coming."));
    notes += texts.flags();
    if (const QString tipping = texts.tippingPoint(); !tipping.isEmpty() && !lead().contains(tipping))
        notes.append(tipping);
    if (m_data.comparisons == 1)
        notes.append(tr("1 comparison on this page. If nothing worked, it would still show an effect by luck "
                        "in about %1 of 100 cases.")
                         .arg(QLocale().toString(100 * m_data.falseAlarms, 'f', 0)));
    else if (m_data.comparisons > 1)
        notes.append(
            tr("%Ln comparisons, by modality, practitioner and pressure. If nothing worked, about %1 "
               "of them would still show an effect by luck.",
               nullptr, m_data.comparisons)
                .arg(QLocale().toString(m_data.falseAlarms, 'f', 1)));
    return notes;
}

QString VerdictDrawing::words(const Row &row) const
{
    if (!row.change)
        return tr("not yet");
    if (!row.range)
        return ChartTexts::points(*row.change);
    return tr("%1 (%2)").arg(ChartTexts::points(*row.change),
                             ChartTexts::pointRange(row.range->low, row.range->high));
}

QString VerdictDrawing::sentence() const
{
    QStringList parts{tr("%1: %2").arg(title(), lead().join(QStringLiteral(". ")))};
    for (const Row &row : m_rows)
        parts.append(tr("%1: %2, %3.").arg(row.name, words(row), row.basis));
    return (parts + notes()).join(QLatin1Char(' '));
}

QList<QStringList> VerdictDrawing::table() const
{
    QList<QStringList> rows{{tr("Bar"), tr("Change"), tr("From"), tr("To"), tr("Rests on")}};
    for (const Row &row : m_rows) {
        rows.append({row.name, row.change ? ChartTexts::withSign(*row.change) : tr("not yet"),
                     row.range ? ChartTexts::withSign(row.range->low) : QString(),
                     row.range ? ChartTexts::withSign(row.range->high) : QString(), row.basis});
    }
    return rows;
}

double VerdictDrawing::rowHeight(const Theme &theme) const
{
    return QFontMetricsF(theme.font(TextRole::Dense)).height() +
           QFontMetricsF(theme.font(TextRole::Caption)).height() + 6 * theme.textScale();
}

double VerdictDrawing::height(const Theme &theme) const
{
    return static_cast<double>(m_rows.size()) * rowHeight(theme) + ChangeAxis::labelHeight(theme);
}

ChangeAxis VerdictDrawing::axis(const Theme &theme, const QRectF &area) const
{
    QList<double> values;
    for (const Row &row : m_rows) {
        if (row.change)
            values.append(*row.change);
        if (row.range)
            values << row.range->low << row.range->high;
    }
    ChangeAxis axis(values, m_data.scope.scale);
    axis.fit(area.left() + nameWidth * theme.textScale(), area.right() - 4 * theme.textScale());
    return axis;
}

void VerdictDrawing::draw(QCPPainter &painter, const Theme &theme, const QRectF &area) const
{
    const ChangeAxis changes = axis(theme, area);
    const double height = rowHeight(theme);
    const double bottom = area.top() + static_cast<double>(m_rows.size()) * height;
    changes.drawGrid(painter, theme, area.top(), bottom);
    changes.drawLabels(painter, theme, bottom);
    QRectF place(area.left(), area.top(), area.width(), height);
    for (const Row &each : m_rows) {
        drawRow(painter, theme, changes, place, each);
        place.translate(0, height);
    }
}

void VerdictDrawing::drawRow(QPainter &painter, const Theme &theme, const ChangeAxis &axis,
                             const QRectF &place, const Row &row) const
{
    const double scale = theme.textScale();
    painter.setFont(theme.font(TextRole::Dense));
    const double line = QFontMetricsF(painter.font()).height();
    painter.setPen(theme.color(Token::Text));
    painter.drawText(QRectF(place.left(), place.top(), nameWidth * scale, line), Qt::AlignLeft, row.name);
    painter.setFont(theme.font(TextRole::Caption));
    painter.setPen(theme.color(Token::Text2));
    const QFontMetricsF metrics(painter.font());
    painter.drawText(QRectF(place.left(), place.top() + line, nameWidth * scale, metrics.height()),
                     Qt::AlignLeft, metrics.elidedText(row.basis, Qt::ElideRight, (nameWidth - 8) * scale));
    const double y = place.center().y() - 3 * scale;
    const QColor accent = theme.color(Token::Accent);
    if (!row.change) {
        painter.drawText(
            QRectF(axis.x(0) + 8 * scale, y - metrics.height() / 2, 200 * scale, metrics.height()),
            Qt::AlignLeft | Qt::AlignVCenter, tr("not yet"));
        return;
    }
    if (row.look == Look::Interval) {
        axis.drawInterval(painter, theme, *row.range, y, accent, true);
        return;
    }
    const QRectF bar = QRectF(QPointF(axis.x(0), y - barHeight * scale / 2),
                              QPointF(axis.x(*row.change), y + barHeight * scale / 2))
                           .normalized();
    if (row.look == Look::Filled) {
        painter.fillRect(bar, accent);
    } else {
        painter.setPen(QPen(accent, 1.5 * scale));
        painter.setBrush(theme.color(Token::Surface));
        painter.drawRect(bar.adjusted(0.75, 0.75, -0.75, -0.75));
    }
}

QList<ChartPoint> VerdictDrawing::points(const Theme &theme, const QRectF &area) const
{
    const ChangeAxis changes = axis(theme, area);
    const double height = rowHeight(theme);
    QList<ChartPoint> points;
    double y = area.top() + height / 2 - 3 * theme.textScale();
    for (const Row &row : m_rows) {
        points.append({{changes.x(row.change.value_or(0)), y},
                       9 * theme.textScale(),
                       row.name + QLatin1Char('\n') + words(row) + QLatin1Char('\n') + row.basis,
                       RecordKind::Session,
                       {}});
        y += height;
    }
    return points;
}

} // namespace stillpoint::ui
