#include "ui/journal/entrychoice.h"

#include "app/base/tag.h"
#include "app/journal/regions.h"
#include "ui/widgets/sessiontexts.h"

#include <algorithm>

namespace stillpoint::ui {

namespace {

bool hasWords(const QStringList &texts, const QString &words)
{
    const QString all = foldedText(texts.join(QLatin1Char('\n')));
    const QStringList wanted = foldedText(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(wanted.cbegin(), wanted.cend(),
                       [&all](const QString &word) { return all.contains(word); });
}

bool isIn(const QString &code, const QString &rollUp)
{
    const auto region = regionByCode(code);
    return region && region->rollUp == rollUp;
}

} // namespace

int EntryChoice::count() const
{
    return (modality.isEmpty() ? 0 : 1) + (practitioner.isNull() ? 0 : 1) + (area.isEmpty() ? 0 : 1) +
           (kind ? 1 : 0);
}

bool hasArea(const Session &session, const QString &rollUp)
{
    const auto hurts = session.hurts.keys();
    return std::any_of(session.worked.cbegin(), session.worked.cend(),
                       [&](const QString &code) { return isIn(code, rollUp); }) ||
           std::any_of(hurts.cbegin(), hurts.cend(), [&](const QString &code) { return isIn(code, rollUp); });
}

bool fits(const EntryChoice &choice, const Session &session, const Journal &journal)
{
    if (choice.kind && *choice.kind != RecordKind::Session)
        return false;
    if (!choice.modality.isEmpty() && !session.modalities.contains(choice.modality))
        return false;
    if (!choice.practitioner.isNull() && session.practitioner != choice.practitioner)
        return false;
    if (!choice.area.isEmpty() && !hasArea(session, choice.area))
        return false;
    if (choice.words.isEmpty())
        return true;
    return hasWords({session.notes, SessionTexts::modalities(session),
                     SessionTexts::practitioner(journal, session), SessionTexts::areas(session.worked),
                     SessionTexts::circumstances(session.context)},
                    choice.words);
}

bool fits(const EntryChoice &choice, const CheckIn &checkIn)
{
    const bool ofSessions =
        !choice.modality.isEmpty() || !choice.practitioner.isNull() || !choice.area.isEmpty();
    if (ofSessions || (choice.kind && *choice.kind != RecordKind::CheckIn))
        return false;
    return choice.words.isEmpty() ||
           hasWords({checkIn.note, SessionTexts::circumstances(checkIn.context)}, choice.words);
}

} // namespace stillpoint::ui
