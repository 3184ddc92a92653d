#include "app/base/identifiers.h"
#include "app/cli/journaloutput.h"
#include "app/journal/recordcodec.h"
#include "app/journal/regions.h"

#include <QCoreApplication>
#include <QJsonArray>

/// What happened to records, in words.
namespace stillpoint {

namespace {

using Became = ImportOutcome::Became;

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("Cli", text, nullptr, n);
}

QString timeOf(const When &when)
{
    return when.moment ? when.moment->local().toString(QStringLiteral("yyyy-MM-dd HH:mm"))
                       : when.day.toString(Qt::ISODate);
}

/// The kind with what tells this record from others of its kind.
class Namer
{
public:
    QString operator()(const Session &session) const
    {
        return tr("the session of %1").arg(timeOf(session.start));
    }
    QString operator()(const CheckIn &checkIn) const
    {
        return tr("the check-in of %1").arg(timeOf(checkIn.time));
    }
    QString operator()(const Skip &skip) const
    {
        return tr("the skipped day %1").arg(skip.day.toString(Qt::ISODate));
    }
    QString operator()(const Period &period) const
    {
        return tr("the period from %1").arg(period.from.toString(Qt::ISODate));
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
};

QString kindOnly(RecordKind kind)
{
    return tr("the %1").arg(kindName(kind));
}

QString capital(const QString &text)
{
    return text.isEmpty() ? text : text.at(0).toUpper() + text.mid(1);
}

/// "rating.before.stress" → "Stress before", "worked.front.neck" → "Front of neck, worked on".
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

QString fieldNames(const QStringList &fields, const Vocabulary &words)
{
    QStringList names;
    for (const QString &field : fields)
        names.append(fieldName(field, words));
    return names.join(QStringLiteral(", "));
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
        return removed ? tr("%1 is in the trash again.").arg(what)
                       : tr("%1 is out of the trash again.").arg(what);
    if (verb == QLatin1String("import"))
        return redone ? tr("%1 is as the imported file says.").arg(what)
                      : tr("%1 is as it was before the import.").arg(what);
    return redone ? tr("%1 is changed again.").arg(what) : tr("%1 is as it was before the change.").arg(what);
}

QString became(Became what)
{
    switch (what) {
    case Became::Added:
        return QStringLiteral("added");
    case Became::Changed:
        return QStringLiteral("changed");
    case Became::Trashed:
        return QStringLiteral("trashed");
    case Became::Erased:
        break;
    }
    return QStringLiteral("erased");
}

QString lineFor(const ImportOutcome::Item &item, const Journal &journal)
{
    const QString words = item.record ? std::visit(Namer(), *item.record) : nameFor(item.ref, journal);
    const QString name = words + u' ' + idText(item.ref.second);
    switch (item.became) {
    case Became::Added:
        return tr("added    %1").arg(name);
    case Became::Changed:
        return tr("changed  %1: %2").arg(name, fieldNames(item.fields, journal.vocabulary()));
    case Became::Trashed:
        return tr("trashed  %1").arg(name);
    case Became::Erased:
        break;
    }
    return tr("erased   %1").arg(name);
}

} // namespace

QString nameFor(const RecordRef &ref, const Journal &journal)
{
    const auto record = journal.record(ref);
    return record ? std::visit(Namer(), *record) : kindOnly(ref.first);
}

QString sentenceFor(const UndoOutcome &outcome, bool redone, const Journal &journal)
{
    constexpr qsizetype named = 3;
    QStringList sentences;
    for (const RecordRef &ref : outcome.records.mid(0, std::min(named, outcome.records.size())))
        sentences.append(outcomeOf(outcome.verb, redone, capital(nameFor(ref, journal))));
    if (outcome.records.size() > named)
        sentences.append(tr("So are %1 more.").arg(outcome.records.size() - named));
    if (!outcome.kept.isEmpty())
        sentences.append(
            tr("Changed since and therefore kept: %1.").arg(fieldNames(outcome.kept, journal.vocabulary())));
    const QString done = redone ? tr("Redone. %1") : tr("Undone. %1");
    return done.arg(sentences.join(u' '));
}

QStringList linesFor(const ImportOutcome &outcome, bool dryRun, const Journal &journal)
{
    QStringList lines;
    for (const ImportOutcome::Item &item : outcome.items)
        lines.append(lineFor(item, journal));
    lines += outcome.notes;
    if (outcome.ahead > 0)
        lines.append(
            tr("%1 changes were written by a clock more than a day ahead of this one. They count as the "
               "newest; check the date of the device they come from.")
                .arg(outcome.ahead));
    const QString sum = tr("%1 added, %2 changed, %3 put in the trash, %4 as before.")
                            .arg(outcome.count(Became::Added))
                            .arg(outcome.count(Became::Changed))
                            .arg(outcome.count(Became::Trashed) + outcome.count(Became::Erased))
                            .arg(outcome.unchanged);
    lines.append(dryRun ? sum + u' ' + tr("Nothing was written: this was a dry run.") : sum);
    return lines;
}

QJsonObject jsonFor(const ImportOutcome &outcome, bool dryRun)
{
    QJsonArray records;
    for (const ImportOutcome::Item &item : outcome.items) {
        records.append(QJsonObject{{QStringLiteral("kind"), kindName(item.ref.first)},
                                   {QStringLiteral("id"), idText(item.ref.second)},
                                   {QStringLiteral("became"), became(item.became)},
                                   {QStringLiteral("fields"), QJsonArray::fromStringList(item.fields)}});
    }
    return {{QStringLiteral("dry_run"), dryRun},
            {QStringLiteral("added"), outcome.count(Became::Added)},
            {QStringLiteral("changed"), outcome.count(Became::Changed)},
            {QStringLiteral("trashed"), outcome.count(Became::Trashed)},
            {QStringLiteral("erased"), outcome.count(Became::Erased)},
            {QStringLiteral("unchanged"), outcome.unchanged},
            {QStringLiteral("changes"), outcome.changes},
            {QStringLiteral("ahead"), outcome.ahead},
            {QStringLiteral("notes"), QJsonArray::fromStringList(outcome.notes)},
            {QStringLiteral("records"), records}};
}

} // namespace stillpoint
