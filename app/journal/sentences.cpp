#include "app/journal/sentences.h"

#include "app/journal/recordcodec.h"
#include "app/journal/regions.h"

#include <QCoreApplication>

#include <algorithm>

namespace stillpoint {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Sentences", text);
}

/// The kind with what tells this record from others of its kind.
class Namer
{
public:
    explicit Namer(TimeWords time)
        : m_time(time)
    {
    }
    QString operator()(const Session &session) const
    {
        return tr("the session of %1").arg(m_time(session.start));
    }
    QString operator()(const CheckIn &checkIn) const
    {
        return tr("the check-in of %1").arg(m_time(checkIn.time));
    }
    QString operator()(const Skip &skip) const
    {
        return tr("the skipped day %1").arg(m_time(When::on(skip.day)));
    }
    QString operator()(const Period &period) const
    {
        return tr("the period from %1").arg(m_time(When::on(period.from)));
    }
    QString operator()(const ScaleRecord &scale) const { return tr("the scale %1").arg(scale.code); }
    QString operator()(const Practitioner &one) const { return tr("the practitioner %1").arg(one.name); }
    QString operator()(const ModalityRecord &one) const
    {
        return tr("the modality %1").arg(one.modality.name);
    }
    QString operator()(const ContextRecord &one) const { return tr("the context %1").arg(one.name); }
    QString operator()(const SessionTemplate &one) const { return tr("the template %1").arg(one.name); }
    QString operator()(const ArticleState &one) const
    {
        return tr("what was noted about the article %1").arg(one.title);
    }
    QString operator()(const Highlight & /*one*/) const { return tr("a highlight"); }
    QString operator()(const Link & /*one*/) const { return tr("a link"); }
    QString operator()(const TagRule &rule) const { return tr("the rule for the tag %1").arg(rule.tag); }
    QString operator()(const SavedFilter &one) const { return tr("the saved filter %1").arg(one.name); }
    QString operator()(const PlaceRecord &one) const { return tr("the library place %1").arg(one.path); }

private:
    TimeWords m_time;
};

QString kindOnly(RecordKind kind)
{
    return tr("the %1").arg(kindName(kind));
}

QString capital(const QString &text)
{
    return text.isEmpty() ? text : text.at(0).toUpper() + text.mid(1);
}

/// "rating.before.stress" → "Stress (before)", "worked.front.neck" → "worked on: Front of neck".
QString fieldName(const QString &field, const Vocabulary &words)
{
    const QString group = field.section(u'.', 0, 0);
    const QString member = field.section(u'.', 1);
    if (group == QLatin1String("rating")) {
        const auto scale = words.scale(field.section(u'.', 2, 2));
        const QString name = scale ? scale->name : field.section(u'.', 2, 2);
        return tr("%1 (%2)").arg(name, field.section(u'.', 1, 1));
    }
    if (group == QLatin1String("worked") || group == QLatin1String("hurts")) {
        const auto region = regionByCode(member);
        return (group == QLatin1String("worked") ? tr("worked on: %1") : tr("hurts: %1"))
            .arg(region ? region->name : member);
    }
    if (group == QLatin1String("context"))
        return words.contextName(member);
    return member.isEmpty() ? field : group + u' ' + member;
}

/// What undoing or redoing an action of this verb means for the records it touched.
QString outcomeOf(const QString &verb, bool redone, const QString &what)
{
    const bool removed = (verb == QLatin1String("add") && !redone) ||
                         (verb == QLatin1String("delete") && redone) ||
                         (verb == QLatin1String("restore") && !redone);
    if (verb == QLatin1String("add"))
        return removed ? tr("%1 is gone again.").arg(what) : tr("%1 is there again.").arg(what);
    if (verb == QLatin1String("delete") || verb == QLatin1String("restore"))
        return removed ? tr("%1 is deleted again.").arg(what) : tr("%1 is back.").arg(what);
    if (verb == QLatin1String("import"))
        return redone ? tr("%1 is as the imported file says.").arg(what)
                      : tr("%1 is as it was before the import.").arg(what);
    return redone ? tr("%1 is changed again.").arg(what) : tr("%1 is as it was before the change.").arg(what);
}

/// As it was or, where it was not there before, is now.
QString nameIn(const UndoOutcome &outcome, const RecordRef &ref, TimeWords time)
{
    const auto value = std::find_if(outcome.values.begin(), outcome.values.end(),
                                    [&](const Record &one) { return idOf(one) == ref.second; });
    return value == outcome.values.end() ? kindOnly(ref.first) : nameOf(*value, time);
}

} // namespace

QString isoTime(const When &when)
{
    return when.moment ? when.moment->local().toString(QStringLiteral("yyyy-MM-dd HH:mm"))
                       : when.day.toString(Qt::ISODate);
}

QString nameOf(const Record &record, TimeWords time)
{
    return std::visit(Namer(time), record);
}

QString nameFor(const RecordRef &ref, const Journal &journal, TimeWords time)
{
    const auto record = journal.record(ref);
    return record ? nameOf(*record, time) : kindOnly(ref.first);
}

QString fieldNames(const QStringList &fields, const Vocabulary &words)
{
    QStringList names;
    for (const QString &field : fields)
        names.append(fieldName(field, words));
    return names.join(QStringLiteral(", "));
}

QString sentenceFor(const UndoOutcome &outcome, bool redone, const Vocabulary &words, TimeWords time)
{
    constexpr qsizetype named = 3;
    QStringList sentences;
    for (const RecordRef &ref : outcome.records.mid(0, std::min(named, outcome.records.size())))
        sentences.append(outcomeOf(outcome.verb, redone, capital(nameIn(outcome, ref, time))));
    if (outcome.records.size() > named)
        sentences.append(tr("So are %1 more.").arg(outcome.records.size() - named));
    if (!outcome.kept.isEmpty())
        sentences.append(tr("Changed since and therefore kept: %1.").arg(fieldNames(outcome.kept, words)));
    const QString done = redone ? tr("Redone. %1") : tr("Undone. %1");
    return done.arg(sentences.join(u' '));
}

} // namespace stillpoint
