#include "app/journal/validation.h"

#include "app/journal/regions.h"

#include <QCoreApplication>

#include <cmath>
#include <tuple>

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

/// Half steps are good on every scale, and the steps of its own.
bool isOnStep(double value, const Scale &scale)
{
    constexpr double tolerance = 1e-9;
    const double steps = (value - scale.minimum) / scale.step;
    return value * 2 == std::floor(value * 2) || std::abs(steps - std::round(steps)) < tolerance;
}

Result<void> validateRatings(const Ratings &ratings, bool ofSession, const Vocabulary &vocabulary)
{
    for (const auto &[key, rating] : ratings) {
        const auto scale = vocabulary.scale(key.scale, rating.scaleVersion);
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
        if (!(value >= scale->minimum && value <= scale->maximum) || !isOnStep(value, *scale)) {
            return wrong(QStringLiteral("rating.") + key.scale,
                         tr("%1 is rated from %2 to %3 in whole or half steps; %4 is not one of them.")
                             .arg(name, number(scale->minimum), number(scale->maximum), number(value)));
        }
    }
    return {};
}

Result<void> validateOutOfTen(const QString &field, const QString &name, std::optional<double> value)
{
    if (!value || (*value >= 0 && *value <= 10))
        return {};
    return wrong(field, tr("%1 is a number from 0 to 10; %2 is not one of them.").arg(name, number(*value)));
}

Result<void> validateHurts(const Session &session)
{
    for (auto hurt = session.hurts.cbegin(); hurt != session.hurts.cend(); ++hurt) {
        if (hurt.value() >= 1 && hurt.value() <= 3)
            continue;
        const auto region = regionByCode(hurt.key());
        return wrong(QStringLiteral("hurts.") + hurt.key(),
                     tr("%1 can hurt at level 1, 2 or 3; %2 is not one of them.")
                         .arg(region ? region->name : hurt.key())
                         .arg(hurt.value()));
    }
    return {};
}

Result<void> validateEffects(const QMap<QString, Effect> &effects)
{
    for (auto effect = effects.cbegin(); effect != effects.cend(); ++effect) {
        const QString field = QStringLiteral("effect.") + effect.key();
        if (auto valid = validateOutOfTen(field, tr("How strong an after-effect was"), effect->severity);
            !valid)
            return valid;
        if ((effect->onset && !(*effect->onset >= 0)) || (effect->hours && !(*effect->hours >= 0)))
            return wrong(field, tr("An after-effect begins after the session and lasts 0 hours or more."));
    }
    return {};
}

Result<void> validateOne(const Session &session, const Vocabulary &vocabulary)
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
    const std::tuple<const char *, std::optional<double>, QString> outOfTen[]{
        {"expectation", session.expectation, tr("Expectation")},
        {"satisfaction", session.satisfaction, tr("Satisfaction")}};
    for (const auto &[field, value, name] : outOfTen) {
        if (auto valid = validateOutOfTen(QLatin1String(field), name, value); !valid)
            return valid;
    }
    if (session.cost && !(*session.cost >= 0))
        return wrong(QStringLiteral("cost"),
                     tr("A cost is 0 or more; %1 is not possible.").arg(number(*session.cost)));
    return validateHurts(session).and_then([&] { return validateEffects(session.effects); }).and_then([&] {
        return validateRatings(session.ratings, true, vocabulary);
    });
}

Result<void> validateOne(const CheckIn &checkIn, const Vocabulary &vocabulary)
{
    if (!hasTime(checkIn.time))
        return wrong(QStringLiteral("time"), tr("A check-in needs a time. Choose when it was."));
    if (checkIn.ratings.empty() && checkIn.note.isEmpty() && checkIn.context.isEmpty())
        return wrong(QStringLiteral("rating"),
                     tr("A check-in needs at least one rating, a context or a note."));
    return validateRatings(checkIn.ratings, false, vocabulary);
}

