#include "ui/charts/yeardrawing.h"

#include "ui/charts/charttexts.h"
#include "ui/shell/theme.h"
#include "ui/widgets/texts.h"

#include <qcustomplot.h>

#include <cmath>

namespace stillpoint::ui {

namespace {

constexpr int monthCount = 12;
constexpr int dayCount = 31;
constexpr int shadeCount = 5;

Token shadeToken(int shade)
{
    return static_cast<Token>(static_cast<int>(Token::H0) + shade);
}

/// A colour for what is written on a shade.
QColor inkOn(const QColor &ground, const Theme &theme)
{
    const QColor text = theme.color(Token::Text);
    const QColor surface = theme.color(Token::Surface);
    return std::abs(ground.lightness() - text.lightness()) >
                   std::abs(ground.lightness() - surface.lightness())
               ? text
               : surface;
}

} // namespace

struct YearDrawing::Grid
{
    QPointF corner; ///< of the first cell
    double pitchX = 0;
    double pitchY = 0;
    double legendY = 0;
    double scale = 1;

    QRectF cell(int row, int column) const
    {
        const double gap = 2 * scale;
        return {corner.x() + column * pitchX + gap / 2, corner.y() + row * pitchY + gap / 2, pitchX - gap,
                pitchY - gap};
    }
};

YearChartData yearChartData(SeriesInput input, const Scale &scale, const QDate &today)
{
    YearChartData data;
    data.scale = scale;
    data.today = today;
    input.scale = scale.code;
    input.from = QDate(today.year(), today.month(), 1).addMonths(1 - monthCount);
    input.to = today;
    data.series = dailySeries(input);
    return data;
}

YearDrawing::YearDrawing(YearChartData data)
    : m_data(std::move(data))
{
    for (const QDate &day : m_data.series.skipped)
        m_days[day].skipped = true;
    for (const RatedDay &day : m_data.series.days)
        m_days[day.day].value = day.value;
    for (const RatingDot &dot : m_data.series.dots) {
        m_days[dot.day].kind = dot.kind;
        m_days[dot.day].record = dot.record;
    }
    for (const SessionMark &session : m_data.series.sessions) {
        Day &day = m_days[session.day];
        const QString name = m_data.modalities.value(session.modality, session.modality);
        day.sessions = day.session ? tr("%1, %2").arg(day.sessions, name) : name;
        day.session = true;
        day.kind = RecordKind::Session;
        day.record = session.id;
    }
}

QDate YearDrawing::firstMonth() const
{
    return QDate(m_data.today.year(), m_data.today.month(), 1).addMonths(1 - monthCount);
}

int YearDrawing::shade(double value) const
{
    const Scale &scale = m_data.scale;
    const double part = (value - scale.minimum) / (scale.maximum - scale.minimum);
    return std::clamp(static_cast<int>(part * shadeCount), 0, shadeCount - 1);
}

QString YearDrawing::title() const
{
    return tr("Year");
}

QString YearDrawing::facts() const
{
    return tr("daily %1, %2 rated")
        .arg(m_data.scale.name.toLower(), ChartTexts::days(m_data.series.days.size()));
}

QString YearDrawing::period() const
{
    return ChartTexts::span(firstMonth(), m_data.today);
}

QString YearDrawing::words(const Day &day) const
{
    QStringList parts;
    if (day.value)
        parts.append(tr("%1 %2").arg(m_data.scale.name, ratingText(*day.value)));
    else
        parts.append(day.skipped ? tr("skipped on purpose") : tr("not rated"));
    if (day.session)
        parts.append(tr("session: %1").arg(day.sessions));
    return parts.join(QLatin1Char('\n'));
}

QString YearDrawing::sentence() const
{
    return tr("%1 by day, %2. %3 rated, %4 skipped on purpose, %5.")
        .arg(m_data.scale.name, ChartTexts::span(firstMonth(), m_data.today),
             ChartTexts::days(m_data.series.days.size()), ChartTexts::days(m_data.series.skipped.size()),
             ChartTexts::sessions(m_data.series.sessions.size()));
}

QList<QStringList> YearDrawing::table() const
{
    QList<QStringList> rows{{tr("Day"), m_data.scale.name, tr("Session")}};
    QList<QDate> days = m_days.keys();
    std::sort(days.begin(), days.end(), std::greater<>());
    for (const QDate &date : std::as_const(days)) {
        const Day &day = m_days[date];
        const QString value =
            day.value ? ratingText(*day.value) : (day.skipped ? tr("skipped") : tr("not rated"));
        rows.append({fullDay(date), value, day.sessions});
    }
    return rows;
}

double YearDrawing::height(const Theme &theme) const
{
    const double line = QFontMetricsF(theme.font(TextRole::Caption)).height();
    return 2 * line + (16 + monthCount * 15.5) * theme.textScale();
}

YearDrawing::Grid YearDrawing::grid(const Theme &theme, const QRectF &area) const
{
    const QFontMetricsF metrics(theme.font(TextRole::Caption));
    Grid grid;
    grid.scale = theme.textScale();
    double left = 0;
    for (int month = 1; month <= monthCount; ++month)
        left = std::max(
            left, metrics.horizontalAdvance(QLocale().standaloneMonthName(month, QLocale::ShortFormat)));
    grid.corner = area.topLeft() + QPointF(left + 8 * grid.scale, metrics.height() + 4 * grid.scale);
    const double legend = metrics.height() + 12 * grid.scale;
    grid.pitchX = (area.right() - grid.corner.x()) / dayCount;
    grid.pitchY = std::min((area.bottom() - legend - grid.corner.y()) / monthCount, 1.8 * grid.pitchX);
    grid.legendY = grid.corner.y() + monthCount * grid.pitchY + 12 * grid.scale;
    return grid;
}

void YearDrawing::drawCell(QPainter &painter, const Theme &theme, const QRectF &cell, const Day &day) const
{
    const double radius = 2.5 * theme.textScale();
    const QPointF middle = cell.center();
    QColor ground = theme.color(Token::Surface);
    if (day.value) {
        ground = theme.color(shadeToken(shade(*day.value)));
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(cell, radius, radius);
    } else if (day.skipped) {
        painter.setPen(QPen(theme.color(Token::Hairline), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
        painter.setPen(QPen(theme.color(Token::Text2), 1.1 * theme.textScale()));
        const QPointF arm(1.6 * theme.textScale(), -3 * theme.textScale());
        painter.drawLine(middle - arm, middle + arm);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Token::Dot));
        painter.drawEllipse(middle, theme.textScale(), theme.textScale());
    }
    if (!day.session)
        return;
    // A dot of the day's own ink keeps the ring of a session apart from a shade by more than its colour.
    painter.setPen(QPen(theme.color(Token::WarmFill), 2 * theme.textScale()));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    if (day.value) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(inkOn(ground, theme));
        painter.drawEllipse(middle, 1.2 * theme.textScale(), 1.2 * theme.textScale());
    }
}

