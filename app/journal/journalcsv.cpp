#include "app/journal/journalcsv.h"

#include "app/base/clock.h"
#include "app/base/csv.h"
#include "app/base/identifiers.h"
#include "app/base/tag.h"
#include "app/journal/fieldvalues.h"
#include "app/journal/recordcodec.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace stillpoint {

namespace {

const QChar listMark = u';';

QString tr(const char *text)
{
    return QCoreApplication::translate("JournalFile", text);
}

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u',');
}

const QStringList &ratingColumns()
{
    static const QStringList columns =
        words("record,kind,session,day,about,given,zone,phase,scale,scale_version,"
              "region,value,provenance");
    return columns;
}

const QStringList &sessionColumns()
{
    static const QStringList columns = words(
        "id,day,start,zone,minutes,modalities,practitioner,setting,pressure,reason,worked,hurts,context,cost,"
        "currency,satisfaction,notes");
    return columns;
}

QString instant(std::optional<qint64> ms)
{
    return ms ? toRfc3339(*ms) : QString();
}

/// The zone's name or, where only the offset is known, that: "UTC+05:45".
QString zoneOf(const When &when)
{
    if (!when.moment)
        return {};
    if (!when.moment->zone.isEmpty())
        return QString::fromLatin1(when.moment->zone);
    const int offset = when.moment->offsetMinutes;
    return QStringLiteral("UTC%1%2:%3")
        .arg(QLatin1Char(offset < 0 ? '-' : '+'))
        .arg(std::abs(offset) / 60, 2, 10, QLatin1Char('0'))
        .arg(std::abs(offset) % 60, 2, 10, QLatin1Char('0'));
}

Moment momentIn(qint64 utcMs, const QString &zone)
{
    if (!zone.startsWith(QLatin1String("UTC")) || zone.size() < 9)
        return momentAt(utcMs, zone.toLatin1());
    const QTime offset = QTime::fromString(zone.mid(4, 5), QStringLiteral("HH:mm"));
    const int minutes = offset.hour() * 60 + offset.minute();
    return {utcMs, zone.at(3) == u'-' ? -minutes : minutes, {}};
}

QString sorted(const QSet<QString> &members)
{
    QStringList list(members.begin(), members.end());
    list.sort();
    return list.join(listMark);
}

tl::unexpected<Error> notWritten(const QIODevice &device)
{
    return failure(ErrorCode::Io,
                   tr("The export could not be written to its end: %1. Your journal is unchanged; free some "
                      "space and try again.")
                       .arg(device.errorString()));
}

Result<qsizetype> writeRows(const QStringList &columns, const QList<QStringList> &rows, QIODevice &device)
{
    QByteArray bytes = csvLine(columns);
    for (const QStringList &row : rows)
        bytes += csvLine(row);
    if (device.write(bytes) != bytes.size())
        return notWritten(device);
    return rows.size();
}

QList<Entry> oldestFirst(const Journal &journal, const EntryFilter &range)
{
    QList<Entry> entries = journal.entries(range);
    std::reverse(entries.begin(), entries.end());
    return entries;
}

/// "PHASE.SCALE" and so on, as the codec names it.
struct RatingName
{
    QString phase, provenance;
};

RatingName namesOf(const RatingKey &key, const Rating &rating)
{
    QJsonObject fields;
    writeRatings(fields, {{key, rating}});
    return {fields.keys().first().section(u'.', 1, 1),
            fields.begin().value().toObject()[QLatin1String("prov")].toString()};
}

template<class T>
void addRatingRows(QList<QStringList> &rows, const T &record, const QUuid &session, const When &when,
                   const QDate &day)
{
    const std::optional<qint64> time = when.moment ? std::optional(when.moment->utcMs) : std::nullopt;
    for (const auto &[key, rating] : record.ratings) {
        const RatingName names = namesOf(key, rating);
        rows.append(
            {idText(record.id), kindName(kindOf(Record(record))),
             session.isNull() ? QString() : idText(session), day.toString(Qt::ISODate),
             instant(rating.aboutMs ? rating.aboutMs : time), instant(rating.givenMs), zoneOf(when),
             names.phase, key.scale, QString::number(rating.scaleVersion), key.region,
             rating.value ? QString::number(*rating.value, 'g', QLocale::FloatingPointShortest) : QString(),
             names.provenance});
    }
}

