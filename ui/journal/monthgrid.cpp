#include "ui/journal/monthgrid.h"

#include "ui/shell/theme.h"
#include "ui/widgets/marks.h"

#include <QHeaderView>
#include <QLocale>
#include <QPainter>
#include <QTableView>
#include <QTextCharFormat>

namespace stillpoint::ui {

namespace {

constexpr int rowHeight = 44; // px at 100 %
constexpr int headHeight = 32;
constexpr int weeks = 6;
constexpr int mostMarks = 3;
constexpr int markStep = 12;

} // namespace

MonthGrid::MonthGrid(const Theme &theme, QWidget *parent)
    : QCalendarWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("monthGrid"));
    setAccessibleName(tr("Calendar"));
    setNavigationBarVisible(false);
    setVerticalHeaderFormat(NoVerticalHeader);
    setHorizontalHeaderFormat(SingleLetterDayNames);
    setGridVisible(false);
    setFirstDayOfWeek(QLocale().firstDayOfWeek());
    // The style sheet's padding of headers would make seven columns wider than the grid.
    if (auto *days = findChild<QTableView *>()) {
        days->setAccessibleName(tr("Days"));
        days->horizontalHeader()->setMinimumSectionSize(0);
    }
    connect(&theme, &Theme::changed, this, &MonthGrid::restyle);
    restyle();
}

void MonthGrid::restyle()
{
    QTextCharFormat plain;
    plain.setForeground(m_theme.color(Token::Text3));
    plain.setFont(m_theme.font(TextRole::Caption));
    setHeaderTextFormat(plain);
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day)
        setWeekdayTextFormat(static_cast<Qt::DayOfWeek>(day), plain);
    setFixedHeight(m_theme.px(headHeight + weeks * rowHeight));
}

void MonthGrid::setMarks(const QHash<QDate, DayMarks> &marks)
{
    m_marks = marks;
    updateCells();
}

void MonthGrid::setToday(const QDate &today)
{
    m_today = today;
    updateCells();
}

void MonthGrid::paintCell(QPainter *painter, const QRect &rect, QDate date) const
{
    const bool selected = date == selectedDate();
    const bool otherMonth = date.month() != monthShown();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF cell = QRectF(rect).adjusted(1, 1, -1, -1);
    painter->setPen(Qt::NoPen);
    if (selected) {
        painter->setBrush(m_theme.color(Token::Selected));
        painter->drawRoundedRect(cell, m_theme.px(6), m_theme.px(6));
    }
    if (date == m_today) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(m_theme.color(Token::Control), 1));
        painter->drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), m_theme.px(6), m_theme.px(6));
    }
    painter->setFont(m_theme.font(selected ? TextRole::BodyStrong : TextRole::Body));
    painter->setPen(m_theme.color(selected                       ? Token::AccentText
                                  : otherMonth || date > m_today ? Token::Text3
                                                                 : Token::Text));
    const QRect number(rect.left(), rect.top() + m_theme.px(4), rect.width(), m_theme.px(20));
    painter->drawText(number, Qt::AlignCenter, locale().toString(date.day()));
    if (const auto marks = m_marks.constFind(date); marks != m_marks.constEnd()) {
        const int top = number.bottom() + 1;
        paintMarks(*painter, QRect(rect.left(), top, rect.width(), m_theme.px(14)), *marks);
    }
    painter->restore();
}

/// Sessions by their shapes, one dot for all check-ins, a dash for a day skipped on purpose.
void MonthGrid::paintMarks(QPainter &painter, const QRect &area, const DayMarks &marks) const
{
    const QList<int> sessions = marks.sessions.first(qMin<qsizetype>(marks.sessions.size(), mostMarks));
    const bool dot = marks.checkIns > 0;
    const int count = static_cast<int>(sessions.size()) + (dot ? 1 : 0);
    const double step = m_theme.px(markStep);
    QPointF at(QRectF(area).center().x() - step * (count - 1) / 2, area.top() + m_theme.px(6));
    for (const int mark : sessions) {
        paintMark(painter, m_theme, mark, at, m_theme.px(9) / 2.0);
        at.rx() += step;
    }
    const QColor grey = m_theme.color(Token::Dot);
    if (dot) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(grey);
        painter.drawEllipse(at, m_theme.px(5) / 2.0, m_theme.px(5) / 2.0);
    } else if (marks.skipped && count == 0) {
        painter.setPen(QPen(grey, 1.5));
        painter.drawLine(at - QPointF(m_theme.px(4), 0), at + QPointF(m_theme.px(4), 0));
    }
}

} // namespace stillpoint::ui
