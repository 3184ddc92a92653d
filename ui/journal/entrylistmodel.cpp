#include "ui/journal/entrylistmodel.h"

#include "app/insights/modalitymarks.h"
#include "app/journal/scales.h"
#include "ui/journal/checkintexts.h"
#include "ui/widgets/sessiontexts.h"
#include "ui/widgets/texts.h"

#include <algorithm>

namespace stillpoint::ui {

namespace {

std::optional<double> valueOf(const Ratings &ratings, Phase phase, const QString &scale)
{
    const auto found = ratings.find({phase, scale, {}});
    return found == ratings.end() ? std::nullopt : found->second.value;
}

} // namespace

EntryListModel::EntryListModel(const Journal &journal, const QStringList &scales, QObject *parent)
    : QAbstractListModel(parent)
    , m_journal(journal)
    , m_scales(scales)
{
    connect(&journal, &Journal::changed, this, &EntryListModel::journalChanged);
    m_keys = wanted();
    m_marks = modalityMarks(m_journal);
}

int EntryListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_keys.size());
}

Qt::ItemFlags EntryListModel::flags(const QModelIndex &index) const
{
    const bool heading = index.isValid() && m_keys.at(index.row()).id.isNull();
    return heading ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable; // arrows pass headings
}

QVariant EntryListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || role != Qt::AccessibleTextRole)
        return {};
    return spoken(row(index.row()));
}

const EntryRow &EntryListModel::row(int row) const
{
    const Key &key = m_keys.at(row);
    if (key.id.isNull()) {
        m_heading = read(key);
        return m_heading;
    }
    auto found = m_rows.find(key.id);
    if (found == m_rows.end())
        found = m_rows.insert(key.id, read(key));
    return *found;
}

int EntryListModel::rowOf(const QUuid &id) const
{
    const auto found =
        std::find_if(m_keys.cbegin(), m_keys.cend(), [&](const Key &key) { return key.id == id; });
    return found == m_keys.cend() || id.isNull() ? -1 : static_cast<int>(found - m_keys.cbegin());
}

int EntryListModel::rowOfDay(const QDate &day) const
{
    const auto found = std::find_if(m_keys.cbegin(), m_keys.cend(),
                                    [&](const Key &key) { return key.id.isNull() && key.day <= day; });
    return found == m_keys.cend() ? -1 : static_cast<int>(found - m_keys.cbegin());
}

QList<EntryListModel::Key> EntryListModel::wanted() const
{
    QList<Key> keys;
    for (const Entry &entry : m_journal.entries()) {
        if (!isWanted(entry))
            continue;
        if (keys.isEmpty() || keys.last().day != entry.day)
            keys.append({RecordKind::Skip, {}, entry.day});
        if (entry.kind != RecordKind::Skip)
            keys.append({entry.kind, entry.id, entry.day});
    }
    return keys;
}

bool EntryListModel::isWanted(const Entry &entry) const
{
    if (m_choice.isEmpty())
        return true;
    if (entry.kind == RecordKind::Session) {
        const auto session = m_journal.find<Session>(entry.id);
        return session && isWanted(*session);
    }
    const auto checkIn = m_journal.find<CheckIn>(entry.id);
    return checkIn && isWanted(*checkIn);
}

template<class T>
bool EntryListModel::isWanted(const T &value) const
{
    if (!fits(m_choice, value))
        return false;
    if (m_choice.words.isEmpty())
        return true;
    auto text = m_texts.constFind(value.id);
    if (text == m_texts.constEnd())
        text = m_texts.insert(value.id, searchText(value, m_journal));
    return hasWords(*text, m_choice.words);
}

void EntryListModel::setChoice(const EntryChoice &choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    if (choice.words.isEmpty())
        m_texts.clear();
    move(wanted());
}

