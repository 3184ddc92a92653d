#include "ui/journal/checkintexts.h"

#include "app/journal/vocabulary.h"
#include "ui/widgets/texts.h"

#include <QCoreApplication>

#include <algorithm>

namespace stillpoint::ui {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("CheckInTexts", text);
}

} // namespace

QString scaleWord(const Vocabulary &words, const QString &code)
{
    const auto scale = words.scale(code);
    return scale ? lowered(scale->name) : code;
}

QString checkInTitle(const CheckIn &checkIn)
{
    const bool isRated = std::any_of(checkIn.ratings.begin(), checkIn.ratings.end(),
                                     [](const auto &rating) { return rating.second.value.has_value(); });
    const bool saysMore = isRated || !checkIn.note.isEmpty() || !checkIn.context.isEmpty();
    return checkIn.trigger == Trigger::FollowUp && !saysMore ? translated("Follow-up, skipped")
                                                             : translated("Check-in");
}

QList<NamedRating> ratingsOf(const CheckIn &checkIn, const Vocabulary &words, const QStringList &first)
{
    QStringList order = first;
    for (const auto &[key, rating] : checkIn.ratings) {
        if (!order.contains(key.scale))
            order.append(key.scale);
    }
    QList<NamedRating> ratings;
    for (const QString &code : std::as_const(order)) {
        for (const auto &[key, rating] : checkIn.ratings) {
            if (key.scale == code && rating.value)
                ratings.append({scaleWord(words, code), ratingText(*rating.value), !key.region.isEmpty()});
        }
    }
    return ratings;
}

QString checkInSummary(const CheckIn &checkIn, const Vocabulary &words)
{
    QStringList parts{checkInTitle(checkIn)};
    for (const NamedRating &rating : ratingsOf(checkIn, words, {}))
        parts.append(translated("%1 %2").arg(rating.scale, rating.value));
    return parts.join(QStringLiteral(", "));
}

} // namespace stillpoint::ui
