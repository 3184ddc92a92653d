#include "ui/shell/rail.h"

#include "ui/shell/commands.h"
#include "ui/shell/theme.h"

#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace stillpoint::ui {

namespace {

/// One item: icon over label on a rounded ground when current, with a bar at the window's edge.
class RailItem final : public QToolButton
{
public:
    RailItem(const Theme &theme, const CommandInfo &info, QWidget *parent)
        : QToolButton(parent)
        , m_theme(theme)
        , m_icon(info.icon)
    {
        setText(info.text);
        setAccessibleName(info.text);
        setToolTip(tr("%1 (%2)").arg(info.text, info.keys.first().toString(QKeySequence::NativeText)));
        setObjectName(QStringLiteral("rail.") + info.icon);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
    }

    void setBadge(const QString &badge, const QString &spoken)
    {
        if (m_badge == badge)
            return;
        m_badge = badge;
        setAccessibleDescription(spoken);
        update();
    }

    void setCompact(bool compact)
    {
        m_compact = compact;
        if (compact)
            setFixedSize(m_theme.px(48), m_theme.px(48));
        else
            setFixedSize(m_theme.px(64), m_theme.px(56));
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (isChecked() || underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.color(isChecked() ? Token::Selected : Token::Hover));
            painter.drawRoundedRect(rect(), m_theme.px(8), m_theme.px(8));
        }
        const Token tone = isChecked() ? Token::AccentText : Token::Text2;
        const int side = m_theme.px(24);
        const int top = m_compact ? (height() - side) / 2 : m_theme.px(8);
        painter.drawPixmap((width() - side) / 2, top, m_theme.pixmap(m_icon, tone, 24, devicePixelRatioF()));
        if (!m_badge.isEmpty())
            paintBadge(painter, QPointF(width() / 2.0 + side / 2.0, top + m_theme.px(2)));
        if (m_compact)
            return;
        QFont font = m_theme.font(TextRole::Caption);
        font.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
        painter.setFont(font);
        painter.setPen(m_theme.color(tone));
        painter.drawText(QRect(0, top + side, width(), height() - top - side - m_theme.px(4)),
                         Qt::AlignCenter, text());
    }

private:
    void paintBadge(QPainter &painter, const QPointF &centre) const
    {
        const double radius = m_theme.px(8);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Token::WarmFill));
        painter.drawEllipse(centre, radius, radius);
        QFont font = m_theme.font(TextRole::Caption);
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.setPen(m_theme.color(Token::OnAccent));
        painter.drawText(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius),
                         Qt::AlignCenter, m_badge);
    }

    const Theme &m_theme;
    QString m_icon;
    QString m_badge;
    bool m_compact = false;
};

constexpr int edgeBar = 3;

} // namespace

Rail::Rail(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_markRoom(new QSpacerItem(0, 0))
{
    setObjectName(QStringLiteral("rail"));
    setAccessibleName(tr("Pages"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 1, 12);
    column->setSpacing(4);
    column->addSpacerItem(m_markRoom);
    const auto add = [&](PageId page, Command command) {
        auto *item = new RailItem(theme, Commands::info(command), this);
        connect(item, &QToolButton::clicked, this, [this, page] {
            setCurrent(m_current);
            Q_EMIT chosen(page);
        });
        m_items.insert(page, item);
        column->addWidget(item, 0, Qt::AlignHCenter);
    };
    add(PageId::Today, Command::GoToday);
    add(PageId::Library, Command::GoLibrary);
    add(PageId::Journal, Command::GoJournal);
    add(PageId::Insights, Command::GoInsights);
    column->addStretch();
    add(PageId::Settings, Command::GoSettings);
    connect(&theme, &Theme::changed, this, &Rail::restyle);
    restyle();
}

void Rail::setCurrent(PageId page)
{
    m_current = page == PageId::FirstRun ? PageId::Today : page;
    for (auto it = m_items.cbegin(); it != m_items.cend(); ++it)
        it.value()->setChecked(it.key() == m_current);
    setFocusProxy(m_items.value(m_current));
    update();
}

void Rail::setDue(int followUps)
{
    auto *today = static_cast<RailItem *>(m_items.value(PageId::Today));
    if (followUps == 0)
        today->setBadge({}, {});
    else
        today->setBadge(locale().toString(followUps),
                        followUps == 1 ? tr("1 follow-up waiting")
                                       : tr("%1 follow-ups waiting").arg(locale().toString(followUps)));
}

void Rail::setCompact(bool compact)
{
    m_compact = compact;
    restyle();
}

void Rail::restyle()
{
    setFixedWidth(m_theme.px(m_compact ? 60 : 76));
    m_markRoom->changeSize(0, m_theme.px(m_compact ? 8 : 68));
    layout()->invalidate();
    for (QToolButton *item : std::as_const(m_items))
        static_cast<RailItem *>(item)->setCompact(m_compact);
    update();
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Rail));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), m_theme.color(Token::Hairline));
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_compact)
        drawMark(painter);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::Accent));
    const QToolButton *current = m_items.value(m_current);
    const QRect item = current->geometry();
    painter.drawRoundedRect(QRectF(-2, item.top() + item.height() * 0.21, edgeBar + 2, item.height() * 0.58),
                            2, 2);
}

/// A point at rest on a level line, under an arc.
void Rail::drawMark(QPainter &painter) const
{
    painter.save();
    const qreal unit = m_theme.px(38) / 38.0;
    painter.translate(m_theme.px(38), m_theme.px(37));
    painter.scale(unit, unit);
    painter.setPen(QPen(m_theme.color(Token::Accent), 2.25, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(-13, 0), QPointF(-6.5, 0));
    painter.drawLine(QPointF(6.5, 0), QPointF(13, 0));
    painter.drawArc(QRectF(-8.5, -10.5, 17, 17), 20 * 16, 140 * 16);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::Accent));
    painter.drawEllipse(QPointF(0, 0.6), 4, 4);
    painter.restore();
}

} // namespace stillpoint::ui
