#pragma once

#include "app/journal/fieldvalues.h"

#include <concepts>

/// Which field of a file stands for which member, said once for reading and writing: describe() names them to
/// a visitor, which is the codec's reader or its writer. Part of the record codec; nobody else includes it.
namespace stillpoint::fields {

template<class R, class T>
concept Of = std::same_as<std::remove_const_t<R>, T>;

inline constexpr Word<Reason> reasons[]{
    {Reason::Planned, QLatin1String("planned")},
    {Reason::Worse, QLatin1String("worse")},
    {Reason::FreeSlot, QLatin1String("free")},
};
inline constexpr Word<SessionStatus> statuses[]{
    {SessionStatus::Done, QLatin1String("done")},
    {SessionStatus::Planned, QLatin1String("planned")},
    {SessionStatus::Cancelled, QLatin1String("cancelled")},
};
inline constexpr Word<SessionSetting> settings[]{
    {SessionSetting::Practice, QLatin1String("practice")},
    {SessionSetting::Home, QLatin1String("home")},
    {SessionSetting::Spa, QLatin1String("spa")},
    {SessionSetting::Workplace, QLatin1String("workplace")},
    {SessionSetting::SelfCare, QLatin1String("self-care")},
};
inline constexpr Word<PressureFeel> pressureFeels[]{
    {PressureFeel::TooLight, QLatin1String("too-light")},
    {PressureFeel::Right, QLatin1String("right")},
    {PressureFeel::TooDeep, QLatin1String("too-deep")},
};
inline constexpr Word<Aim> aims[]{
    {Aim::Relax, QLatin1String("relax")},
    {Aim::Pain, QLatin1String("pain")},
    {Aim::Mobility, QLatin1String("mobility")},
    {Aim::Recovery, QLatin1String("recovery")},
    {Aim::Maintenance, QLatin1String("maintenance")},
};
inline constexpr Word<Trigger> triggers[]{
    {Trigger::Self, QLatin1String("self")},
    {Trigger::Scheduled, QLatin1String("scheduled")},
    {Trigger::Random, QLatin1String("random")},
    {Trigger::FollowUp, QLatin1String("follow-up")},
};
inline constexpr Word<PeriodKind> periodKinds[]{
    {PeriodKind::Other, QLatin1String("other")},
    {PeriodKind::Illness, QLatin1String("illness")},
    {PeriodKind::Travel, QLatin1String("travel")},
    {PeriodKind::Medication, QLatin1String("medication")},
    {PeriodKind::Injury, QLatin1String("injury")},
    {PeriodKind::Holiday, QLatin1String("holiday")},
    {PeriodKind::OtherTreatment, QLatin1String("other-treatment")},
};
inline constexpr Word<ReadState> readStates[]{
    {ReadState::Unread, QLatin1String("unread")},
    {ReadState::Reading, QLatin1String("reading")},
    {ReadState::Read, QLatin1String("read")},
};
inline constexpr Word<HighlightStatus> highlightStatuses[]{
    {HighlightStatus::Anchored, QLatin1String("anchored")},
    {HighlightStatus::Review, QLatin1String("review")},
    {HighlightStatus::Orphan, QLatin1String("orphan")},
};
inline constexpr Word<LinkKind> linkKinds[]{
    {LinkKind::Tried, QLatin1String("tried")},
    {LinkKind::RecommendedBy, QLatin1String("recommended-by")},
    {LinkKind::Explains, QLatin1String("explains")},
    {LinkKind::Contradicts, QLatin1String("contradicts")},
};
inline constexpr Word<TagRuleKind> tagRuleKinds[]{
    {TagRuleKind::Rename, QLatin1String("rename")},
    {TagRuleKind::Merge, QLatin1String("merge")},
    {TagRuleKind::Alias, QLatin1String("alias")},
};

/// All of a session but its time.
template<class V, Of<Session> S>
void describeContent(V &v, S &session)
{
    v.whole("minutes", session.minutes);
    v.codes("modalities", session.modalities);
    v.id("practitioner", session.practitioner);
    v.word("setting", session.setting, settings, SessionSetting::Unknown);
    v.whole("pressure", session.pressure);
    v.word("pressure_feel", session.pressureFeel, pressureFeels, PressureFeel::Unknown);
    v.word("aim", session.aim, aims, Aim::Unknown);
    v.word("reason", session.reason, reasons, Reason::Unknown);
    v.number("expectation", session.expectation);
    v.number("satisfaction", session.satisfaction);
    v.number("cost", session.cost);
    v.text("currency", session.currency);
    v.levels("hurts.", session.hurts);
    v.members("worked.", session.worked);
    v.members("context.", session.context);
    v.members("tag.", session.tags);
    v.effects("effect.", session.effects);
    v.ratings("rating.", session.ratings);
    v.prose("notes", session.notes);
}

template<class V, Of<Session> S>
void describe(V &v, S &session)
{
    v.when("start", session.start, session.extra);
    v.alwaysWord("status", session.status, statuses, SessionStatus::Done);
    describeContent(v, session);
}

template<class V, Of<CheckIn> C>
void describe(V &v, C &checkIn)
{
    v.when("time", checkIn.time, checkIn.extra);
    v.alwaysWord("trigger", checkIn.trigger, triggers, Trigger::Self);
    v.id("session", checkIn.session);
    v.ratings("rating.", checkIn.ratings);
    v.members("context.", checkIn.context);
    v.prose("note", checkIn.note);
}

template<class V, Of<Skip> S>
void describe(V &v, S &skip)
{
    v.day("day", skip.day);
}

template<class V, Of<Period> P>
void describe(V &v, P &period)
{
    v.alwaysWord("what", period.what, periodKinds, PeriodKind::Other);
    v.day("from", period.from);
    v.day("to", period.to);
    v.prose("note", period.note);
}

template<class V, Of<ScaleRecord> S>
void describe(V &v, S &scale)
{
    v.text("code", scale.code);
    v.versions("version.", scale.versions, scale.code);
}

template<class V, Of<Practitioner> P>
void describe(V &v, P &practitioner)
{
    v.prose("name", practitioner.name);
    v.prose("initials", practitioner.initials);
    v.prose("practice", practitioner.practice);
    v.prose("notes", practitioner.notes);
}

template<class V, Of<ModalityRecord> M>
void describe(V &v, M &modality)
{
    v.text("code", modality.modality.code);
    v.prose("name", modality.modality.name);
    v.text("family", modality.modality.family);
    v.codes("aliases", modality.modality.aliases);
}

template<class V, Of<ContextRecord> C>
void describe(V &v, C &context)
{
    v.text("code", context.code);
    v.prose("name", context.name);
}

template<class V, Of<SessionTemplate> T>
void describe(V &v, T &from)
{
    v.prose("name", from.name);
    describeContent(v, from.session);
}

template<class V, Of<ArticleState> A>
void describe(V &v, A &article)
{
    v.id("place", article.place);
    v.text("path", article.path);
    v.text("fm_id", article.frontMatterId);
    v.text("hash", article.hash);
    v.text("title", article.title);
    v.word("state", article.readState, readStates, ReadState::Unread);
    v.flag("starred", article.starred);
    v.flag("archived", article.archived);
    v.members("tag.", article.tags);
    v.prose("note", article.note);
    v.text("encoding", article.encoding);
}

template<class V, Of<Highlight> H>
void describe(V &v, H &highlight)
{
    v.id("article", highlight.article);
    v.text("quote", highlight.quote);
    v.text("prefix", highlight.prefix);
    v.text("suffix", highlight.suffix);
    v.whole("start", highlight.start);
    v.whole("end", highlight.end);
    v.codes("heading", highlight.heading);
    v.text("colour", highlight.colour);
    v.prose("note", highlight.note);
    v.alwaysWord("status", highlight.status, highlightStatuses, HighlightStatus::Anchored);
}

template<class V, Of<Link> L>
void describe(V &v, L &link)
{
    v.id("from", link.from);
    v.id("to", link.to);
    v.alwaysWord("relation", link.relation, linkKinds, LinkKind::Tried);
}

template<class V, Of<TagRule> T>
void describe(V &v, T &rule)
{
    v.alwaysWord("rule", rule.rule, tagRuleKinds, TagRuleKind::Rename);
    v.text("tag", rule.tag);
    v.text("to", rule.to);
}

template<class V, Of<SavedFilter> F>
void describe(V &v, F &filter)
{
    v.prose("name", filter.name);
    v.object("filter", filter.filter);
}

template<class V, Of<PlaceRecord> P>
void describe(V &v, P &place)
{
    v.text("name", place.name);
    v.text("path", place.path);
}

} // namespace stillpoint::fields
