#include "ui/journal/entrychoice.h"

#include "app/base/tag.h"
#include "app/journal/regions.h"
#include "ui/widgets/sessiontexts.h"

#include <algorithm>

namespace stillpoint::ui {

namespace {

QString folded(const QStringList &texts)
{
    return foldedText(texts.join(QLatin1Char('\n')));
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

bool fits(const EntryChoice &choice, const Session &session)
{
    if (choice.kind && *choice.kind != RecordKind::Session)
        return false;
    if (!choice.modality.isEmpty() && !session.modalities.contains(choice.modality))
        return false;
    if (!choice.practitioner.isNull() && session.practitioner != choice.practitioner)
        return false;
    return choice.area.isEmpty() || hasArea(session, choice.area);
}

bool fits(const EntryChoice &choice, const CheckIn &)
{
    const bool ofSessions =
        !choice.modality.isEmpty() || !choice.practitioner.isNull() || !choice.area.isEmpty();
    return !ofSessions && (!choice.kind || *choice.kind == RecordKind::CheckIn);
}

QString searchText(const Session &session, const Journal &journal)
{
    const Vocabulary &words = journal.vocabulary();
    return folded({session.notes, SessionTexts::modalities(words, session),
                   SessionTexts::practitioner(journal, session), SessionTexts::areas(session.worked),
                   SessionTexts::circumstances(words, session.context)});
}

QString searchText(const CheckIn &checkIn, const Journal &journal)
{
    return folded({checkIn.note, SessionTexts::circumstances(journal.vocabulary(), checkIn.context)});
}

bool hasWords(const QString &text, const QString &words)
{
    const QStringList wanted = foldedText(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(wanted.cbegin(), wanted.cend(),
                       [&text](const QString &word) { return text.contains(word); });
}

} // namespace stillpoint::ui