void EntryListModel::journalChanged(const QSet<RecordKind> &kinds, const QSet<QUuid> &records)
{
    const bool names = kinds.contains(RecordKind::Practitioner) || kinds.contains(RecordKind::Modality) ||
                       kinds.contains(RecordKind::Context) || kinds.contains(RecordKind::Scale);
    const bool sessions = kinds.contains(RecordKind::Session);
    if (!names && !sessions && !kinds.contains(RecordKind::CheckIn) && !kinds.contains(RecordKind::Skip))
        return;
    if (names || records.isEmpty()) {
        m_rows.clear();
        m_texts.clear();
    }
    for (const QUuid &id : records) {
        m_rows.remove(id);
        m_texts.remove(id);
    }
    if (sessions) {
        const auto marks = modalityMarks(m_journal);
        if (marks != m_marks)
            m_rows.clear();
        m_marks = marks;
    }
    move(wanted());
    if (!m_keys.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void EntryListModel::setScales(const QStringList &scales)
{
    m_scales = scales;
    m_rows.clear();
    if (!m_keys.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void EntryListModel::move(const QList<Key> &keys)
{
    qsizetype first = 0;
    while (first < keys.size() && first < m_keys.size() && keys.at(first) == m_keys.at(first))
        ++first;
    qsizetype last = 0;
    while (last < keys.size() - first && last < m_keys.size() - first &&
           keys.at(keys.size() - 1 - last) == m_keys.at(m_keys.size() - 1 - last))
        ++last;
    const auto removed = static_cast<int>(m_keys.size() - first - last);
    const auto added = static_cast<int>(keys.size() - first - last);
    const auto at = static_cast<int>(first);
    if (removed > 0) {
        beginRemoveRows({}, at, at + removed - 1);
        m_keys.remove(first, removed);
        endRemoveRows();
    }
    if (added > 0) {
        beginInsertRows({}, at, at + added - 1);
        m_keys = keys;
        endInsertRows();
    }
}

EntryRow EntryListModel::read(const Key &key) const
{
    EntryRow row;
    row.kind = key.kind;
    row.id = key.id;
    row.day = key.day;
    if (row.isHeading()) {
        const QDate today = m_journal.today();
        row.title = dayText(key.day, key.day.year() == today.year() ? DayForm::Headline : DayForm::Full);
        const auto skips = m_journal.entries({key.day, key.day, RecordKind::Skip});
        const bool demo =
            std::all_of(skips.begin(), skips.end(), [](const Entry &entry) { return entry.demo; });
        if (!skips.isEmpty())
            row.detail = demo ? tr("demo, skipped on purpose") : tr("skipped on purpose");
        else if (key.day == today)
            row.detail = tr("today");
    } else if (key.kind == RecordKind::Session) {
        readSession(row);
    } else {
        readCheckIn(row);
    }
    return row;
}

void EntryListModel::readSession(EntryRow &row) const
{
    const auto session = m_journal.find<Session>(row.id);
    if (!session)
        return;
    if (session->start.moment)
        row.time = timeText(*session->start.moment);
    row.title = SessionTexts::modalities(m_journal.vocabulary(), *session);
    QStringList detail;
    if (session->demo)
        detail.append(tr("demo"));
    if (const QString name = SessionTexts::practitioner(m_journal, *session); !name.isEmpty())
        detail.append(name);
    if (session->minutes)
        detail.append(tr("%1 min").arg(*session->minutes));
    row.detail = detail.join(QStringLiteral(", "));
    row.mark = m_marks.value(session->modalities.value(0), otherModalityMark);
    for (const QString &code : m_scales) {
        const auto before = valueOf(session->ratings, Phase::Before, code);
        const auto after = valueOf(session->ratings, Phase::After, code);
        if (!before && !after)
            continue;
        row.scale = scaleWord(m_journal.vocabulary(), code);
        row.before = before ? ratingText(*before) : QStringLiteral("\u2013");
        row.value = after ? ratingText(*after) : QStringLiteral("\u2013");
        break;
    }
    row.notes = session->notes.simplified();
    QStringList parts{SessionTexts::areas(session->worked),
                      SessionTexts::circumstances(m_journal.vocabulary(), session->context)};
    parts.removeAll(QString());
    row.places = parts.join(QStringLiteral("  \u00b7  "));
}

void EntryListModel::readCheckIn(EntryRow &row) const
{
    const auto checkIn = m_journal.find<CheckIn>(row.id);
    if (!checkIn)
        return;
    if (checkIn->time.moment)
        row.time = timeText(*checkIn->time.moment);
    row.title = checkInTitle(*checkIn);
    QStringList others;
    if (checkIn->demo)
        others.append(tr("demo"));
    for (const NamedRating &rating : ratingsOf(*checkIn, m_journal.vocabulary(), m_scales)) {
        if (row.value.isEmpty() && !rating.ofAnArea) {
            row.scale = rating.scale;
            row.value = rating.value;
        } else {
            others.append(tr("%1 %2").arg(rating.scale, rating.value));
        }
    }
    if (!checkIn->context.isEmpty())
        others.append(SessionTexts::circumstances(m_journal.vocabulary(), checkIn->context));
    if (!checkIn->note.isEmpty())
        others.append(checkIn->note.simplified());
    row.detail = others.join(QStringLiteral(", "));
}

QString EntryListModel::spoken(const EntryRow &row) const
{
    QStringList parts{row.title};
    if (!row.time.isEmpty())
        parts.prepend(row.time);
    if (!row.detail.isEmpty())
        parts.append(row.detail);
    if (!row.before.isEmpty())
        parts.append(tr("%1 %2 before, %3 after").arg(row.scale, row.before, row.value));
    else if (!row.value.isEmpty())
        parts.append(tr("%1 %2").arg(row.scale, row.value));
    return parts.join(QStringLiteral(", "));
}

} // namespace stillpoint::ui