Result<void> validateOne(const Skip &skip, const Vocabulary & /*vocabulary*/)
{
    if (!skip.day.isValid())
        return wrong(QStringLiteral("day"), tr("A skipped day needs its date."));
    return {};
}

Result<void> validateOne(const Practitioner &practitioner, const Vocabulary & /*vocabulary*/)
{
    if (practitioner.name.trimmed().isEmpty())
        return wrong(QStringLiteral("name"), tr("A practitioner needs a name."));
    return {};
}

Result<void> validateOne(const ArticleState &, const Vocabulary & /*vocabulary*/)
{
    return {};
}

Result<void> validateOne(const Period &period, const Vocabulary & /*vocabulary*/)
{
    if (!period.from.isValid())
        return wrong(QStringLiteral("from"), tr("A period needs its first day."));
    if (period.to.isValid() && period.to < period.from)
        return wrong(QStringLiteral("to"), tr("A period ends on its first day or later."));
    return {};
}

Result<void> validateOne(const ScaleRecord &record, const Vocabulary & /*vocabulary*/)
{
    if (record.code.isEmpty())
        return wrong(QStringLiteral("code"), tr("A scale needs its code."));
    for (const Scale &scale : record.versions) {
        if (scale.name.trimmed().isEmpty())
            return wrong(QStringLiteral("name"), tr("A scale needs a name."));
        if (!(scale.minimum < scale.maximum) || !(scale.step > 0))
            return wrong(QStringLiteral("max"), tr("The end of a scale lies above its beginning."));
    }
    return {};
}

Result<void> validateOne(const ModalityRecord &record, const Vocabulary & /*vocabulary*/)
{
    if (record.modality.code.isEmpty() || record.modality.name.trimmed().isEmpty())
        return wrong(QStringLiteral("name"), tr("A modality needs a name."));
    return {};
}

Result<void> validateOne(const ContextRecord &record, const Vocabulary & /*vocabulary*/)
{
    if (record.code.isEmpty() || record.name.trimmed().isEmpty())
        return wrong(QStringLiteral("name"), tr("A context needs a name."));
    return {};
}

Result<void> validateOne(const SessionTemplate &record, const Vocabulary & /*vocabulary*/)
{
    if (record.name.trimmed().isEmpty())
        return wrong(QStringLiteral("name"), tr("A template needs a name."));
    return {};
}

Result<void> validateOne(const Highlight &highlight, const Vocabulary & /*vocabulary*/)
{
    if (highlight.article.isNull() || highlight.quote.isEmpty())
        return wrong(QStringLiteral("quote"), tr("A highlight needs its article and the words it marks."));
    return {};
}

Result<void> validateOne(const Link &link, const Vocabulary & /*vocabulary*/)
{
    if (link.from.isNull() || link.to.isNull())
        return wrong(QStringLiteral("to"), tr("A link needs both of its ends."));
    return {};
}

Result<void> validateOne(const TagRule &rule, const Vocabulary & /*vocabulary*/)
{
    if (rule.tag.isEmpty() || rule.to.isEmpty())
        return wrong(QStringLiteral("tag"), tr("A rule for tags needs the tag and what it becomes."));
    return {};
}

Result<void> validateOne(const SavedFilter &filter, const Vocabulary & /*vocabulary*/)
{
    if (filter.name.trimmed().isEmpty())
        return wrong(QStringLiteral("name"), tr("A saved filter needs a name."));
    return {};
}

Result<void> validateOne(const PlaceRecord &place, const Vocabulary & /*vocabulary*/)
{
    if (place.path.isEmpty())
        return wrong(QStringLiteral("path"), tr("A library place needs its folder or file."));
    return {};
}

} // namespace

Result<void> validate(const Record &record, const Vocabulary &vocabulary)
{
    if (idOf(record).isNull())
        return wrong(QStringLiteral("id"), tr("The record has no id and was not saved."));
    return std::visit([&](const auto &value) { return validateOne(value, vocabulary); }, record);
}

} // namespace stillpoint
