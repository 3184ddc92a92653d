#include "app/journal/demodata.h"

#include "app/base/identifiers.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QTimeZone>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace stillpoint {

namespace {

constexpr int daysInYear = 365;
constexpr qint64 minuteMs = 60'000;
constexpr double correlation = 0.45;
constexpr double spread = 1.8;
constexpr double wobble = 0.4;
constexpr int bookAt = 7;
constexpr int longAgo = 21;    ///< days after which one point less is enough
constexpr int restBetween = 4; ///< no booking on so many days after a session

struct Stretch
{
    int first, last;
    bool holds(int day) const { return day >= first && day <= last; }
};
constexpr Stretch illness{92, 104};
constexpr Stretch holiday{228, 241};

const QString stress = QStringLiteral("stress");
const QString mobility = QStringLiteral("mobility");
const QString pain = QStringLiteral("pain");

QString tr(const char *text)
{
    return QCoreApplication::translate("Demo", text);
}

struct Giver
{
    const char *name, *initials, *practice;
};
constexpr Giver givers[]{
    {"Mara Lindqvist", "ML", QT_TRANSLATE_NOOP("Demo", "Room above the bakery")},
    {"Tomas Okoye", "TO", QT_TRANSLATE_NOOP("Demo", "Practice at the old mill")},
    {"Suda Hallberg", "SH", QT_TRANSLATE_NOOP("Demo", "House by the river")},
};

struct Work
{
    const char *modality;
    int giver, pressure;
    double share; ///< of the sessions
};
constexpr Work works[]{{"deep-tissue", 0, 4, 0.4},
                       {"swedish", 0, 3, 0.25},
                       {"myofascial-release", 1, 2, 0.2},
                       {"thai", 2, 4, 1}};

constexpr const char *areas[]{
    "back.right.trapezius", "back.left.trapezius",   "back.right.neck", "back.right.shoulder-blade",
    "back.left.lower-back", "back.right.lower-back", "back.left.neck",  "back.left.shoulder-blade"};
constexpr double areaWeights[]{0.3, 0.5, 0.64, 0.74, 0.82, 0.9, 0.95, 1};

constexpr const char *sessionNotes[]{
    QT_TRANSLATE_NOOP("Demo", "Right side tighter than left, as usual."),
    QT_TRANSLATE_NOOP("Demo", "Fell asleep for the last ten minutes."),
    QT_TRANSLATE_NOOP("Demo", "Slow start; the neck only let go towards the end."),
    QT_TRANSLATE_NOOP("Demo", "Asked for less pressure on the shoulder blade. Better."),
    QT_TRANSLATE_NOOP("Demo", "Came straight from work and needed a while to arrive."),
    QT_TRANSLATE_NOOP("Demo", "Could turn my head to the left again."),
    QT_TRANSLATE_NOOP("Demo", "Not much different afterwards, to be honest."),
    QT_TRANSLATE_NOOP("Demo", "Jaw was part of it this time."),
    QT_TRANSLATE_NOOP("Demo", "Bit sore under the right shoulder blade. Drink, walk home."),
    QT_TRANSLATE_NOOP("Demo", "Long talk first, so a short session."),
};
constexpr const char *checkInNotes[]{
    QT_TRANSLATE_NOOP("Demo", "Deadline moved again."),
    QT_TRANSLATE_NOOP("Demo", "Walked home instead of taking the tram."),
    QT_TRANSLATE_NOOP("Demo", "Six hours of calls."),
    QT_TRANSLATE_NOOP("Demo", "Slept badly, woke at four."),
    QT_TRANSLATE_NOOP("Demo", "Quiet evening."),
    QT_TRANSLATE_NOOP("Demo", "Shoulders up at the ears all day."),
    QT_TRANSLATE_NOOP("Demo", "Garden, then a nap."),
    QT_TRANSLATE_NOOP("Demo", "Headache from the screen."),
};

/// Numbers from a seed, the same on every computer.
class Dice
{
public:
    explicit Dice(quint32 seed)
        : m_source(seed)
    {
    }
    double uniform() { return m_source.generateDouble(); }
    bool chance(double share) { return uniform() < share; }
    int below(int end) { return static_cast<int>(uniform() * end); }
    double normal()
    {
        const double radius = std::sqrt(-2 * std::log(1 - uniform()));
        return radius * std::cos(2 * std::numbers::pi * uniform());
    }
    template<std::size_t N>
    const char *oneOf(const char *const (&texts)[N])
    {
        return texts[below(static_cast<int>(N))];
    }

private:
    QRandomGenerator m_source;
};

/// How a day truly was, and whether there was a session.
struct Day
{
    double stress = 0;
    double mobility = 0;
    bool session = false;
};

class Year
{
public:
    Year(const DemoOptions &options, const Moment &now)
        : m_options(options)
        , m_dice(options.seed)
        , m_ids(options.seed ^ static_cast<quint32>(now.utcMs))
        , m_first(now.local().date().addDays(-daysInYear))
        , m_zone(now.zone)
    {
    }