void YearDrawing::draw(QCPPainter &painter, const Theme &theme, const QRectF &area) const
{
    const Grid places = grid(theme, area);
    painter.setFont(theme.font(TextRole::Caption));
    painter.setPen(theme.color(Token::Text2));
    const QFontMetricsF metrics(painter.font());
    for (const int number : {1, 5, 10, 15, 20, 25, 31}) {
        const QRectF cell = places.cell(0, number - 1);
        painter.drawText(QRectF(cell.center().x() - 20, area.top(), 40, metrics.height()), Qt::AlignCenter,
                         QLocale().toString(number));
    }
    for (int row = 0; row < monthCount; ++row) {
        const QDate month = firstMonth().addMonths(row);
        const QRectF cell = places.cell(row, 0);
        painter.setPen(theme.color(Token::Text2));
        painter.drawText(QRectF(area.left(), cell.center().y() - metrics.height() / 2,
                                cell.left() - area.left(), metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         QLocale().standaloneMonthName(month.month(), QLocale::ShortFormat));
        for (int number = 1; number <= month.daysInMonth(); ++number) {
            const QDate day(month.year(), month.month(), number);
            if (day > m_data.today)
                break;
            drawCell(painter, theme, places.cell(row, number - 1), m_days.value(day));
        }
    }
    drawLegend(painter, theme, places);
}

void YearDrawing::drawLegend(QPainter &painter, const Theme &theme, const Grid &grid) const
{
    const QFontMetricsF metrics(theme.font(TextRole::Caption));
    const double scale = grid.scale;
    const QSizeF size(13 * scale, 12 * scale);
    double x = grid.corner.x();
    const double middle = grid.legendY + metrics.height() / 2;
    const auto write = [&](const QString &text) {
        painter.setPen(theme.color(Token::Text2));
        const double width = metrics.horizontalAdvance(text);
        painter.drawText(QRectF(x, grid.legendY, width + 2, metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, text);
        x += width + 6 * scale;
    };
    const auto show = [&](const Day &day) {
        drawCell(painter, theme, {QPointF(x, middle - size.height() / 2), size}, day);
        x += size.width() + 3 * scale;
    };
    const Scale &rated = m_data.scale;
    write(ratingText(rated.minimum));
    for (int i = 0; i < shadeCount; ++i) {
        Day day;
        day.value = rated.minimum + (i + 0.5) / shadeCount * (rated.maximum - rated.minimum);
        show(day);
    }
    x += 3 * scale;
    write(ratingText(rated.maximum));
    Day session;
    session.session = true;
    Day skipped;
    skipped.skipped = true;
    const std::pair<Day, QString> kinds[] = {
        {session, tr("session")}, {Day(), tr("not rated")}, {skipped, tr("skipped")}};
    for (const auto &[day, text] : kinds) {
        x += 10 * scale;
        show(day);
        x += 3 * scale;
        write(text);
    }
}

QList<ChartPoint> YearDrawing::points(const Theme &theme, const QRectF &area) const
{
    const Grid places = grid(theme, area);
    QList<ChartPoint> points;
    for (int row = 0; row < monthCount; ++row) {
        const QDate month = firstMonth().addMonths(row);
        for (int number = 1; number <= month.daysInMonth(); ++number) {
            const QDate date(month.year(), month.month(), number);
            if (date > m_data.today)
                break;
            const Day day = m_days.value(date);
            const QRectF cell = places.cell(row, number - 1);
            points.append({cell.center(), std::max(cell.width(), cell.height()) / 2 + 3 * places.scale,
                           fullDay(date) + QLatin1Char('\n') + words(day), day.kind, day.record});
        }
    }
    return points;
}

} // namespace stillpoint::ui
