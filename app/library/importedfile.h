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

/// Reads one file; any thread. `knownHash` is the content hash of the article that is listed at this path, or
/// empty. `request` is filled when the file is to be rendered and then finished; else it is finished already.
ImportedFile readForImport(const FoundFile &found, const QString &knownHash,
                           std::optional<RenderRequest> &request);
/// Takes over what the render helper made of it.
void finishImport(ImportedFile &file, const RenderedArticle &rendered);

} // namespace stillpoint
