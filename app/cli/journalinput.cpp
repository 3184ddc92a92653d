#include "app/cli/journalinput.h"

#include "app/base/identifiers.h"
#include "app/base/tag.h"
#include "app/cli/clitime.h"
#include "app/journal/nearnames.h"
#include "app/journal/provenance.h"
#include "app/journal/regions.h"

#include <QCoreApplication>

#include <algorithm>

namespace stillpoint {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

tl::unexpected<Error> wrong(const QString &message)
{
    return failure(ErrorCode::Invalid, message);
}

QString meant(const QStringList &near)
{
    return near.isEmpty() ? QString()
                          : QLatin1Char(' ') + tr("Did you mean %1?").arg(near.join(QStringLiteral(", ")));
}

/// "NAME=VALUE" in two.
Result<std::pair<QString, QString>> assignment(const QString &text)
{
    const qsizetype at = text.indexOf(QLatin1Char('='));
    if (at <= 0 || at + 1 == text.size())
        return wrong(tr("\"%1\" is not of the form name=value. Nothing was changed.").arg(text));
    return std::pair(text.left(at).trimmed(), text.mid(at + 1).trimmed());
}

QString knownScales(const Vocabulary &words)
{
    QStringList codes;
    for (const Scale &scale : words.scales())
        codes.append(scale.code);
    return codes.join(QStringLiteral(", "));
}

Result<void> addRating(Ratings &ratings, Phase phase, const QString &text, const Rating &given,
                       const Vocabulary &words)
{
    const auto parts = assignment(text);
    if (!parts)
        return tl::unexpected<Error>(parts.error());
    const QString code = parts->first.section(QLatin1Char('@'), 0, 0);
    const auto scale = words.scale(code);
    if (!scale)
        return wrong(tr("There is no scale \"%1\". The scales are %2; nothing was changed.")
                         .arg(code, knownScales(words)));
    RatingKey key{phase, code, {}};
    if (parts->first.contains(QLatin1Char('@'))) {
        auto region = regionFromText(parts->first.section(QLatin1Char('@'), 1));
        if (!region)
            return tl::unexpected<Error>(region.error());
        key.region = *region;
    }
    bool isNumber = false;
    Rating rating = given;
    rating.value = parts->second.toDouble(&isNumber);
    rating.scaleVersion = scale->version;
    if (!isNumber)
        return wrong(tr("\"%1\" is not a number. Nothing was changed.").arg(parts->second));
    ratings.insert_or_assign(key, rating);
    return {};
}

QSet<QString> contextsFrom(const Words &typed, const Vocabulary &words)
{
    QSet<QString> codes;
    for (const QString &text : textsOf(typed)) {
        if (const QString code = words.contextCode(text); !code.isEmpty())
            codes.insert(code);
    }
    return codes;
}

Result<void> addModalities(Session &session, const Words &typed, const Vocabulary &words)
{
    for (const QString &text : textsOf(typed)) {
        const auto code = modalityFromText(text, words);
        if (!code)
            return tl::unexpected<Error>(code.error());
        if (!session.modalities.contains(*code))
            session.modalities.append(*code);
    }
    return {};
}

Result<void> addRegions(Session &session, const Words &areas, const Words &hurts)
{
    for (const QString &text : textsOf(areas)) {
        const auto region = regionFromText(text);
        if (!region)
            return tl::unexpected<Error>(region.error());
        session.worked.insert(*region);
    }
    for (const QString &text : textsOf(hurts)) {
        const auto parts = assignment(text);
        const auto region = parts.and_then([](const auto &pair) { return regionFromText(pair.first); });
        if (!region)
            return tl::unexpected<Error>(region.error());
        bool isNumber = false;
        session.hurts.insert(*region, parts->second.toInt(&isNumber));
        if (!isNumber)
            return wrong(tr("\"%1\" is not a level of 1, 2 or 3. Nothing was changed.").arg(parts->second));
    }
    return {};
}

Result<void> addSessionRatings(Session &session, const LogInput &input, const Journal &journal,
                               const Moment &now)
{
    When end = session.start;
    if (end.moment)
        end.moment->utcMs += session.minutes.value_or(0) * qint64{60'000};
    for (const auto &[words, phase, about] : {std::tuple(&input.before, Phase::Before, &session.start),
                                              std::tuple(&input.after, Phase::After, &end)}) {
        const Provenance provenance = provenanceOf(*about, now, journal);
        for (const QString &text : textsOf(*words)) {
            if (auto added = addRatings(session.ratings, phase, text, provenance, now, journal.vocabulary());
                !added)
                return added;
        }
    }
    return {};
}

QString initialsOf(const QString &name)
{
    QString initials;
    for (const QString &word : name.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        initials += word.at(0).toUpper();
    return initials;
}

} // namespace

QStringList textsOf(const Words &words)
{
    QStringList texts;
    for (const std::string &word : words)
        texts.append(QString::fromStdString(word).normalized(QString::NormalizationForm_C));
    return texts;
}

Result<QString> modalityFromText(const QString &text, const Vocabulary &words)
{
    if (const auto modality = words.modality(text))
        return modality->code;
    QList<NamedCode> choices;
    for (const Modality &modality : words.modalities())
        choices.append({modality.code, modality.name});
    return wrong(tr("There is no modality \"%1\". Nothing was changed.").arg(text) +
                 meant(nearCodes(text, choices)));
}

Result<QString> regionFromText(const QString &text)
{
    if (const auto region = regionByCode(text))
        return region->code;
    return wrong(tr("There is no body area \"%1\". Nothing was changed.").arg(text) +
                 meant(nearRegions(text)));
}

Result<Reason> reasonFromText(const QString &text)
{
    if (text == QLatin1String("planned"))
        return Reason::Planned;
    if (text == QLatin1String("worse"))
        return Reason::Worse;
    if (text == QLatin1String("free"))
        return Reason::FreeSlot;
    return wrong(tr("The reason is planned, worse or free, not \"%1\". Nothing was changed.").arg(text));
}

Practitioner practitionerFromText(const QString &text, const Journal &journal, const Moment &now, bool demo)
{
    const QString name = text.normalized(QString::NormalizationForm_C).simplified();
    for (const Practitioner &known : journal.all<Practitioner>()) {
        if (known.demo == demo && (foldedText(known.name) == foldedText(name) || idText(known.id) == name))
            return known;
    }
    Practitioner practitioner;
    practitioner.id = newId(now.utcMs);
    practitioner.name = name;
    practitioner.initials = initialsOf(name);
    return practitioner;
}

Result<void> addRatings(Ratings &ratings, Phase phase, const QString &text, Provenance provenance,
                        const Moment &now, const Vocabulary &words)
{
    Rating given;
    given.givenMs = now.utcMs;
    given.provenance = provenance;
    for (const QString &one : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (auto added = addRating(ratings, phase, one.trimmed(), given, words); !added)
            return added;
    }
    return {};
}

Result<QList<Record>> sessionFrom(const LogInput &input, const Journal &journal, const Moment &now)
{
    auto start = whenFromText(QString::fromStdString(input.start), now.zone);
    if (!start)
        return tl::unexpected<Error>(start.error());
    Session session;
    session.id = newId(now.utcMs);
    session.start = input.dateOnly && start->moment ? When::on(start->moment->local().date()) : *start;
    session.minutes = input.minutes;
    session.pressure = input.pressure;
    session.context = contextsFrom(input.contexts, journal.vocabulary());
    session.notes = textsOf({input.note}).first();
    auto complete = addModalities(session, input.modalities, journal.vocabulary())
                        .and_then([&] { return addRegions(session, input.areas, input.hurts); })
                        .and_then([&] { return addSessionRatings(session, input, journal, now); });
    if (complete && !input.reason.empty()) {
        complete = reasonFromText(QString::fromStdString(input.reason)).map([&](Reason reason) {
            session.reason = reason;
        });
    }
    if (!complete)
        return tl::unexpected<Error>(complete.error());
    QList<Record> records;
    if (!input.practitioner.empty()) {
        const Practitioner practitioner =
            practitionerFromText(QString::fromStdString(input.practitioner), journal, now, false);
        session.practitioner = practitioner.id;
        records.append(practitioner);
    }
    records.append(session);
    return records;
}

Result<CheckIn> checkInFrom(const CheckInInput &input, const Journal &journal, const Moment &now)
{
    CheckIn checkIn;
    checkIn.id = newId(now.utcMs);
    checkIn.time = When::at(now);
    if (!input.at.empty()) {
        const auto when = whenFromText(QString::fromStdString(input.at), now.zone);
        if (!when)
            return tl::unexpected<Error>(when.error());
        checkIn.time = *when;
    }
    checkIn.context = contextsFrom(input.contexts, journal.vocabulary());
    checkIn.note = textsOf({input.note}).first();
    const Provenance provenance = provenanceOf(checkIn.time, now, journal);
    for (const QString &text : textsOf(input.ratings)) {
        if (auto added =
                addRatings(checkIn.ratings, Phase::AdHoc, text, provenance, now, journal.vocabulary());
            !added)
            return tl::unexpected<Error>(added.error());
    }
    return checkIn;
}

} // namespace stillpoint
