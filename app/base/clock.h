#pragma once

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace stillpoint {

/// An instant and how the wall clock stood then. `zone` is an IANA id such as "Europe/Berlin".
struct Moment
{
    qint64 utcMs = 0;      ///< milliseconds since 1970, UTC
    int offsetMinutes = 0; ///< wall clock minus UTC
    QByteArray zone;

    bool operator==(const Moment &) const = default;
    /// The wall clock as it was felt, carrying its own offset.
    QDateTime local() const;
};

/// The moment with the offset that `zone` has at that instant; an unknown zone counts as UTC.
Moment momentAt(qint64 utcMs, const QByteArray &zone);
/// A wall-clock time in `zone`; in a DST gap the later reading is taken.
Moment momentFromLocal(const QDate &date, const QTime &time, const QByteArray &zone);

/// RFC 3339 UTC with milliseconds, as written to files ("2026-11-10T16:30:00.000Z").
QString toRfc3339(qint64 utcMs);
std::optional<qint64> fromRfc3339(const QString &text);

/// The only source of "now". Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Moment now() const = 0;
};

/// The computer's clock and time zone.
class SystemClock final : public Clock
{
public:
    Moment now() const override;
};

/// A clock that stands still until told; for tests and screenshots. Set it from one thread only.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(Moment moment)
        : m_moment(std::move(moment))
    {
    }
    Moment now() const override { return m_moment; }
    void set(Moment moment) { m_moment = std::move(moment); }
    void advance(qint64 milliseconds) { m_moment = momentAt(m_moment.utcMs + milliseconds, m_moment.zone); }

private:
    Moment m_moment;
};

} // namespace stillpoint