    QList<Record> records()
    {
        live();
        addGivers();
        addStretches();
        for (int day = 0; day < daysInYear; ++day) {
            if (illness.holds(day) || holiday.holds(day))
                continue;
            if (m_days[index(day)].session)
                addSession(day);
            else
                addOrdinary(day);
        }
        return m_records;
    }

private:
    static std::size_t index(int day) { return static_cast<std::size_t>(day); }
    const Day &of(int day) const { return m_days[index(day)]; }
    QDate date(int day) const { return m_first.addDays(day); }
    Moment at(int day, int minutes) const
    {
        return momentFromLocal(date(day), QTime(minutes / 60, minutes % 60), m_zone);
    }
    QUuid idAt(const Moment &moment) { return newId(moment.utcMs, m_ids); }

    void live();
    void addGivers();
    void addStretches();
    void addSession(int day);
    void addOrdinary(int day);
    void addFollowUp(int day, int minutes, Phase phase);
    void addCheckIn(int day, int minutes, bool talks);
    void describe(Session &session, const Work &work);
    void rate(Session &session, const Day &day);
    Rating rated(double felt, const Moment &given);
    const Work &chooseWork();
    QString chooseArea();
    int chooseTime();

    DemoOptions m_options;
    Dice m_dice;
    QRandomGenerator m_ids;
    QDate m_first;
    QByteArray m_zone;
    std::vector<Day> m_days;
    QList<QUuid> m_givers;
    QUuid m_session;       ///< the newest
    int m_sessionDay = -1; ///< and its day
    QList<Record> m_records;
};

/// The process that demodata.h tells of.
void Year::live()
{
    const double fresh = std::sqrt(1 - correlation * correlation);
    double mood = m_dice.normal();
    double body = m_dice.normal();
    int last = -daysInYear;
    for (int day = 0; day < daysInYear; ++day) {
        mood = correlation * mood + fresh * m_dice.normal();
        body = correlation * body + fresh * m_dice.normal();
        const bool isEased = day - last >= 1 && day - last <= m_options.days;
        const int weekday = date(day).dayOfWeek();
        Day lived;
        lived.stress = 5 + spread * mood - (weekday > 5 ? 0.8 : 0.0) + 0.3 - 0.6 * day / daysInYear -
                       (isEased ? m_options.effect : 0.0);
        lived.mobility = 8.5 - 0.5 * lived.stress + body;
        const bool isAway = illness.holds(day) || holiday.holds(day);
        const int enough = day - last > longAgo ? bookAt - 1 : bookAt;
        lived.session = !isAway && weekday != 7 && day - last > restBetween &&
                        std::round(lived.stress) >= enough && m_dice.chance(0.75);
        if (lived.session)
            last = day;
        m_days.push_back(lived);
    }
}

void Year::addGivers()
{
    for (const Giver &giver : givers) {
        Practitioner practitioner;
        practitioner.id = idAt(at(0, 0));
        practitioner.name = QString::fromUtf8(giver.name);
        practitioner.initials = QString::fromUtf8(giver.initials);
        practitioner.practice = tr(giver.practice);
        m_givers.append(practitioner.id);
        m_records.append(practitioner);
    }
}

void Year::addStretches()
{
    const std::tuple<Stretch, PeriodKind, QString> periods[]{
        {illness, PeriodKind::Illness, tr("In bed with the flu. Wrote nothing down.")},
        {holiday, PeriodKind::Holiday, tr("Away, and off numbers on purpose.")}};
    for (const auto &[stretch, what, note] : periods) {
        Period period;
        period.id = idAt(at(stretch.first, 0));
        period.what = what;
        period.from = date(stretch.first);
        period.to = date(stretch.last);
        period.note = note;
        m_records.append(period);
    }
    for (int day = holiday.first; day <= holiday.last; ++day)
        m_records.append(Skip{idAt(at(day, 0)), date(day), {}});
}

Rating Year::rated(double felt, const Moment &given)
{
    Rating rating;
    rating.value = std::clamp(std::round(felt + wobble * m_dice.normal()), 0.0, 10.0);
    rating.givenMs = given.utcMs;
    return rating;
}

const Work &Year::chooseWork()
{
    const double drawn = m_dice.uniform();
    double upTo = 0;
    for (const Work &work : works) {
        upTo += work.share;
        if (drawn < upTo)
            return work;
    }
    return works[0];
}

QString Year::chooseArea()
{
    const double drawn = m_dice.uniform();
    const auto *const weight = std::find_if(std::begin(areaWeights), std::end(areaWeights),
                                            [&](double upTo) { return drawn < upTo; });
    return QString::fromLatin1(areas[std::distance(std::begin(areaWeights), weight)]);
}

/// Minutes after midnight of a check-in, morning or evening.
int Year::chooseTime()
{
    return m_dice.chance(0.45) ? 7 * 60 + 20 + m_dice.below(100) : 17 * 60 + 10 + m_dice.below(190);
}

void Year::addSession(int day)
{
    if (m_dice.chance(0.3))
        addCheckIn(day, 7 * 60 + 10 + m_dice.below(90), false);
    const Work &work = chooseWork();
    Session session;
    session.start = When::at(at(day, 10 * 60 + 15 * m_dice.below(34)));
    session.id = idAt(*session.start.moment);
    session.practitioner = m_givers[work.giver];
    describe(session, work);
    rate(session, of(day));
    m_session = session.id;
    m_sessionDay = day;
    const QDateTime begin = session.start.moment->local();
    const int end = begin.time().hour() * 60 + begin.time().minute() + *session.minutes;
    m_records.append(session);
    if (m_dice.chance(0.45))
        addFollowUp(day, end + 100 + m_dice.below(60), Phase::H2);
}

void Year::describe(Session &session, const Work &work)
{
    constexpr int lengths[]{60, 60, 75, 90};
    session.minutes = lengths[m_dice.below(4)];
    session.modalities = {QString::fromLatin1(work.modality)};
    if (work.giver == 0 && m_dice.chance(0.2))
        session.modalities.append(QStringLiteral("hot-stone"));
    session.setting = SessionSetting::Practice;
    session.pressure = std::clamp(work.pressure + m_dice.below(3) - 1, 1, 5);
    session.pressureFeel = m_dice.chance(0.8) ? PressureFeel::Right : PressureFeel::TooDeep;
    session.aim = m_dice.chance(0.6) ? Aim::Relax : Aim::Pain;
    session.reason = m_dice.chance(0.8) ? Reason::Worse : Reason::FreeSlot;
    session.expectation = 4 + m_dice.below(5);
    session.satisfaction = 5 + m_dice.below(5);
    session.cost = 15 + *session.minutes;
    session.currency = QStringLiteral("EUR");
    const int hurting = 1 + m_dice.below(3);
    for (int i = 0; i < hurting; ++i) {
        const QString area = chooseArea(); // arguments have no order, and the dice do
        session.hurts.insert(area, 1 + m_dice.below(3));
    }
    for (auto hurt = session.hurts.cbegin(); hurt != session.hurts.cend(); ++hurt)
        session.worked.insert(hurt.key());
    session.worked.insert(chooseArea());
    if (m_dice.chance(0.4))
        session.context.insert(QStringLiteral("desk-week"));
    if (m_dice.chance(0.2))
        session.context.insert(QStringLiteral("poor-sleep"));
    if (work.pressure >= 4 && m_dice.chance(0.3)) {
        Effect soreness;
        soreness.severity = 2 + m_dice.below(3);
        soreness.onset = 6 + m_dice.below(12);
        soreness.hours = 12 + 6 * m_dice.below(5);
        session.effects.insert(QStringLiteral("soreness"), soreness);
    }
    if (m_dice.chance(0.6))
        session.notes = tr(m_dice.oneOf(sessionNotes));
}

void Year::rate(Session &session, const Day &day)
{
    Moment before = *session.start.moment;
    Moment after = before;
    before.utcMs -= 5 * minuteMs;
    after.utcMs += (*session.minutes + 5) * minuteMs;
    // The hour itself does everybody good.
    const double relief = 1.3 + 0.3 * m_options.effect + 0.8 * m_dice.normal();
    session.ratings[{Phase::Before, stress, {}}] = rated(day.stress, before);
    session.ratings[{Phase::After, stress, {}}] = rated(day.stress - relief, after);
    session.ratings[{Phase::Before, mobility, {}}] = rated(day.mobility, before);
    session.ratings[{Phase::After, mobility, {}}] = rated(day.mobility + 0.7 * relief, after);
    if (!m_dice.chance(0.4))
        return;
    const QString area = session.hurts.firstKey();
    const double hurt = 2.0 * session.hurts.first();
    session.ratings[{Phase::Before, pain, area}] = rated(hurt, before);
    session.ratings[{Phase::After, pain, area}] = rated(hurt - 0.7 * relief, after);
}

void Year::addFollowUp(int day, int minutes, Phase phase)
{
    CheckIn answer;
    answer.time = When::at(at(day, minutes));
    answer.id = idAt(*answer.time.moment);
    answer.trigger = Trigger::FollowUp;
    answer.session = m_session;
    const double ease = phase == Phase::H2 ? 1.2 : 0.0;
    answer.ratings[{phase, stress, {}}] = rated(of(day).stress - ease, *answer.time.moment);
    answer.ratings[{phase, mobility, {}}] = rated(of(day).mobility + ease / 2, *answer.time.moment);
    m_records.append(answer);
}

void Year::addOrdinary(int day)
{
    const int since = m_sessionDay < 0 ? daysInYear : day - m_sessionDay;
    const int morning = 7 * 60 + m_dice.below(100);
    const bool isDue = since == 1 || since == 3 || since == 7;
    if (isDue && m_dice.chance(0.5)) {
        addFollowUp(day, morning, since == 1 ? Phase::NextMorning : (since == 3 ? Phase::Day3 : Phase::Day7));
        return;
    }
    if (!m_dice.chance(isDue ? 0.45 : 0.72))
        return;
    const int minutes = chooseTime();
    addCheckIn(day, minutes, true);
    if (m_dice.chance(0.2))
        addCheckIn(day, minutes + 45 + m_dice.below(100), false);
}

void Year::addCheckIn(int day, int minutes, bool talks)
{
    const Day &lived = of(day);
    CheckIn checkIn;
    checkIn.time = When::at(at(day, minutes));
    checkIn.id = idAt(*checkIn.time.moment);
    checkIn.ratings[{Phase::AdHoc, stress, {}}] = rated(lived.stress, *checkIn.time.moment);
    if (m_dice.chance(0.8))
        checkIn.ratings[{Phase::AdHoc, mobility, {}}] = rated(lived.mobility, *checkIn.time.moment);
    if (talks && m_dice.chance(0.25)) {
        const char *const circumstance = lived.stress < 5     ? "exercise"
                                         : m_dice.chance(0.5) ? "poor-sleep"
                                                              : "desk-week";
        checkIn.context.insert(QString::fromLatin1(circumstance));
    }
    if (talks && m_dice.chance(0.1))
        checkIn.note = tr(m_dice.oneOf(checkInNotes));
    m_records.append(checkIn);
}

} // namespace

QList<Record> demoRecords(const DemoOptions &options, const Moment &now)
{
    return Year(options, now).records();
}

} // namespace stillpoint
