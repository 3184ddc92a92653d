#include "ui/charts/examplechart.h"

#include "ui/shell/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace stillpoint::ui {

namespace {

constexpr double days = 59;

struct Dot
{
    double day;
    double value;
};

// A made-up nine weeks.
constexpr Dot dots[] = {{0, 6},  {3, 7},  {4, 5},  {5, 5},  {7, 5},  {8, 6},  {10, 4}, {12, 5}, {14, 6},
                        {15, 6}, {16, 6}, {18, 7}, {19, 6}, {21, 6}, {22, 4}, {24, 5}, {32, 6}, {33, 6},
                        {35, 7}, {36, 5}, {37, 3}, {38, 5}, {39, 5}, {40, 5}, {42, 4}, {45, 5}, {46, 4},
                        {47, 5}, {48, 5}, {51, 6}, {53, 4}, {55, 7}, {56, 6}, {57, 5}, {58, 5}};
constexpr double sessions[] = {8, 21, 34, 47};
constexpr Dot firstLine[] = {{1, 5.8},  {3, 5.7},  {5, 5.6},  {7, 5.3},  {8, 5},    {10, 5.1}, {12, 5.4},
                             {14, 5.5}, {15, 5.9}, {17, 6.1}, {18, 5.7}, {20, 5.5}, {22, 5.5}, {23, 5.2}};
constexpr Dot secondLine[] = {{32, 5.8}, {33, 5.4}, {36, 5.2}, {38, 5.1}, {40, 4.6}, {42, 4.5}, {44, 4.7},
                              {46, 4.7}, {47, 5},   {49, 4.8}, {51, 5.5}, {53, 5.4}, {56, 5.4}, {59, 5.8}};

} // namespace

ExampleChart::ExampleChart(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("exampleChart"));
    setAccessibleName(
        tr("An example chart, not your data: nine weeks of ratings as dots, four sessions and the median "
           "as a line that breaks where ratings are missing."));
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize ExampleChart::sizeHint() const
{
    return {m_theme.px(420), m_theme.px(192)};
}

QSize ExampleChart::minimumSizeHint() const
{
    return {m_theme.px(240), m_theme.px(160)};
}

void ExampleChart::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(TextRole::Caption));
    const QFontMetricsF metrics(painter.font());
    const double scale = m_theme.textScale();
    const double left = metrics.horizontalAdvance(QStringLiteral("10")) + 8 * scale;
    const QRectF plot(QPointF(left, 24 * scale),
                      QPointF(width() - 6 * scale, height() - metrics.height() - 14 * scale));
    const auto at = [&plot](double day, double value) {
        return QPointF(plot.left() + day / days * plot.width(), plot.bottom() - value / 10 * plot.height());
    };
    const QColor ink = m_theme.color(Token::Control);

    for (const int value : {0, 5, 10}) {
        const double y = std::round(at(0, value).y()) + 0.5;
        painter.setPen(QPen(m_theme.color(Token::Grid), 1));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(m_theme.color(Token::Text3));
        painter.drawText(QRectF(0, y - metrics.height() / 2, left - 8 * scale, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(value));
    }
    for (const double day : sessions) {
        const double x = std::round(at(day, 0).x()) + 0.5;
        const double radius = 4.5 * scale;
        const double y = plot.top() - 14 * scale;
        painter.setPen(QPen(m_theme.color(Token::Hairline), 1));
        painter.drawLine(QPointF(x, y + radius), QPointF(x, plot.bottom()));
        painter.setPen(QPen(ink, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(x, y), radius, radius);
    }
    QPen dashed(ink, 2, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    dashed.setDashPattern({2.5, 2});
    for (const auto &[begin, end] : {std::pair(std::begin(firstLine), std::end(firstLine)),
                                     std::pair(std::begin(secondLine), std::end(secondLine))}) {
        QPainterPath path(at(begin->day, begin->value));
        for (const Dot *point = begin + 1; point != end; ++point)
            path.lineTo(at(point->day, point->value));
        painter.strokePath(path, dashed);
    }
    painter.setPen(QPen(ink, 1.25));
    painter.setBrush(m_theme.color(Token::Surface));
    for (const Dot &dot : dots)
        painter.drawEllipse(at(dot.day, dot.value), 2.1 * scale, 2.1 * scale);
    painter.setPen(m_theme.color(Token::Text3));
    const QRectF labels(plot.left(), plot.bottom() + 8 * scale, plot.width(), metrics.height());
    painter.drawText(labels, Qt::AlignLeft, tr("week 1"));
    painter.drawText(labels, Qt::AlignHCenter, tr("an example, not your data"));
    painter.drawText(labels, Qt::AlignRight, tr("week 9"));
}

} // namespace stillpoint::ui
