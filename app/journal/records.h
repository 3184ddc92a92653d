#pragma once

#include "app/base/clock.h"

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

enum class RecordKind { Session, CheckIn, Skip, Practitioner, Article, Place };

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

/// A massage or bodywork session.
struct Session
{
    QUuid id;
    When start;
    std::optional<int> minutes;  ///< 1 to 1440
    QStringList modalities;      ///< codes, at least one, first is the main one
    QUuid practitioner;          ///< null when none
    std::optional<int> pressure; ///< 1 to 5
    Reason reason = Reason::Unknown;
    SessionStatus status = SessionStatus::Done;
    QMap<QString, int> hurts; ///< region code → level 1 to 3, as felt on arrival
    QSet<QString> worked;     ///< region codes
    QSet<QString> context;    ///< context codes
    Ratings ratings;          ///< phases Before and After only
    QString notes;            ///< Markdown
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
    QJsonObject extra;
    bool demo = false;
    bool operator==(const ArticleState &) const = default;
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

using Record = std::variant<Session, CheckIn, Skip, Practitioner, ArticleState, PlaceRecord>;

RecordKind kindOf(const Record &record);
QUuid idOf(const Record &record);

} // namespace stillpoint
