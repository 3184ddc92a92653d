#include "app/cli/journaledit.h"

#include "app/base/identifiers.h"
#include "app/cli/clitime.h"
#include "app/cli/journalinput.h"
#include "app/journal/demojournal.h"
#include "app/journal/provenance.h"
#include "app/journal/recordcodec.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace stillpoint {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

tl::unexpected<Error> wrong(const QString &field, const QString &message)
{
    return failure(ErrorCode::Invalid, message, field);
}

/// One assignment as typed; `operation` is '=', '+' or '-'.
struct Assignment
{
    QString field;
    char operation = '=';
    QString value;
};

Result<Assignment> assignmentFrom(const QString &text)
{
    const qsizetype at = text.indexOf(QLatin1Char('='));
    if (at <= 0) {
        return wrong(
            {}, tr("\"%1\" is not of the form field=value, set+=member or set-=member. Nothing was changed.")
                    .arg(text));
    }
    Assignment assignment{text.left(at), '=', text.mid(at + 1).trimmed()};
    const QChar before = assignment.field.back();
    if (before == QLatin1Char('+') || before == QLatin1Char('-')) {
        assignment.operation = before.toLatin1();
        assignment.field.chop(1);
    }
    return assignment;
}

/// Turns assignments into a payload of changed fields for one record.
class Edit
{
public:
    Edit(const Record &record, When time, const Journal &journal, const Moment &now)
        : m_fields(fieldsOf(record))
        , m_demo(isDemo(record))
        , m_time(std::move(time))
        , m_journal(journal)
        , m_now(now)
    {
    }

    Result<void> add(const Assignment &assignment)
    {
        const QString &field = assignment.field;
        if (field == QLatin1String("modalities"))
            return editModalities(assignment);
        if (assignment.operation != '=')
            return editMember(assignment);
        if (assignment.value.isEmpty()) {
            m_payload.insert(field, QJsonValue::Null);
            return {};
        }
        if (field == QLatin1String("start") || field == QLatin1String("time"))
            return editTime(assignment);
        if (field == QLatin1String("practitioner")) {
            m_created = practitionerFromText(assignment.value, m_journal, m_now, m_demo);
            m_payload.insert(field, idText(m_created->id));
            return {};
        }
        if (field.startsWith(QLatin1String("rating.")))
            return editRating(assignment);
        m_payload.insert(field, assignment.value);
        return checkRegion(field);
    }

    const QJsonObject &payload() const { return m_payload; }
    const std::optional<Practitioner> &created() const { return m_created; }

private:
    static Result<void> checkRegion(const QString &field)
    {
        if (!field.startsWith(QLatin1String("hurts.")) && !field.startsWith(QLatin1String("worked.")))
            return {};
        return regionFromText(field.section(QLatin1Char('.'), 1)).map([](const QString &) {});
    }

    Result<void> editModalities(const Assignment &assignment)
    {
        QJsonArray codes;
        if (assignment.operation != '=') {
            const QJsonObject &latest = m_payload.contains(assignment.field) ? m_payload : m_fields;
            codes = latest[assignment.field].toArray();
        }
        for (const QString &text : assignment.value.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
            const auto code = modalityFromText(text.trimmed(), m_journal.vocabulary());
            if (!code)
                return tl::unexpected<Error>(code.error());
            for (auto at = codes.begin(); at != codes.end();)
                at = *at == QJsonValue(*code) ? codes.erase(at) : at + 1;
            if (assignment.operation != '-')
                codes.append(*code);
        }
        m_payload.insert(assignment.field, codes);
        return {};
    }

    Result<void> editMember(const Assignment &assignment)
    {
        QString member = assignment.value;
        const bool ofRegions =
            assignment.field == QLatin1String("worked") || assignment.field == QLatin1String("hurts");
        if (ofRegions) {
            const auto region = regionFromText(member);
            if (!region)
                return tl::unexpected<Error>(region.error());
            member = *region;
        } else if (assignment.field == QLatin1String("context")) {
            member = m_journal.vocabulary().contextCode(member);
            if (member.isEmpty())
                return wrong(assignment.field,
                             tr("Name the context, as in context+=travel. Nothing was changed."));
        } else if (assignment.field != QLatin1String("tag") || member.isEmpty()) {
            return wrong(assignment.field,
                         tr("%1 is no set; write %1=value. Nothing was changed.").arg(assignment.field));
        }
        const bool adds = assignment.operation == '+';
        if (adds && assignment.field == QLatin1String("hurts")) {
            return wrong(assignment.field,
                         tr("Say how much it hurts: hurts.%1=1, 2 or 3. Nothing was changed.").arg(member));
        }
        m_payload.insert(assignment.field + QLatin1Char('.') + member,
                         adds ? QJsonValue(true) : QJsonValue());
        return {};
    }

