#include "app/cli/journaloutput.h"

#include "app/base/identifiers.h"
#include "app/journal/recordcodec.h"
#include "app/journal/regions.h"
#include "app/journal/sentences.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace stillpoint {

namespace {

constexpr int timeWidth = 16; ///< of "2026-11-10 17:30"

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

QString compact(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isArray() || value.isObject()) {
        const QJsonDocument json =
            value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
        return QString::fromUtf8(json.toJson(QJsonDocument::Compact));
    }
    return value.toVariant().toString();
}

QString ratingsOf(const Ratings &ratings, Phase phase, const Vocabulary &words)
{
    QStringList parts;
    for (const auto &[key, rating] : ratings) {
        if (key.phase != phase)
            continue;
        const auto scale = words.scale(key.scale, rating.scaleVersion);
        const auto region = regionByCode(key.region);
        QString part = scale ? scale->name : key.scale;
        if (region)
            part += QStringLiteral(" (%1)").arg(region->name);
        parts.append(part + QLatin1Char(' ') +
                     (rating.value ? QString::number(*rating.value) : tr("skipped")));
    }
    return parts.join(QStringLiteral(", "));
}

QString labelled(const QString &label, const QString &text)
{
    return text.isEmpty() ? QString() : label.arg(text);
}

QString contextNames(const QSet<QString> &codes, const Vocabulary &words)
{
    QStringList names;
    for (const QString &code : codes)
        names.append(words.contextName(code));
    names.sort();
    return names.join(QStringLiteral(", "));
}

QString summary(const Session &session, const Journal &journal)
{
    const Vocabulary &words = journal.vocabulary();
    QStringList what;
    for (const QString &code : session.modalities)
        what.append(words.modalityName(code));
    if (session.minutes)
        what.append(tr("%1 min").arg(*session.minutes));
    if (const auto practitioner = journal.find<Practitioner>(session.practitioner))
        what.append(practitioner->name);
    QStringList parts{what.join(QStringLiteral(", ")),
                      labelled(tr("before: %1"), ratingsOf(session.ratings, Phase::Before, words)),
                      labelled(tr("after: %1"), ratingsOf(session.ratings, Phase::After, words)),
                      contextNames(session.context, words), session.notes.simplified()};
    parts.removeAll(QString());
    return parts.join(QStringLiteral("; "));
}

QString summary(const CheckIn &checkIn, const Vocabulary &words)
{
    QStringList parts;
    for (const Phase phase : {Phase::AdHoc, Phase::H2, Phase::NextMorning, Phase::Day3, Phase::Day7})
        parts.append(ratingsOf(checkIn.ratings, phase, words));
    parts << contextNames(checkIn.context, words) << checkIn.note.simplified();
    parts.removeAll(QString());
    return parts.join(QStringLiteral("; "));
}

QString marked(const QString &text, bool isOfDemo)
{
    if (!isOfDemo)
        return text;
    return text.isEmpty() ? tr("(demo)") : tr("(demo) %1").arg(text);
}

} // namespace

QString lineFor(const Entry &entry, const Journal &journal)
{
    QString time = isoTime(When::on(entry.day));
    QString text;
    if (const auto session = journal.find<Session>(entry.id)) {
        time = isoTime(session->start);
        text = marked(summary(*session, journal), session->demo);
    } else if (const auto checkIn = journal.find<CheckIn>(entry.id)) {
        time = isoTime(checkIn->time);
        text = marked(summary(*checkIn, journal.vocabulary()), checkIn->demo);
    } else if (const auto skip = journal.find<Skip>(entry.id)) {
        text = marked({}, skip->demo);
    }
    return QStringLiteral("%1  %2 %3  %4")
        .arg(time.leftJustified(timeWidth), kindName(entry.kind).leftJustified(9), idText(entry.id), text);
}

QString textFor(const QJsonObject &exported)
{
    QStringList lines;
    for (const char *key : {"kind", "id", "day"}) {
        const QLatin1String name(key);
        if (exported.contains(name))
            lines.append(QStringLiteral("%1: %2").arg(name, exported[name].toString()));
    }
    if (exported[QLatin1String("demo")].toBool())
        lines.append(tr("This entry is made up: it belongs to the demo journal."));
    const QJsonObject fields = exported[QLatin1String("fields")].toObject();
    for (auto field = fields.begin(); field != fields.end(); ++field)
        lines.append(QStringLiteral("%1: %2").arg(field.key(), compact(field.value())));
    return lines.join(QLatin1Char('\n'));
}

QString lineForChange(const QJsonObject &change)
{
    const qint64 ms = change[QLatin1String("hlc")].toString().toLongLong() >> 16;
    return QStringLiteral("%1  %2 %3")
        .arg(toRfc3339(ms), change[QLatin1String("verb")].toString().leftJustified(8),
             compact(change[QLatin1String("payload")]));
}

} // namespace stillpoint
