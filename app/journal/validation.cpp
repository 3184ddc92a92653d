#include "app/journal/validation.h"

#include "app/journal/regions.h"
#include "app/journal/scales.h"

#include <QCoreApplication>

#include <cmath>

namespace stillpoint {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Journal", text);
}

tl::unexpected<Error> wrong(const QString &field, const QString &message)
{
    return failure(ErrorCode::Invalid, message, field);
}

bool hasTime(const When &when)
{
    return when.moment || when.day.isValid();
}

QString number(double value)
{
    return QString::number(value);
}

Result<void> validateRatings(const Ratings &ratings, bool ofSession)
{
    for (const auto &[key, rating] : ratings) {
        const auto scale = scaleByCode(key.scale);
        const QString name = scale ? scale->name : key.scale;
        const bool isSessionPhase = key.phase == Phase::Before || key.phase == Phase::After;
        if (isSessionPhase != ofSession) {
            return wrong(QStringLiteral("rating"),
                         ofSession
                             ? tr("A session is rated before and after it; other ratings are check-ins.")
                             : tr("Ratings before and after belong to a session, not to a check-in."));
        }
        if (!scale || !rating.value)
            continue;
        const double value = *rating.value;
        if (!(value >= scale->minimum && value <= scale->maximum) || value * 2 != std::floor(value * 2)) {
            return wrong(QStringLiteral("rating.") + key.scale,
                         tr("%1 is rated from %2 to %3 in whole or half steps; %4 is not one of them.")
                             .arg(name, number(scale->minimum), number(scale->maximum), number(value)));
        }
    }
    return {};
}

Result<void> validateOne(const Session &session)
{
    if (!hasTime(session.start))
        return wrong(QStringLiteral("start"), tr("A session needs a day. Choose when it was."));
    if (session.minutes && (*session.minutes < 1 || *session.minutes > 1440)) {
        return wrong(
            QStringLiteral("minutes"),
            tr("A session lasts between 1 and 1440 minutes; %1 is not possible.").arg(*session.minutes));
    }
    if (session.modalities.isEmpty())
        return wrong(QStringLiteral("modalities"), tr("A session needs at least one modality. Choose one."));
    if (session.pressure && (*session.pressure < 1 || *session.pressure > 5)) {
        return wrong(
            QStringLiteral("pressure"),
            tr("Pressure is 1 (resting touch) to 5 (deep); %1 is not one of them.").arg(*session.pressure));
    }
    for (auto hurt = session.hurts.cbegin(); hurt != session.hurts.cend(); ++hurt) {
        if (hurt.value() >= 1 && hurt.value() <= 3)
            continue;
        const auto region = regionByCode(hurt.key());
        return wrong(QStringLiteral("hurts.") + hurt.key(),
                     tr("%1 can hurt at level 1, 2 or 3; %2 is not one of them.")
                         .arg(region ? region->name : hurt.key())
                         .arg(hurt.value()));
    }
    return validateRatings(session.ratings, true);
}

Result<void> validateOne(const CheckIn &checkIn)
{
    if (!hasTime(checkIn.time))
        return wrong(QStringLiteral("time"), tr("A check-in needs a time. Choose when it was."));
    if (checkIn.ratings.empty() && checkIn.note.isEmpty() && checkIn.context.isEmpty())
        return wrong(QStringLiteral("rating"),
                     tr("A check-in needs at least one rating, a context or a note."));
    return validateRatings(checkIn.ratings, false);
}

Result<void> validateOne(const Skip &skip)
{
    if (!skip.day.isValid())
        return wrong(QStringLiteral("day"), tr("A skipped day needs its date."));
    return {};
}

Result<void> validateOne(const Practitioner &practitioner)
{
    if (practitioner.name.trimmed().isEmpty())
        return wrong(QStringLiteral("name"), tr("A practitioner needs a name."));
    return {};
}

Result<void> validateOne(const ArticleState &)
{
    return {};
}

Result<void> validateOne(const PlaceRecord &place)
{
    if (place.path.isEmpty())
        return wrong(QStringLiteral("path"), tr("A library place needs its folder or file."));
    return {};
}

} // namespace

Result<void> validate(const Record &record)
{
    if (idOf(record).isNull())
        return wrong(QStringLiteral("id"), tr("The record has no id and was not saved."));
    return std::visit([](const auto &value) { return validateOne(value); }, record);
}

} // namespace stillpoint
