#include "ui/widgets/bodymap.h"

#include "ui/shell/theme.h"
#include "ui/widgets/bodydrawing.h"
#include "ui/widgets/bodyfigures.h"

#include <QKeyEvent>
#include <QPainter>
#include <QTransform>

#include <algorithm>
#include <cmath>
#include <limits>

namespace stillpoint::ui {

namespace {

// Design pixels.
constexpr int leastWidth = 318;
constexpr int mapHeight = 358;
constexpr int side = 13;
constexpr int between = 29;
constexpr int widestCell = 170;
constexpr int figureTop = 37;
constexpr int figureHeight = 287;
constexpr int wordTop = 11;
constexpr int wordBottom = 335;
constexpr int wordHeight = 16;
constexpr int reach = 14;

constexpr double hoverEdge = 1.25;
constexpr double focusEdge = 2;
constexpr double outlineWidth = 1.2; // of the drawing
constexpr double detailWidth = 0.9;

double distance(const QPointF &point, const QLineF &line)
{
    const QPointF along = line.p2() - line.p1();
    const double length = QPointF::dotProduct(along, along);
    const double t =
        length > 0 ? std::clamp(QPointF::dotProduct(point - line.p1(), along) / length, 0.0, 1.0) : 0.0;
    return QLineF(point, line.p1() + t * along).length();
}

double distance(const QPointF &point, const QPolygonF &polygon)
{
    double least = std::numeric_limits<double>::max();
    for (qsizetype i = 1; i < polygon.size(); ++i)
        least = std::min(least, distance(point, QLineF(polygon.at(i - 1), polygon.at(i))));
    return least;
}

QPointF centroid(const QPolygonF &polygon)
{
    double area = 0;
    QPointF sum;
    for (qsizetype i = 1; i < polygon.size(); ++i) {
        const QPointF a = polygon.at(i - 1);
        const QPointF b = polygon.at(i);
        const double cross = a.x() * b.y() - b.x() * a.y();
        area += cross;
        sum += (a + b) * cross;
    }
    return qFuzzyIsNull(area) ? polygon.boundingRect().center() : sum / (3 * area);
}

} // namespace

BodyMap::BodyMap(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    installPartsAccess();
    // Before anything that screen readers are told of.
    place();
    m_current = m_spots.first().code;
    setObjectName(QStringLiteral("bodyMap"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setProperty("ownFocus", true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleDescription(
        tr("Arrow keys move between places of the body, Space changes the level, Delete clears it."));
    connect(&theme, &Theme::changed, this, [this] {
        place();
        updateGeometry();
        update();
    });
    describe();
}

QSize BodyMap::sizeHint() const
{
    return {m_theme.px(leastWidth), m_theme.px(mapHeight)};
}

/// Lays the drawing out for the present size. Both figures have one scale; each stands in the middle of its
/// cell.
void BodyMap::place()
{
    const BodyDrawing &drawing = shippedBodyDrawing();
    m_cells.clear();
    m_outlines.clear();
    m_details.clear();
    m_spots.clear();
    const double gap = m_theme.px(between);
    const double cell = std::min<double>((width() - 2 * m_theme.px(side) - gap) / 2, m_theme.px(widestCell));
    const QRectF bounds = drawing.front.outline.boundingRect();
    const double scale = m_theme.px(figureHeight) / bounds.height();
    double left = (width() - 2 * cell - gap) / 2;
    for (const DrawnFigure *figure : {&drawing.front, &drawing.back}) {
        m_cells.append(QRectF(left, 0, cell, height()));
        const double middle = figure->outline.boundingRect().center().x();
        QTransform to;
        to.translate(left + cell / 2, m_theme.px(figureTop));
        to.scale(scale, scale);
        to.translate(-middle, -bounds.top());
        m_outlines.append(to.map(figure->outline));
        m_details.append(to.map(figure->detail));
        QList<Spot> spots;
        for (const DrawnRegion &region : figure->regions) {
            const QPainterPath path = to.map(region.path);
            const QPolygonF edge = path.toFillPolygon();
            spots.append({region.code, path, edge, centroid(edge)});
        }
        std::stable_sort(spots.begin(), spots.end(),
                         [](const Spot &a, const Spot &b) { return a.centre.y() < b.centre.y(); });
        m_spots.append(spots);
        left += cell + gap;
    }
}

void BodyMap::setAreas(const BodyAreas &areas)
{
    m_areas = areas;
    update();
}

void BodyMap::setLayer(BodyLayer layer)
{
    m_layer = layer;
    describe();
    update();
}

void BodyMap::describe()
{
    setAccessibleName(m_layer == BodyLayer::Hurts ? tr("Body map: where it hurts")
                                                  : tr("Body map: where was worked"));
}

QStringList BodyMap::codes() const
{
    QStringList all;
    for (const Spot &each : m_spots)
        all.append(each.code);
    return all;
}

const BodyMap::Spot *BodyMap::spot(const QString &code) const
{
    const auto found =
        std::find_if(m_spots.begin(), m_spots.end(), [&](const Spot &each) { return each.code == code; });
    return found == m_spots.end() ? nullptr : &*found;
}

void BodyMap::setCurrent(const QString &code)
{
    if (!spot(code) || m_current == code)
        return;
    m_current = code;
    if (hasFocus())
        tellPart(this, currentPart(), QAccessible::Focus);
    update();
}

void BodyMap::setLevel(const QString &code, int level)
{
    if (!spot(code) || m_areas.level(code, m_layer) == level)
        return;
    m_areas.setLevel(code, m_layer, level);
    tellChanged(code);
}

void BodyMap::cycle(const QString &code)
{
    if (!spot(code))
        return;
    m_areas.cycle(code, m_layer);
    tellChanged(code);
}

void BodyMap::tellChanged(const QString &code)
{
    tellPart(this, partOf(code), QAccessible::NameChanged);
    update();
    Q_EMIT edited(code);
}

int BodyMap::partOf(const QString &code) const
{
    return static_cast<int>(codes().indexOf(code));
}

QString BodyMap::partName(int part) const
{
    const QString code = m_spots.at(part).code;
    return tr("%1: %2").arg(regionName(code), areaState(m_areas, code));
}

QString BodyMap::regionAt(const QPointF &point) const
{
    const Spot *nearest = nullptr;
    double least = m_theme.px(reach);
    for (const Spot &each : m_spots) {
        if (each.path.contains(point))
            return each.code;
        if (const double away = distance(point, each.edge); away < least) {
            least = away;
            nearest = &each;
        }
    }
    return nearest ? nearest->code : QString();
}

QRect BodyMap::regionRect(const QString &code) const
{
    const Spot *found = spot(code);
    return found ? found->path.boundingRect().toAlignedRect() : QRect();
}

/// The region that lies nearest in a direction; what lies aside counts double.
const BodyMap::Spot *BodyMap::nextTo(const Spot &from, const QPointF &direction) const
{
    constexpr double aside = 2;
    constexpr double leastStep = 2;
    const Spot *best = nullptr;
    double least = std::numeric_limits<double>::max();
    for (const Spot &each : m_spots) {
        const QPointF away = each.centre - from.centre;
        const double ahead = QPointF::dotProduct(away, direction);
        const double beside = std::abs(away.x() * direction.y() - away.y() * direction.x());
        const bool isAhead = ahead > leastStep && beside < 3 * ahead;
        if (const double cost = ahead + aside * beside; isAhead && cost < least) {
            least = cost;
            best = &each;
        }
    }
    return best;
}

void BodyMap::move(const QPointF &direction)
{
    const Spot *from = spot(m_current);
    if (const Spot *to = from ? nextTo(*from, direction) : nullptr)
        setCurrent(to->code);
}

bool BodyMap::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && understands(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

bool BodyMap::understands(const QKeyEvent &event) const
{
    if ((event.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return true;
    default:
        return event.key() >= Qt::Key_0 && event.key() <= Qt::Key_0 + BodyAreas::most(m_layer);
    }
}

void BodyMap::keyPressEvent(QKeyEvent *event)
{
    if (!understands(*event)) {
        QWidget::keyPressEvent(event);
        return;
    }
    m_ring = true;
    m_hovered.clear();
    update();
    switch (event->key()) {
    case Qt::Key_Left:
        return move({-1, 0});
    case Qt::Key_Right:
        return move({1, 0});
    case Qt::Key_Up:
        return move({0, -1});
    case Qt::Key_Down:
        return move({0, 1});
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return cycle(m_current);
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return setLevel(m_current, 0);
    default:
        return setLevel(m_current, event->key() - Qt::Key_0);
    }
}

void BodyMap::mousePressEvent(QMouseEvent *event)
{
    const QString code = regionAt(event->position());
    if (event->button() != Qt::LeftButton || code.isEmpty())
        return;
    m_ring = false;
    setCurrent(code);
    cycle(code);
}

void BodyMap::mouseMoveEvent(QMouseEvent *event)
{
    const QString code = regionAt(event->position());
    if (code == m_hovered)
        return;
    m_hovered = code;
    setCursor(code.isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    update();
}

void BodyMap::leaveEvent(QEvent *)
{
    m_hovered.clear();
    update();
}

void BodyMap::focusInEvent(QFocusEvent *event)
{
    m_ring = event->reason() != Qt::MouseFocusReason;
    update();
}

void BodyMap::focusOutEvent(QFocusEvent *)
{
    update();
}

void BodyMap::resizeEvent(QResizeEvent *)
{
    place();
}

void BodyMap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double scale = m_outlines.first().boundingRect().height() /
                         shippedBodyDrawing().front.outline.boundingRect().height();
    for (const QPainterPath &outline : m_outlines) {
        painter.setPen(QPen(m_theme.color(Token::SkinLine), std::max(1.0, 1.5 * outlineWidth * scale)));
        painter.setBrush(m_theme.color(Token::SkinGap));
        painter.drawPath(outline);
    }
    for (const Spot &each : m_spots)
        painter.fillPath(each.path, m_theme.color(Token::Skin));
    for (const QPainterPath &detail : m_details)
        painter.strokePath(
            detail, QPen(m_theme.color(Token::SkinGap), detailWidth * scale, Qt::SolidLine, Qt::RoundCap));
    for (const Spot &each : m_spots)
        paintArea(painter, m_theme, each.path, m_areas.hurts.value(each.code),
                  m_areas.worked.contains(each.code));
    drawWords(painter);
    const Spot *hovered = spot(m_hovered);
    if (hovered)
        painter.strokePath(hovered->path, QPen(m_theme.color(Token::Text3), hoverEdge));
    const Spot *focused = hasFocus() && m_ring ? spot(m_current) : nullptr;
    if (focused)
        painter.strokePath(focused->path, QPen(m_theme.color(Token::Text), focusEdge, Qt::SolidLine,
                                               Qt::FlatCap, Qt::RoundJoin));
    if (const Spot *named = hovered ? hovered : focused)
        drawName(painter, *named);
}

void BodyMap::drawWords(QPainter &painter) const
{
    painter.setFont(m_theme.font(TextRole::Caption));
    const double high = m_theme.px(wordHeight);
    const QString left = tr("your left");
    const QString right = tr("your right");
    for (int i = 0; i < m_cells.size(); ++i) {
        const bool isFront = i == 0;
        QRectF line = m_cells.at(i);
        line.setHeight(high);
        line.moveTop(m_theme.px(wordTop));
        painter.setPen(m_theme.color(Token::Text2));
        painter.drawText(line, Qt::AlignCenter, isFront ? tr("front") : tr("back"));
        line.moveTop(m_theme.px(wordBottom));
        painter.setPen(m_theme.color(Token::Text3));
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute, isFront ? right : left);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter | Qt::AlignAbsolute, isFront ? left : right);
    }
}

/// The region's name in a box above it, or below where there is no room.
void BodyMap::drawName(QPainter &painter, const Spot &spot) const
{
    const int away = m_theme.px(6);
    painter.setFont(m_theme.font(TextRole::Caption));
    const QString text = partName(partOf(spot.code));
    QRectF box = painter.boundingRect(QRectF(), 0, text);
    box.adjust(0, 0, 2 * away, away);
    const QRectF region = spot.path.boundingRect();
    box.moveCenter(region.center());
    box.moveBottom(region.top() - away);
    if (box.top() < 0)
        box.moveTop(region.bottom() + away);
    box.moveLeft(std::clamp(box.left(), 0.0, std::max(0.0, width() - box.width())));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::Toast));
    painter.drawRoundedRect(box, m_theme.px(4), m_theme.px(4));
    painter.setPen(m_theme.color(Token::ToastText));
    painter.drawText(box, Qt::AlignCenter, text);
}

} // namespace stillpoint::ui
