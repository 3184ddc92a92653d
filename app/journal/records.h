#pragma once

#include "app/base/clock.h"
#include "app/journal/modalities.h"
#include "app/journal/scales.h"

#include <QDate>
#include <QJsonObject>
#include <QMap>
#include <QSet>
#include <QStringList>
#include <QUuid>

#include <map>
#include <optional>
#include <tuple>
#include <variant>

/// The values a journal holds. Each record has an id (UUIDv7, except where said) and keeps fields that this
/// version does not know in `extra`, so that nothing another version wrote is lost.
namespace stillpoint {

/// In the order of the alternatives of Record.
enum class RecordKind {
    Session,
    CheckIn,
    Skip,
    Period,
    Scale,
    Practitioner,
    Modality,
    Context,
    Template,
    Article,
    Highlight,
    Link,
    TagRule,
    SavedFilter,
    Place,
};

/// When something was: an instant with the wall clock as it was felt, or only a day.
struct When
{
    std::optional<Moment> moment;
    QDate day; ///< set when there is no instant

    static When at(const Moment &moment) { return {moment, {}}; }
    static When on(const QDate &date) { return {std::nullopt, date}; }
    bool isDayOnly() const { return !moment; }
    bool operator==(const When &) const = default;
};

enum class Phase { Before, After, AdHoc, H2, NextMorning, Day3, Day7 };
enum class Provenance { Live, SameDay, Remembered, Imported };

/// Which rating it is within its parent; `region` is a body region code or empty.
struct RatingKey
{
    Phase phase = Phase::AdHoc;
    QString scale;
    QString region;
    bool operator==(const RatingKey &) const = default;
    bool operator<(const RatingKey &other) const // Qt 6.4's QString has no <=>
    {
        return std::tie(phase, scale, region) < std::tie(other.phase, other.scale, other.region);
    }
};

/// A rating as given. No entry at all means "not rated"; that is never 0.
struct Rating
{
    std::optional<double> value; ///< in the scale's units; empty when explicitly skipped
    int scaleVersion = 1;
    std::optional<qint64> aboutMs; ///< the time it speaks of (UTC ms), when not that of its parent
    std::optional<qint64> givenMs; ///< when it was entered (UTC ms)
    Provenance provenance = Provenance::Live;
    bool operator==(const Rating &) const = default;
};
using Ratings = std::map<RatingKey, Rating>;

enum class Reason { Unknown, Planned, Worse, FreeSlot }; ///< why a session was booked
enum class SessionStatus { Done, Planned, Cancelled };
enum class SessionSetting { Unknown, Practice, Home, Spa, Workplace, SelfCare }; ///< where it took place
enum class PressureFeel { Unknown, TooLight, Right, TooDeep };
enum class Aim { Unknown, Relax, Pain, Mobility, Recovery, Maintenance };

/// Something felt after a session; its kind is the key: "soreness", "bruise", "headache" …
struct Effect
{
    std::optional<double> severity; ///< 0 to 10
    std::optional<double> onset;    ///< hours after the session
    std::optional<double> hours;    ///< how long it lasted
    QString region;                 ///< body region code, or empty
    bool operator==(const Effect &) const = default;
};

/// A massage or bodywork session.
struct Session
{
    QUuid id;
    When start;
    std::optional<int> minutes; ///< 1 to 1440
    QStringList modalities;     ///< codes, at least one, first is the main one
    QUuid practitioner;         ///< null when none
    SessionSetting setting = SessionSetting::Unknown;
    std::optional<int> pressure; ///< 1 to 5
    PressureFeel pressureFeel = PressureFeel::Unknown;
    Aim aim = Aim::Unknown;
    Reason reason = Reason::Unknown;
    SessionStatus status = SessionStatus::Done;
    std::optional<double> expectation;  ///< 0 to 10
    std::optional<double> satisfaction; ///< 0 to 10
    std::optional<double> cost;
    QString currency;         ///< ISO 4217, "EUR"
    QMap<QString, int> hurts; ///< region code → level 1 to 3, as felt on arrival
    QSet<QString> worked;     ///< region codes
    QSet<QString> context;    ///< context codes
    QSet<QString> tags;
    QMap<QString, Effect> effects;
    Ratings ratings; ///< phases Before and After only
    QString notes;   ///< Markdown
    QJsonObject extra;
    bool demo = false;
    bool operator==(const Session &) const = default;
};

enum class Trigger { Self, Scheduled, Random, FollowUp };

/// How the person was at a time; one or more ratings, perhaps about a session.
struct CheckIn
{
    QUuid id;
    When time;
    Trigger trigger = Trigger::Self;
    QUuid session; ///< the session a follow-up speaks of, else null
    Ratings ratings;
    QSet<QString> context;
    QString note;
    QJsonObject extra;
    bool demo = false;
    bool operator==(const CheckIn &) const = default;
};

/// A journal day purposely not rated.
struct Skip
{
    QUuid id;
    QDate day;
    QJsonObject extra;
    bool demo = false;
    bool operator==(const Skip &) const = default;
};

enum class PeriodKind { Other, Illness, Travel, Medication, Injury, Holiday, OtherTreatment };

/// Days that were unlike others.
struct Period
{
    QUuid id;
    PeriodKind what = PeriodKind::Other;
    QDate from;
    QDate to; ///< included; invalid while it goes on
    QString note;
    QJsonObject extra;
    bool demo = false;
    bool operator==(const Period &) const = default;
};

/// A scale of the person's own, or their rewording of a shipped one. A reworded scale is a new version: old
/// ratings keep the words under which they were given.
struct ScaleRecord
{
    QUuid id;
    QString code;
    QMap<int, Scale> versions;
    QJsonObject extra;
    bool demo = false;
    bool operator==(const ScaleRecord &) const = default;
};

struct Practitioner
{
    QUuid id;
    QString name;
    QString initials;
    QString practice;
    QString notes;
    QJsonObject extra;
    bool demo = false;
    bool operator==(const Practitioner &) const = default;
};

/// A kind of bodywork that the person added.
struct ModalityRecord
{
    QUuid id;
    Modality modality;
    QJsonObject extra;
    bool demo = false;
    bool operator==(const ModalityRecord &) const = default;
};

/// A circumstance that the person named.
struct ContextRecord
{
    QUuid id;
    QString code;
    QString name;
    QJsonObject extra;
    bool demo = false;
    bool operator==(const ContextRecord &) const = default;
};

/// A session to start from: its `session` has neither id nor time.
struct SessionTemplate
{
    QUuid id;
    QString name;
    Session session;
    QJsonObject extra;
    bool demo = false;
    bool operator==(const SessionTemplate &) const = default;
};

enum class ReadState { Unread, Reading, Read };

/// What the person did with an article, and the anchor by which it is found again. The id is the article's.
struct ArticleState
{
    QUuid id;
    QUuid place;
    QString path; ///< relative to the place
    QString frontMatterId;
    QString hash; ///< SHA-256 of the bytes, hex
    QString title;
    ReadState readState = ReadState::Unread;
    bool starred = false;
    bool archived = false;
    QSet<QString> tags; ///< the person's own
    QString note;
    QString encoding; ///< of the file's letters, chosen by the person; empty: as its bytes say
    QJsonObject extra;
    bool demo = false;
    bool operator==(const ArticleState &) const = default;
};

enum class HighlightStatus { Anchored, Review, Orphan };

/// A marked passage of an article. The quote decides where it is; the offsets, UTF-16 units of the article's
/// text, are hints.
struct Highlight
{
    QUuid id;
    QUuid article;
    QString quote;
    QString prefix;
    QString suffix;
    std::optional<int> start;
    std::optional<int> end;
    QStringList heading; ///< path of headings above it
    QString colour;      ///< a name
    QString note;
    HighlightStatus status = HighlightStatus::Anchored;
    QJsonObject extra;
    bool demo = false;
    bool operator==(const Highlight &) const = default;
};

enum class LinkKind { Tried, RecommendedBy, Explains, Contradicts };

/// Ties an article or highlight to a session.
struct Link
{
    QUuid id;
    QUuid from;
    QUuid to;
    LinkKind relation = LinkKind::Tried;
    QJsonObject extra;
    bool demo = false;
    bool operator==(const Link &) const = default;
};

enum class TagRuleKind { Rename, Merge, Alias };

/// Shows a tag of the articles under another name; the files stay as they are.
struct TagRule
{
    QUuid id;
    TagRuleKind rule = TagRuleKind::Rename;
    QString tag;
    QString to;
    QJsonObject extra;
    bool demo = false;
    bool operator==(const TagRule &) const = default;
};

struct SavedFilter
{
    QUuid id;
    QString name;
    QJsonObject filter; ///< as the library page writes it
    QJsonObject extra;
    bool demo = false;
    bool operator==(const SavedFilter &) const = default;
};

/// A folder or file of articles that the person added. `path` is absolute on this device.
struct PlaceRecord
{
    QUuid id;
    QString name;
    QString path;
    QJsonObject extra;
    bool demo = false;
    bool operator==(const PlaceRecord &) const = default;
};

using Record =
    std::variant<Session, CheckIn, Skip, Period, ScaleRecord, Practitioner, ModalityRecord, ContextRecord,
                 SessionTemplate, ArticleState, Highlight, Link, TagRule, SavedFilter, PlaceRecord>;
/// `Use(T)` for each of them: templates that live in a source file are instantiated with it.
#define STILLPOINT_EACH_RECORD(Use)                                                                          \
    Use(Session) Use(CheckIn) Use(Skip) Use(Period) Use(ScaleRecord) Use(Practitioner) Use(ModalityRecord)   \
        Use(ContextRecord) Use(SessionTemplate) Use(ArticleState) Use(Highlight) Use(Link) Use(TagRule)      \
            Use(SavedFilter) Use(PlaceRecord)

/// Where something is written: the kind and the id of its record.
using RecordRef = QPair<RecordKind, QUuid>;

const QList<RecordKind> &allRecordKinds();
RecordKind kindOf(const Record &record);
QUuid idOf(const Record &record);
bool isDemo(const Record &record);

} // namespace stillpoint
