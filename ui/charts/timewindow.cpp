#include "ui/charts/timewindow.h"

#include <algorithm>

namespace stillpoint::ui {

namespace {

constexpr double shortest = 14;

} // namespace

void TimeWindow::setWhole(double from, double to)
{
    if (from == m_first && to == m_last)
        return;
    m_first = from;
    m_last = to;
    showWhole();
}

void TimeWindow::showWhole()
{
    m_from = m_first;
    m_to = m_last;
}

void TimeWindow::pan(double days)
{
    const double step = std::clamp(days, m_first - m_from, m_last - m_to);
    m_from += step;
    m_to += step;
}

void TimeWindow::zoom(double factor, double about)
{
    const double whole = m_last - m_first;
    const double length = std::clamp(days() * factor, std::min(shortest, whole), whole);
    const double share = std::clamp((about - m_from) / days(), 0.0, 1.0);
    m_from = std::clamp(about - share * length, m_first, m_last - length);
    m_to = m_from + length;
}

void TimeWindow::reveal(double day)
{
    if (day < m_from)
        pan(day - m_from);
    else if (day + 1 > m_to)
        pan(day + 1 - m_to);
}

bool TimeWindow::isWhole() const
{
    return days() >= m_last - m_first;
}

} // namespace stillpoint::ui
