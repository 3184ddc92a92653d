#include "app/journal/journalfile.h"

#include "app/base/clock.h"
#include "app/base/identifiers.h"
#include "app/journal/recordcodec.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace stillpoint {

namespace {

constexpr int fileVersion = 1;
const QString formatName = QStringLiteral("stillpoint-journal");

QString tr(const char *text)
{
    return QCoreApplication::translate("JournalFile", text);
}

tl::unexpected<Error> wrong(const QString &what)
{
    return failure(ErrorCode::Invalid,
                   what + QLatin1Char(' ') + tr("Nothing was imported; your journal is unchanged."));
}

/// Writes the members of an array, one a line.
class Lines
{
public:
    explicit Lines(QIODevice &device)
        : m_device(device)
    {
    }
    void begin(const char *name)
    {
        m_isFirst = true;
        raw(QByteArrayLiteral(",\n\"") + name + "\":[");
    }
    void add(const QJsonObject &object)
    {
        raw((m_isFirst ? "\n" : ",\n") + QJsonDocument(object).toJson(QJsonDocument::Compact));
        m_isFirst = false;
        ++m_count;
    }
    void raw(const QByteArray &bytes) { m_isGood = m_isGood && m_device.write(bytes) == bytes.size(); }
    bool isGood() const { return m_isGood; }
    qsizetype takeCount() { return std::exchange(m_count, 0); }

private:
    QIODevice &m_device;
    bool m_isFirst = true;
    bool m_isGood = true;
    qsizetype m_count = 0;
};

QByteArray heading(const ExportOptions &options, const Clock &clock)
{
    const auto quoted = [](const QString &text) {
        // A JSON text cannot stand alone before Qt 6.9, so it is taken out of an array.
        const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
        return array.mid(1, array.size() - 2);
    };
    return "{\"format\":" + quoted(formatName) + ",\"version\":" + QByteArray::number(fileVersion) +
           ",\"exported\":" + quoted(toRfc3339(clock.now().utcMs)) +
           ",\"program\":" + quoted(options.program);
}

/// Collects what a set of records refers to.
class References
{
public:
    explicit References(const Journal &journal)
        : m_journal(journal)
    {
    }

    void add(const RecordRef &ref)
    {
        const auto record = m_journal.record(ref);
        if (!record || m_seen.contains(ref.second))
            return;
        m_seen.insert(ref.second);
        m_refs.append(ref);
        std::visit([this](const auto &value) { follow(value); }, *record);
    }

    /// Links with an end among what was collected, and words of the person's own that it uses.
    void addTies()
    {
        for (const Link &link : m_journal.all<Link>()) {
            if (m_seen.contains(link.from) || m_seen.contains(link.to)) {
                add({RecordKind::Link, link.id});
                for (const QUuid &end : {link.from, link.to}) {
                    if (const auto ref = m_journal.refOf(end))
                        add(*ref);
                }
            }
        }
        addWords<ScaleRecord>(RecordKind::Scale, [](const ScaleRecord &own) { return own.code; });
        addWords<ModalityRecord>(RecordKind::Modality, [](const auto &own) { return own.modality.code; });
        addWords<ContextRecord>(RecordKind::Context, [](const ContextRecord &own) { return own.code; });
    }

    const QList<RecordRef> &refs() const { return m_refs; }

private:
    template<class T, class Code>
    void addWords(RecordKind kind, Code &&codeOf)
    {
        for (const T &own : m_journal.all<T>()) {
            if (m_codes.contains(codeOf(own)))
                add({kind, own.id});
        }
    }

    void follow(const Session &session)
    {
        add({RecordKind::Practitioner, session.practitioner});
        m_codes.unite({session.modalities.begin(), session.modalities.end()});
        m_codes.unite(session.context);
        followRatings(session.ratings);
    }
    void follow(const CheckIn &checkIn)
    {
        add({RecordKind::Session, checkIn.session});
        m_codes.unite(checkIn.context);
        followRatings(checkIn.ratings);
    }
    void follow(const Highlight &highlight) { add({RecordKind::Article, highlight.article}); }
    template<class Other>
    void follow(const Other & /*value*/)
    {
    }
    void followRatings(const Ratings &ratings)
    {
        for (const auto &rating : ratings)
            m_codes.insert(rating.first.scale);
    }

