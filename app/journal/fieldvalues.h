#pragma once

#include "app/journal/records.h"

#include <QJsonObject>

/// How single field values are written in JSON; helpers of the record codec. A read answers false for a value
/// that it does not understand and leaves the target as it was; null always clears.
namespace stillpoint {

/// One copy of a code that many values hold: a scale, a region, a context.
QString interned(const QString &code);

bool readText(QString &target, const QJsonValue &value);
bool readId(QUuid &target, const QJsonValue &value);
bool readDay(QDate &target, const QJsonValue &value);
bool readWhole(std::optional<int> &target, const QJsonValue &value);
bool readNumber(std::optional<double> &target, const QJsonValue &value);
bool readFlag(bool &target, const QJsonValue &value);
bool readCodes(QStringList &target, const QJsonValue &value);
/// A set's member: true puts it in.
bool readMember(QSet<QString> &target, const QString &member, const QJsonValue &value);
/// A member with a level.
bool readLevel(QMap<QString, int> &target, const QString &member, const QJsonValue &value);
/// One of `start`/`time` (given as `instantKey`), `offset`, `zone`, `day`. Parts of an instant that arrive
/// before it wait in `extra`.
bool readWhen(When &target, QJsonObject &extra, const QString &instantKey, const QString &key,
              const QJsonValue &value);
/// Of PHASE.SCALE[.REGION].
std::optional<RatingKey> ratingKeyFrom(const QString &member);
std::optional<Provenance> provenanceFromName(QLatin1String name);
/// `member` is PHASE.SCALE[.REGION].
bool readRating(Ratings &target, const QString &member, const QJsonValue &value);
bool readEffect(QMap<QString, Effect> &target, const QString &member, const QJsonValue &value);
/// `member` is the version's number.
bool readVersion(QMap<int, Scale> &target, const QString &code, const QString &member,
                 const QJsonValue &value);

void writeText(QJsonObject &fields, const QString &key, const QString &text);
void writeId(QJsonObject &fields, const QString &key, const QUuid &id);
void writeWhole(QJsonObject &fields, const QString &key, std::optional<int> number);
void writeNumber(QJsonObject &fields, const QString &key, std::optional<double> number);
void writeMembers(QJsonObject &fields, const QString &prefix, const QSet<QString> &members);
void writeWhen(QJsonObject &fields, const QString &instantKey, const When &when);
void writeRatings(QJsonObject &fields, const Ratings &ratings);
QJsonObject effectObject(const Effect &effect);
QJsonObject versionObject(const Scale &scale);

/// A closed list of words, each standing for a value.
template<class E>
struct Word
{
    E value;
    QLatin1String text;
};

template<class E, std::size_t N>
QString wordFor(const Word<E> (&words)[N], E value)
{
    for (const Word<E> &word : words) {
        if (word.value == value)
            return word.text;
    }
    return {};
}

/// Null reads as `cleared`.
template<class E, std::size_t N>
bool readWord(E &target, E cleared, const Word<E> (&words)[N], const QJsonValue &value)
{
    if (value.isNull()) {
        target = cleared;
        return true;
    }
    const QString text = value.toString();
    for (const Word<E> &word : words) {
        if (text == word.text) {
            target = word.value;
            return true;
        }
    }
    return false;
}

} // namespace stillpoint
