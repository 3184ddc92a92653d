#include "app/journal/recordcodec.h"

#include "app/journal/recordfields.h"

#include <QHash>
#include <QJsonArray>

namespace stillpoint {

namespace {

constexpr Word<RecordKind> kinds[]{
    {RecordKind::Session, QLatin1String("session")},
    {RecordKind::CheckIn, QLatin1String("check-in")},
    {RecordKind::Skip, QLatin1String("skip")},
    {RecordKind::Period, QLatin1String("period")},
    {RecordKind::Scale, QLatin1String("scale")},
    {RecordKind::Practitioner, QLatin1String("practitioner")},
    {RecordKind::Modality, QLatin1String("modality")},
    {RecordKind::Context, QLatin1String("context")},
    {RecordKind::Template, QLatin1String("template")},
    {RecordKind::Article, QLatin1String("article")},
    {RecordKind::Highlight, QLatin1String("highlight")},
    {RecordKind::Link, QLatin1String("link")},
    {RecordKind::TagRule, QLatin1String("tag-rule")},
    {RecordKind::SavedFilter, QLatin1String("saved-filter")},
    {RecordKind::Place, QLatin1String("place")},
};

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

/// Gives one named field of a file to the member it stands for.
class Reader
{
public:
    Reader(const QString &name, const QJsonValue &value)
        : m_name(name)
        , m_value(value)
    {
    }
    bool isUnderstood() const { return m_understood; }

    void text(const char *name, QString &target)
    {
        if (takes(name))
            m_understood = readText(target, m_value);
    }
    void prose(const char *name, QString &target) { text(name, target); }
    void id(const char *name, QUuid &target)
    {
        if (takes(name))
            m_understood = readId(target, m_value);
    }
    void day(const char *name, QDate &target)
    {
        if (takes(name))
            m_understood = readDay(target, m_value);
    }
    void whole(const char *name, std::optional<int> &target)
    {
        if (takes(name))
            m_understood = readWhole(target, m_value);
    }
    void number(const char *name, std::optional<double> &target)
    {
        if (takes(name))
            m_understood = readNumber(target, m_value);
    }
    void flag(const char *name, bool &target)
    {
        if (takes(name))
            m_understood = readFlag(target, m_value);
    }
    void codes(const char *name, QStringList &target)
    {
        if (takes(name))
            m_understood = readCodes(target, m_value);
    }
    void object(const char *name, QJsonObject &target)
    {
        if (!takes(name))
            return;
        m_understood = m_value.isObject() || m_value.isNull();
        if (m_understood)
            target = m_value.toObject();
    }
    void when(const char *instant, When &target, QJsonObject &extra)
    {
        if (takes(instant) || takes("offset") || takes("zone") || takes("day"))
            m_understood = readWhen(target, extra, QLatin1String(instant), m_name, m_value);
    }
    template<class E, std::size_t N>
    void word(const char *name, E &target, const Word<E> (&words)[N], E unset)
    {
        if (takes(name))
            m_understood = readWord(target, unset, words, m_value);
    }
    template<class E, std::size_t N>
    void alwaysWord(const char *name, E &target, const Word<E> (&words)[N], E fallback)
    {
        word(name, target, words, fallback);
    }
    void levels(const char *prefix, QMap<QString, int> &target)
    {
        if (begins(prefix))
            m_understood = readLevel(target, member(prefix), m_value);
    }
    void members(const char *prefix, QSet<QString> &target)
    {
        if (begins(prefix))
            m_understood = readMember(target, member(prefix), m_value);
    }
    void effects(const char *prefix, QMap<QString, Effect> &target)
    {
        if (begins(prefix))
            m_understood = readEffect(target, member(prefix), m_value);
    }
    void ratings(const char *prefix, Ratings &target)
    {
        if (begins(prefix))
            m_understood = readRating(target, member(prefix), m_value);
    }
    void versions(const char *prefix, QMap<int, Scale> &target, const QString &code)
    {
        if (begins(prefix))
            m_understood = readVersion(target, code, member(prefix), m_value);
        // The code may arrive after the versions.
        for (Scale &scale : target)
            scale.code = code;
    }

private:
    bool takes(const char *name) const { return m_name == QLatin1String(name); }
    bool begins(const char *prefix) const { return m_name.startsWith(QLatin1String(prefix)); }
    QString member(const char *prefix) const { return m_name.mid(QLatin1String(prefix).size()); }

