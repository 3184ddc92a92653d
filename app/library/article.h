#pragma once

#include <QDateTime>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>

namespace stillpoint {

/// A folder or single file of articles, read in place and never written to.
struct Place
{
    QUuid id;
    QString name;
    QString path; ///< absolute
    bool operator==(const Place &) const = default;
};

/// What is known of an article without opening it. The id is 16 bytes (formats.md §6) carried in a QUuid.
struct Article
{
    QUuid id;
    QUuid place;
    QString path;                 ///< relative to the place; of a single-file place the file name
    QString file;                 ///< absolute
    QString title;                ///< plain text
    std::optional<qint64> dateMs; ///< UTC ms; empty when only the file's time is known
    QString dateText;             ///< as written, for display with its own zone
    qint64 fileMs = 0;            ///< modification time, UTC ms
    QString author;
    QString summary;
    QStringList tags; ///< as written, without duplicates after folding
    QStringList categories;
    QString frontMatterId;
    QString hash; ///< SHA-256 of the bytes, hex
    int words = 0;
    bool draft = false;
    bool missing = false; ///< the file is gone but the person did something with it
    QStringList warnings; ///< sentences, in file order
    QString encoding;     ///< chosen by the person when it was read; empty: as the bytes say

    int minutes() const { return words == 0 ? 0 : qMax(1, (words + 119) / 238); } ///< 238 words a minute
    bool operator==(const Article &) const = default;
};

/// What the person did with an article, as far as filters need it. Comes from the journal, by value.
struct ArticleMarks
{
    enum class State { Unread, Reading, Read };
    State state = State::Unread;
    bool starred = false;
    bool archived = false;
    QString encoding = {}; ///< to read its file in; empty: as the bytes say
    bool operator==(const ArticleMarks &) const = default;
};
using MarksById = QHash<QUuid, ArticleMarks>;

/// By what an article is found again after its index was lost or its file moved, and how it is to be read.
struct ArticleAnchor
{
    QUuid id;
    QUuid place;
    QString path;
    QString frontMatterId;
    QString hash;
    QString title;
    QString encoding = {}; ///< chosen by the person, or empty
};

} // namespace stillpoint
