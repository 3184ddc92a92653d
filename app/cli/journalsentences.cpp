#include "app/base/identifiers.h"
#include "app/cli/journaloutput.h"
#include "app/journal/recordcodec.h"
#include "app/journal/sentences.h"

#include <QCoreApplication>
#include <QJsonArray>

/// What an import did, in words.
namespace stillpoint {

namespace {

using Became = ImportOutcome::Became;

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
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
    const QString words = item.record ? nameOf(*item.record, isoTime) : nameFor(item.ref, journal, isoTime);
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
