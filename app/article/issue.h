#pragma once

#include <QList>
#include <QString>

namespace stillpoint {

/// Something odd in an article that a person may want to know. Nothing is ever dropped because of one.
struct ArticleIssue
{
    enum class Severity { Note, Warning, Error };
    int line = 0; ///< 1-based line of the file; 0 when the whole file is meant
    Severity severity = Severity::Warning;
    QString message; ///< a whole, translated sentence
    bool operator==(const ArticleIssue &) const = default;
};
using ArticleIssues = QList<ArticleIssue>;

} // namespace stillpoint