    const Journal &m_journal;
    QList<RecordRef> m_refs;
    QSet<QUuid> m_seen;
    QSet<QString> m_codes;
};

Result<std::vector<Change>> changesIn(const QJsonArray &array)
{
    std::vector<Change> changes;
    changes.reserve(static_cast<std::size_t>(array.size()));
    for (const auto &item : array) {
        auto change = changeFromJson(item.toObject());
        if (!change)
            return wrong(
                tr("Change %1 of this file is not one that Stillpoint understands.").arg(changes.size() + 1));
        changes.push_back(std::move(*change));
    }
    return changes;
}

Result<void> readRecords(const QJsonArray &array, JournalFile &file)
{
    qsizetype unknown = 0;
    for (const auto &item : array) {
        const QJsonObject object = item.toObject();
        const QUuid id = idFromText(object[QLatin1String("id")].toString());
        const QString kindText = object[QLatin1String("kind")].toString();
        if (id.isNull() || kindText.isEmpty() || !object[QLatin1String("fields")].isObject())
            return wrong(tr("Record %1 of this file lacks its kind, id or fields.")
                             .arg(file.records.size() + unknown + 1));
        if (const auto kind = kindFromName(kindText))
            file.records.append({{*kind, id}, object[QLatin1String("fields")].toObject()});
        else
            ++unknown;
    }
    if (unknown > 0)
        file.notes.append(
            tr("%1 records are of kinds that this version does not know and were passed over.").arg(unknown));
    return {};
}

} // namespace

QList<RecordRef> recordsFor(const Journal &journal, const EntryFilter &range)
{
    References found(journal);
    if (range.from.isValid() || range.to.isValid() || range.kind) {
        for (const QList<Entry> &entries : {journal.entries(range), journal.trash(range)}) {
            for (const Entry &entry : entries) {
                if (!entry.demo)
                    found.add({entry.kind, entry.id});
            }
        }
        found.addTies();
        return found.refs();
    }
    QList<RecordRef> refs = journal.refs();
    refs.removeIf([&](const RecordRef &ref) {
        const auto record = journal.record(ref);
        return record && isDemo(*record);
    });
    return refs;
}

Result<ExportCount> exportJson(const Journal &journal, const ExportOptions &options, const Clock &clock,
                               QIODevice &device)
{
    const bool isWhole = !options.range.from.isValid() && !options.range.to.isValid() && !options.range.kind;
    const QList<RecordRef> refs = recordsFor(journal, options.range);
    QSet<QUuid> wanted;
    for (const RecordRef &ref : refs)
        wanted.insert(ref.second);
    Lines lines(device);
    lines.raw(heading(options, clock));
    lines.begin("changes");
    const auto read = journal.eachChange([&](const Change &change) {
        if (isWhole || wanted.contains(change.record))
            lines.add(toJson(change));
    });
    if (!read)
        return tl::unexpected<Error>(read.error());
    ExportCount count;
    count.changes = lines.takeCount();
    lines.raw("]");
    lines.begin("records");
    for (const RecordRef &ref : refs) {
        if (const auto record = journal.exported(ref.first, ref.second))
            lines.add(*record);
    }
    count.records = lines.takeCount();
    lines.raw("]}\n");
    if (!lines.isGood())
        return failure(ErrorCode::Io,
                       tr("The export could not be written to its end: %1. Your journal is unchanged; free "
                          "some space and try again.")
                           .arg(device.errorString()));
    return count;
}

Result<JournalFile> journalFileFrom(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return wrong(
            tr("This is not a whole JSON file: %1, at byte %2.").arg(error.errorString()).arg(error.offset));
    if (root[QLatin1String("format")].toString() != formatName)
        return wrong(tr("This JSON file is not an export of a Stillpoint journal."));
    if (root[QLatin1String("version")].toInt() > fileVersion)
        return failure(ErrorCode::Newer,
                       tr("This file was written by a newer Stillpoint. Nothing was imported; install "
                          "the newer version, or export again without it."));
    JournalFile file;
    const bool hasChanges = root.contains(QLatin1String("changes"));
    const QJsonValue list = root[hasChanges ? QLatin1String("changes") : QLatin1String("records")];
    if (!list.isArray())
        return wrong(tr("This file holds no list of changes or records."));
    if (hasChanges) {
        return changesIn(list.toArray()).map([&](std::vector<Change> &&changes) {
            file.changes = std::move(changes);
            return std::move(file);
        });
    }
    return readRecords(list.toArray(), file).map([&] { return std::move(file); });
}

Result<ImportOutcome> importInto(Journal &journal, const JournalFile &file, ImportMode mode)
{
    auto outcome =
        file.changes.empty() ? journal.import(file.records, mode) : journal.merge(file.changes, mode);
    if (outcome)
        outcome->notes = file.notes + outcome->notes;
    return outcome;
}

} // namespace stillpoint
