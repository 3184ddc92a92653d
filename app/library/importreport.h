#pragma once

#include <QString>
#include <QStringList>

namespace stillpoint {

enum class Severity { Note, Warning, Error };

struct ImportIssue
{
    QString file; ///< absolute
    int line = 0; ///< 1-based; 0 when the whole file is meant
    Severity severity = Severity::Warning;
    QString message; ///< a sentence
    bool operator==(const ImportIssue &) const = default;
};

/// "Line 3: …", or the message alone when the whole file is meant.
QString issueText(const ImportIssue &issue);

struct ImportReport
{
    int added = 0;
    int updated = 0;
    int unchanged = 0;
    int removed = 0;
    int skipped = 0;
    double seconds = 0;
    bool cancelled = false; ///< the catalogue is as it was before
    QList<ImportIssue> issues;
    bool operator==(const ImportReport &) const = default;
};

} // namespace stillpoint
