#pragma once

namespace stillpoint::ui {

/// The part of a time axis that is in view, in days: never outside the whole axis, never shorter than two
/// weeks (or the whole, if that is shorter). Any thread.
class TimeWindow
{
public:
    /// A new axis is shown whole; the same one keeps what is in view.
    void setWhole(double from, double to);
    void showWhole();
    /// Moves what is in view by that many days; positive is later.
    void pan(double days);
    /// Shows `factor` times as many days and keeps the day `about` where it stands.
    void zoom(double factor, double about);
    /// Moves just so far that the day, from its start to its end, is in view.
    void reveal(double day);

    double from() const { return m_from; }
    double to() const { return m_to; }
    double days() const { return m_to - m_from; }
    bool isWhole() const;

private:
    double m_first = 0; ///< of the whole axis
    double m_last = 1;
    double m_from = 0;
    double m_to = 1;
};

} // namespace stillpoint::ui
