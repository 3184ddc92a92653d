#pragma once

#include <QStringList>

namespace stillpoint {

/// Tells code from prose, line by line: fenced blocks of backticks or tildes.
class FenceTracker
{
public:
    /// To be asked for every line in order. True for the fences and what lies between them.
    bool isCode(QStringView line);

private:
    QChar m_character;
    qsizetype m_length = 0;
};

/// Whether `mark` stands anywhere in `text`. For marks with a character that is rare in prose: many times
/// faster than QString::contains().
bool holdsMark(QStringView text, QLatin1String mark);

/// The last non-blank block when every word of it begins with `#`: its tags in order, and the body without
/// it. Otherwise no tags and the body as it was. `# #1 first step` is a heading, since a word has no `#`.
struct HashtagLine
{
    QStringList tags;
    QString body;
};
HashtagLine takeHashtagLine(const QString &body);

/// Text of the first level-1 heading (`# Title`, underlined with `=`, or an `<h1>` on one line) outside code;
/// Markdown as written.
QString firstHeading(const QString &body);

} // namespace stillpoint