/// One row of a file by the names of its columns.
class Row
{
public:
    Row(const QStringList &columns, const QStringList &cells, qsizetype number)
        : m_columns(columns)
        , m_cells(cells)
        , m_number(number)
    {
    }
    QString at(const char *column) const
    {
        const qsizetype index = m_columns.indexOf(QLatin1String(column));
        return index < 0 ? QString() : m_cells.value(index).trimmed();
    }
    QStringList list(const char *column) const { return at(column).split(listMark, Qt::SkipEmptyParts); }
    tl::unexpected<Error> wrong(const char *column) const
    {
        return failure(
            ErrorCode::Invalid,
            tr("Row %1 of this file has no usable \"%2\". Nothing was imported; your journal is unchanged.")
                .arg(m_number)
                .arg(QLatin1String(column)),
            QLatin1String(column));
    }

private:
    const QStringList &m_columns;
    const QStringList &m_cells;
    qsizetype m_number;
};

Result<When> whenIn(const Row &row, const char *instantColumn)
{
    const QString text = row.at(instantColumn);
    if (text.isEmpty()) {
        const QDate day = QDate::fromString(row.at("day"), Qt::ISODate);
        if (!day.isValid())
            return row.wrong("day");
        return When::on(day);
    }
    const auto ms = fromRfc3339(text);
    if (!ms)
        return row.wrong(instantColumn);
    return When::at(momentIn(*ms, row.at("zone")));
}

/// Gathers records while rows are read.
class CsvReader
{
public:
    CsvReader(const Journal &journal, qint64 nowMs)
        : m_journal(journal)
        , m_nowMs(nowMs)
    {
    }

    Result<void> addSession(const Row &row)
    {
        const QUuid id = idFromText(row.at("id"));
        const auto start = whenIn(row, "start");
        if (id.isNull())
            return row.wrong("id");
        if (!start)
            return tl::unexpected<Error>(start.error());
        // First, since it may add a record itself.
        const QString name = row.at("practitioner");
        const QUuid given = name.isEmpty() ? QUuid() : practitioner(name);
        QJsonObject &fields = fieldsOfRecord({RecordKind::Session, id});
        writeId(fields, QStringLiteral("practitioner"), given);
        writeWhen(fields, QStringLiteral("start"), *start);
        for (const char *column : {"minutes", "pressure", "cost", "satisfaction"}) {
            bool isNumber = false;
            const double number = row.at(column).toDouble(&isNumber);
            if (!isNumber && !row.at(column).isEmpty())
                return row.wrong(column);
            if (isNumber)
                fields.insert(QLatin1String(column), number);
        }
        for (const char *column : {"setting", "reason", "currency"})
            writeText(fields, QLatin1String(column), row.at(column));
        writeText(fields, QStringLiteral("notes"), row.at("notes"));
        fields.insert(QStringLiteral("modalities"), QJsonArray::fromStringList(row.list("modalities")));
        for (const char *column : {"worked", "context"}) {
            for (const QString &member : row.list(column))
                fields.insert(QLatin1String(column) + u'.' + member, true);
        }
        for (const QString &hurt : row.list("hurts"))
            fields.insert(QStringLiteral("hurts.") + hurt.section(u'=', 0, 0), hurt.section(u'=', 1).toInt());
        return {};
    }

    Result<void> addRating(const Row &row)
    {
        const auto kind = kindFromName(row.at("kind"));
        const QUuid id = idFromText(row.at("record"));
        if (!kind || (*kind != RecordKind::Session && *kind != RecordKind::CheckIn))
            return row.wrong("kind");
        if (id.isNull())
            return row.wrong("record");
        const auto about = whenIn(row, "about");
        if (!about)
            return tl::unexpected<Error>(about.error());
        const bool isCheckIn = *kind == RecordKind::CheckIn;
        const bool isKnown = m_at.contains(id) || m_journal.record({*kind, id});
        QJsonObject &fields = fieldsOfRecord({*kind, id});
        if (isCheckIn && !isKnown) {
            writeWhen(fields, QStringLiteral("time"), *about);
            fields.insert(QStringLiteral("trigger"), QStringLiteral("self"));
            writeText(fields, QStringLiteral("session"), row.at("session"));
        }
        return rating(row, *about, fields);
    }

    Result<void> addRows(const QList<QStringList> &rows)
    {
        const QStringList columns = rows.value(0);
        const auto has = [&columns](const char *name) { return columns.contains(QLatin1String(name)); };
        const bool isSessions = has("id") && has("modalities");
        if (!isSessions && !(has("record") && has("scale"))) {
            return failure(
                ErrorCode::Invalid,
                tr("The first line of this file names neither the columns of sessions.csv nor those of "
                   "ratings.csv. Nothing was imported; your journal is unchanged."));
        }
        for (qsizetype i = 1; i < rows.size(); ++i) {
            const Row row(columns, rows.at(i), i + 1);
            if (auto added = isSessions ? addSession(row) : addRating(row); !added)
                return added;
        }
        return {};
    }

