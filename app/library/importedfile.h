#pragma once

#include "app/library/indexstore.h"
#include "app/library/walker.h"

namespace stillpoint {

/// Files above it are listed by name only.
inline constexpr qint64 maxArticleBytes = 16LL * 1024 * 1024;

/// What became of one file of an import.
struct ImportedFile
{
    enum class Outcome {
        Listed,  ///< an article; its text is in `body`
        Touched, ///< the bytes are as before, only the file's time or size was read anew
        Refused  ///< not an article; `issues` say why
    };
    Outcome outcome = Outcome::Listed;
    IndexedArticle indexed; ///< without id and row
    QByteArray body;        ///< UTF-8
    QList<ImportIssue> issues;
};

struct RenderRequest;
struct RenderedArticle;

/// A file to import.
struct ImportJob
{
    FoundFile found;
    QString knownHash; ///< of the article listed at this path, read in the same encoding; or empty
    QString encoding;  ///< chosen by the person, or empty
};

/// Reads one file; any thread. `request` is filled when the file is to be rendered and then finished; else it
/// is finished already.
ImportedFile readForImport(const ImportJob &job, std::optional<RenderRequest> &request);
/// Takes over what the render helper made of it.
void finishImport(ImportedFile &file, const RenderedArticle &rendered);
/// The same for an article that is listed already: what its bytes say now, but who it is.
void applyRendered(Article &article, const RenderedArticle &rendered);

} // namespace stillpoint