    const QString &m_name;
    const QJsonValue &m_value;
    bool m_understood = false;
};

/// Writes all fields that are set over those of other versions.
class Writer
{
public:
    explicit Writer(QJsonObject &fields)
        : m_fields(fields)
    {
    }

    void text(const char *name, const QString &text) { writeText(m_fields, key(name), text); }
    /// What a person wrote, composed (NFC); paths, quotes and ids stay as they are.
    void prose(const char *name, const QString &text)
    {
        writeText(m_fields, key(name), text.normalized(QString::NormalizationForm_C));
    }
    void id(const char *name, const QUuid &id) { writeId(m_fields, key(name), id); }
    void day(const char *name, const QDate &day)
    {
        if (day.isValid())
            m_fields.insert(key(name), day.toString(Qt::ISODate));
    }
    void whole(const char *name, std::optional<int> number) { writeWhole(m_fields, key(name), number); }
    void number(const char *name, std::optional<double> number) { writeNumber(m_fields, key(name), number); }
    void flag(const char *name, bool flag)
    {
        if (flag)
            m_fields.insert(key(name), true);
    }
    void codes(const char *name, const QStringList &codes)
    {
        if (!codes.isEmpty())
            m_fields.insert(key(name), QJsonArray::fromStringList(codes));
    }
    void object(const char *name, const QJsonObject &object)
    {
        if (!object.isEmpty())
            m_fields.insert(key(name), object);
    }
    void when(const char *instant, const When &when, const QJsonObject & /*extra*/)
    {
        writeWhen(m_fields, key(instant), when);
    }
    template<class E, std::size_t N>
    void word(const char *name, E value, const Word<E> (&words)[N], E unset)
    {
        if (value != unset)
            m_fields.insert(key(name), wordFor(words, value));
    }
    /// A word that always stands for something; one that this version does not know is kept before the
    /// fallback.
    template<class E, std::size_t N>
    void alwaysWord(const char *name, E value, const Word<E> (&words)[N], E fallback)
    {
        if (value != fallback || !m_fields.contains(key(name)))
            m_fields.insert(key(name), wordFor(words, value));
    }
    void levels(const char *prefix, const QMap<QString, int> &levels)
    {
        for (auto level = levels.cbegin(); level != levels.cend(); ++level)
            m_fields.insert(key(prefix) + level.key(), level.value());
    }
    void members(const char *prefix, const QSet<QString> &members)
    {
        writeMembers(m_fields, key(prefix), members);
    }
    void effects(const char *prefix, const QMap<QString, Effect> &effects)
    {
        for (auto effect = effects.cbegin(); effect != effects.cend(); ++effect)
            m_fields.insert(key(prefix) + effect.key(), effectObject(effect.value()));
    }
    void ratings(const char * /*prefix*/, const Ratings &ratings) { writeRatings(m_fields, ratings); }
    void versions(const char *prefix, const QMap<int, Scale> &versions, const QString & /*code*/)
    {
        for (const Scale &scale : versions)
            m_fields.insert(key(prefix) + QString::number(scale.version), versionObject(scale));
    }

private:
    QJsonObject &m_fields;
};

template<class T>
bool read(T &record, const QString &name, const QJsonValue &value)
{
    Reader reader(name, value);
    fields::describe(reader, record);
    return reader.isUnderstood();
}

template<class T>
void applyField(T &record, const QString &name, const QJsonValue &value)
{
    if (!record.extra.isEmpty())
        record.extra.remove(name);
    if (read(record, name, value) || value.isNull())
        return;
    read(record, name, QJsonValue::Null);
    record.extra.insert(name, value);
}

const std::optional<RatingKey> &sharedRatingKey(const QString &name)
{
    thread_local QHash<QString, std::optional<RatingKey>> pool;
    auto known = pool.constFind(name);
    if (known == pool.constEnd())
        known = pool.insert(name, ratingKeyFrom(name.mid(name.indexOf(QLatin1Char('.')) + 1)));
    return *known;
}

/// Most of a journal are ratings; false when the field is none, or one for applyField().
template<class T>
bool applyRating(T &record, const PayloadField &field)
{
    if constexpr (requires { record.ratings; }) {
        if (!record.extra.isEmpty() || !field.name.startsWith(QLatin1String("rating.")))
            return false;
        const auto rating = ratingIn(field.value);
        const std::optional<RatingKey> &key = sharedRatingKey(field.name);
        if (rating && key)
            record.ratings.insert_or_assign(*key, *rating);
        return rating && key;
    }
    return false;
}

/// An instant comes before the parts that lie on it.
const QLatin1String instants[]{QLatin1String("start"), QLatin1String("time")};

bool isInstant(const QString &name)
{
    return name == instants[0] || name == instants[1];
}

} // namespace

QString kindName(RecordKind kind)
{
    return wordFor(kinds, kind);
}

std::optional<RecordKind> kindFromName(const QString &name)
{
    for (const Word<RecordKind> &kind : kinds) {
        if (name == kind.text)
            return kind.value;
    }
    return std::nullopt;
}

bool isRecordField(const QString &name)
{
    return name != QLatin1String("deleted") && !name.startsWith(QLatin1Char('@'));
}

QStringList anchorFields(const QString &kind)
{
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
    if (kind == kindName(RecordKind::Session))
        return words("start offset zone day modalities status");
    if (kind == kindName(RecordKind::CheckIn))
        return words("time offset zone day trigger session");
    if (kind == kindName(RecordKind::Article))
        return words("place path fm_id hash title");
    if (kind == kindName(RecordKind::Highlight))
        return words("article quote prefix suffix start end heading status");
    return words("day name path code family what from to relation rule tag filter");
}

QJsonObject fieldsOf(const Record &record)
{
    return std::visit(
        [](const auto &value) {
            QJsonObject written = value.extra;
            Writer writer(written);
            fields::describe(writer, value);
            return written;
        },
        record);
}

QJsonObject difference(const QJsonObject &before, const QJsonObject &after)
{
    QJsonObject payload;
    for (auto field = after.begin(); field != after.end(); ++field) {
        const auto old = before.constFind(field.key());
        if (old == before.constEnd() || QJsonValue(old.value()) != QJsonValue(field.value()))
            payload.insert(field.key(), field.value());
    }
    for (auto field = before.begin(); field != before.end(); ++field) {
        if (!after.contains(field.key()))
            payload.insert(field.key(), QJsonValue::Null);
    }
    return payload;
}

template<class T>
requires std::constructible_from<Record, T>
void applyFields(T &record, const QJsonObject &payload)
{
    for (const QLatin1String &instant : instants) {
        if (const auto field = payload.constFind(instant); field != payload.constEnd())
            applyField(record, field.key(), field.value());
    }
    for (auto field = payload.begin(); field != payload.end(); ++field) {
        const QString name = field.key();
        if (isRecordField(name) && !isInstant(name))
            applyField(record, name, field.value());
    }
}

template<class T>
requires std::constructible_from<Record, T>
void applyFields(T &record, const PayloadFields &payload)
{
    for (const PayloadField &field : payload) {
        if (isInstant(field.name))
            applyField(record, field.name, valueOf(field));
    }
    for (const PayloadField &field : payload) {
        if (isRecordField(field.name) && !isInstant(field.name) && !applyRating(record, field))
            applyField(record, field.name, valueOf(field));
    }
}

#define STILLPOINT_RECORD(T)                                                                                 \
    template void applyFields(std::add_lvalue_reference_t<T>, const QJsonObject &);                          \
    template void applyFields(std::add_lvalue_reference_t<T>, const PayloadFields &);
STILLPOINT_EACH_RECORD(STILLPOINT_RECORD)
#undef STILLPOINT_RECORD

} // namespace stillpoint