    Result<void> editTime(const Assignment &assignment)
    {
        return whenFromText(assignment.value, m_now.zone).map([&](const When &when) {
            m_time = when;
            for (const char *part : {"offset", "zone", "day"})
                m_payload.insert(QLatin1String(part), QJsonValue::Null);
            m_payload.insert(assignment.field, QJsonValue::Null);
            if (!when.moment) {
                m_payload.insert(QLatin1String("day"), when.day.toString(Qt::ISODate));
                return;
            }
            m_payload.insert(assignment.field, toRfc3339(when.moment->utcMs));
            m_payload.insert(QLatin1String("offset"), when.moment->offsetMinutes);
            if (!when.moment->zone.isEmpty())
                m_payload.insert(QLatin1String("zone"), QString::fromLatin1(when.moment->zone));
        });
    }

    /// rating.PHASE.SCALE[.REGION]=VALUE, checked and written as `journal log` does it.
    Result<void> editRating(const Assignment &assignment)
    {
        const QString scale = assignment.field.section(QLatin1Char('.'), 2, 2);
        const QString region = assignment.field.section(QLatin1Char('.'), 3);
        const QString text = (region.isEmpty() ? scale : scale + QLatin1Char('@') + region) +
                             QLatin1Char('=') + assignment.value;
        CheckIn one;
        auto added = addRatings(one.ratings, Phase::AdHoc, text, provenanceOf(m_time, m_now, m_journal),
                                m_now, m_journal.vocabulary());
        if (!added)
            return added;
        if (one.ratings.size() != 1)
            return wrong(assignment.field,
                         tr("\"%1\" is not a number. Nothing was changed.").arg(assignment.value));
        const QJsonObject written = fieldsOf(one);
        for (auto field = written.begin(); field != written.end(); ++field) {
            if (field.key().startsWith(QLatin1String("rating.")))
                m_payload.insert(assignment.field, field.value());
        }
        return {};
    }

    QJsonObject m_fields;
    bool m_demo;
    When m_time;
    const Journal &m_journal;
    const Moment &m_now;
    QJsonObject m_payload;
    std::optional<Practitioner> m_created;
};

/// What was typed in the form in which a record of this kind holds it: words, a number, yes or no.
template<class T>
QJsonValue fitting(const T &record, const QString &field, const QJsonValue &typed)
{
    if (!typed.isString())
        return typed;
    QList<QJsonValue> forms{typed};
    bool isNumber = false;
    if (const double number = typed.toString().toDouble(&isNumber); isNumber) {
        forms.append(number);
        forms.append(QJsonObject{{QStringLiteral("severity"), number}});
    }
    if (typed.toString() == QLatin1String("true") || typed.toString() == QLatin1String("false"))
        forms.append(typed.toString() == QLatin1String("true"));
    for (const QJsonValue &form : forms) {
        T tried = record;
        applyFields(tried, {{field, form}});
        if (!tried.extra.contains(field))
            return form;
    }
    return typed;
}

template<class T>
Result<QList<Record>> edited(T record, const When &time, const QStringList &texts, const Journal &journal,
                             const Moment &now)
{
    Edit edit(record, time, journal, now);
    for (const QString &text : texts) {
        const auto done = assignmentFrom(text).and_then([&](const Assignment &one) { return edit.add(one); });
        if (!done)
            return tl::unexpected<Error>(done.error());
    }
    QJsonObject payload = edit.payload();
    for (const QString &field : payload.keys())
        payload.insert(field, fitting(record, field, payload[field]));
    applyFields(record, payload);
    // What the codec did not understand it has put aside.
    for (auto field = payload.begin(); field != payload.end(); ++field) {
        if (record.extra.contains(field.key()) || !isRecordField(field.key())) {
            return wrong(field.key(),
                         tr("\"%1\" is not a field of this entry, or cannot have that value. Nothing was "
                            "changed; \"journal show\" lists the fields.")
                             .arg(field.key()));
        }
    }
    QList<Record> records;
    if (edit.created())
        records.append(*edit.created());
    return checkGoesWithDemo(record, records).map([&] { return records << record; });
}

/// The time that ratings of this record speak of.
When timeOf(const Session &session)
{
    return session.start;
}
When timeOf(const CheckIn &checkIn)
{
    return checkIn.time;
}
template<class Other>
When timeOf(const Other & /*record*/)
{
    return {};
}

} // namespace

Result<QList<Record>> editedRecord(const QUuid &id, const QStringList &assignments, const Journal &journal,
                                   const Moment &now)
{
    const auto ref = journal.refOf(id);
    const auto record = ref && !journal.isInTrash(*ref) ? journal.record(*ref) : std::nullopt;
    if (!record) {
        return failure(ErrorCode::NotFound,
                       tr("The journal has no entry with this id, or it is in the trash. Nothing was "
                          "changed; \"journal list\" shows the ids."));
    }
    return std::visit(
        [&](const auto &value) { return edited(value, timeOf(value), assignments, journal, now); }, *record);
}

} // namespace stillpoint