    QList<ImportedRecord> take() { return std::move(m_records); }

private:
    static Result<void> rating(const Row &row, const When &about, QJsonObject &fields)
    {
        QJsonObject object;
        bool isNumber = false;
        const double value = row.at("value").toDouble(&isNumber);
        if (!isNumber && !row.at("value").isEmpty())
            return row.wrong("value");
        if (isNumber)
            object.insert(QStringLiteral("v"), value);
        else
            object.insert(QStringLiteral("skipped"), true);
        object.insert(QStringLiteral("sv"), std::max(1, row.at("scale_version").toInt()));
        writeText(object, QStringLiteral("given"), row.at("given"));
        const bool isCheckIn = fields.contains(QLatin1String("time"));
        const QString parent = fields[QLatin1String(isCheckIn ? "time" : "start")].toString();
        if (about.moment && !parent.isEmpty() && parent != toRfc3339(about.moment->utcMs))
            object.insert(QStringLiteral("about"), toRfc3339(about.moment->utcMs));
        const QString provenance = row.at("provenance");
        object.insert(QStringLiteral("prov"), provenance.isEmpty() ? QStringLiteral("imported") : provenance);
        QString member = row.at("phase") + u'.' + row.at("scale");
        if (const QString region = row.at("region"); !region.isEmpty())
            member += u'.' + region;
        Ratings understood;
        if (!readRating(understood, member, object))
            return row.wrong("phase");
        fields.insert(QStringLiteral("rating.") + member, object);
        return {};
    }

    QJsonObject &fieldsOfRecord(const RecordRef &ref)
    {
        if (!m_at.contains(ref.second)) {
            m_at.insert(ref.second, m_records.size());
            m_records.append({ref, {}});
            if (const auto held = m_journal.record(ref))
                m_records.last().fields = fieldsOf(*held);
        }
        return m_records[m_at.value(ref.second)].fields;
    }

    QUuid practitioner(const QString &name)
    {
        const QString folded = foldedText(name);
        for (const Practitioner &known : m_journal.all<Practitioner>()) {
            if (!known.demo && foldedText(known.name) == folded)
                return known.id;
        }
        QUuid &id = m_practitioners[folded];
        if (id.isNull()) {
            id = newId(m_nowMs);
            fieldsOfRecord({RecordKind::Practitioner, id}).insert(QStringLiteral("name"), name);
        }
        return id;
    }

    const Journal &m_journal;
    qint64 m_nowMs;
    QList<ImportedRecord> m_records;
    QHash<QUuid, qsizetype> m_at;
    QHash<QString, QUuid> m_practitioners;
};

} // namespace

Result<qsizetype> exportRatings(const Journal &journal, const EntryFilter &range, QIODevice &device)
{
    QList<QStringList> rows;
    for (const Entry &entry : oldestFirst(journal, range)) {
        if (const auto session = journal.find<Session>(entry.id); session && !session->demo)
            addRatingRows(rows, *session, session->id, session->start, entry.day);
        else if (const auto checkIn = journal.find<CheckIn>(entry.id); checkIn && !checkIn->demo)
            addRatingRows(rows, *checkIn, checkIn->session, checkIn->time, entry.day);
    }
    return writeRows(ratingColumns(), rows, device);
}

Result<qsizetype> exportSessions(const Journal &journal, const EntryFilter &range, QIODevice &device)
{
    QList<QStringList> rows;
    for (const Entry &entry : oldestFirst(journal, range)) {
        const auto session = journal.find<Session>(entry.id);
        if (!session || session->demo)
            continue;
        const QJsonObject fields = fieldsOf(*session);
        const auto field = [&fields](const char *name) {
            return fields[QLatin1String(name)].toVariant().toString();
        };
        const auto practitioner = journal.find<Practitioner>(session->practitioner);
        QStringList hurts;
        for (auto hurt = session->hurts.cbegin(); hurt != session->hurts.cend(); ++hurt)
            hurts.append(hurt.key() + u'=' + QString::number(hurt.value()));
        rows.append({idText(session->id), entry.day.toString(Qt::ISODate), field("start"),
                     zoneOf(session->start), field("minutes"), session->modalities.join(listMark),
                     practitioner ? practitioner->name : QString(), field("setting"), field("pressure"),
                     field("reason"), sorted(session->worked), hurts.join(listMark), sorted(session->context),
                     field("cost"), field("currency"), field("satisfaction"), session->notes});
    }
    return writeRows(sessionColumns(), rows, device);
}

Result<QList<ImportedRecord>> recordsFromCsv(const QList<QByteArray> &files, const Journal &journal,
                                             qint64 nowMs)
{
    CsvReader reader(journal, nowMs);
    for (const QByteArray &file : files) {
        const auto read =
            csvRows(file).and_then([&](const QList<QStringList> &rows) { return reader.addRows(rows); });
        if (!read)
            return tl::unexpected<Error>(read.error());
    }
    return reader.take();
}

} // namespace stillpoint
