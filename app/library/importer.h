#pragma once

#include "app/base/error.h"
#include "app/library/catalogue.h"
#include "app/library/importreport.h"

#include <QPromise>

namespace stillpoint {

struct ImportRequest
{
    QString indexFile;
    QString renderProgram;
    QList<Place> places;
    QList<ArticleAnchor> anchors;
    bool fromScratch = false; ///< the index is known to be damaged
};

/// What a second import is told while one runs.
tl::unexpected<Error> importIsRunning();

/// Runs one import on the calling worker thread: walks the places, renders what is new or changed with one
/// helper per core, and stores everything in one transaction, so that cancel, a crash and an error leave the
/// old state. Sets the promise's progress in files; does not add its result. Busy while another import runs.
class Importer
{
public:
    Importer(ImportRequest request, QPromise<Result<ImportReport>> &promise);
    Result<ImportReport> run();
    /// The new catalogue, after run() succeeded and was not cancelled.
    QList<Article> takeArticles() { return std::move(m_articles); }

private:
    ImportRequest m_request;
    QPromise<Result<ImportReport>> &m_promise;
    QList<Article> m_articles;
};

} // namespace stillpoint
