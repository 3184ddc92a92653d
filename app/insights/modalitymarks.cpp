#include "app/insights/modalitymarks.h"

#include "app/insights/demorule.h"
#include "app/journal/journal.h"

#include <QTimeZone>

#include <algorithm>

namespace stillpoint {

namespace {

qint64 orderOf(const When &when)
{
    return when.moment ? when.moment->utcMs : when.day.startOfDay(QTimeZone::utc()).toMSecsSinceEpoch();
}

} // namespace

QHash<QString, int> modalityMarks(const Journal &journal)
{
    return modalityMarks(journal.all<Session>(), ignoresDemo(journal));
}

QHash<QString, int> modalityMarks(QList<Session> sessions, bool ignoreDemo)
{
    sessions.removeIf([ignoreDemo](const Session &s) {
        return s.status != SessionStatus::Done || s.modalities.isEmpty() || (ignoreDemo && s.demo);
    });
    std::sort(sessions.begin(), sessions.end(), [](const Session &a, const Session &b) {
        return std::pair(orderOf(a.start), a.id) < std::pair(orderOf(b.start), b.id);
    });
    QHash<QString, int> marks;
    for (const Session &session : std::as_const(sessions)) {
        const QString &code = session.modalities.first();
        if (!marks.contains(code))
            marks.insert(code, std::min(static_cast<int>(marks.size()), otherModalityMark));
    }
    return marks;
}

} // namespace stillpoint
