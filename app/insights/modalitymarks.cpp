#include "app/insights/modalitymarks.h"

#include "app/insights/demorule.h"
#include "app/journal/journal.h"

#include <QTimeZone>

#include <algorithm>
#include <tuple>
#include <vector>

namespace stillpoint {

namespace {

qint64 orderOf(const When &when)
{
    return when.moment ? when.moment->utcMs : when.day.startOfDay(QTimeZone::utc()).toMSecsSinceEpoch();
}

/// Gives out the marks in the order of time, in whatever order the sessions come.
class MarkGiver
{
public:
    explicit MarkGiver(bool ignoreDemo)
        : m_ignoreDemo(ignoreDemo)
    {
    }

    void add(const Session &session)
    {
        const bool counts = session.status == SessionStatus::Done && !(m_ignoreDemo && session.demo);
        if (counts && !session.modalities.isEmpty())
            m_uses.emplace_back(orderOf(session.start), session.id, session.modalities.first());
    }

    QHash<QString, int> marks()
    {
        std::sort(m_uses.begin(), m_uses.end());
        QHash<QString, int> marks;
        for (const auto &[at, id, code] : m_uses) {
            if (!marks.contains(code))
                marks.insert(code, std::min(static_cast<int>(marks.size()), otherModalityMark));
        }
        return marks;
    }

private:
    bool m_ignoreDemo;
    std::vector<std::tuple<qint64, QUuid, QString>> m_uses;
};

} // namespace

QHash<QString, int> modalityMarks(const Journal &journal)
{
    MarkGiver giver(ignoresDemo(journal));
    journal.each<Session>([&giver](const Session &session) { giver.add(session); });
    return giver.marks();
}

QHash<QString, int> modalityMarks(const QList<Session> &sessions, bool ignoreDemo)
{
    MarkGiver giver(ignoreDemo);
    for (const Session &session : sessions)
        giver.add(session);
    return giver.marks();
}

} // namespace stillpoint
