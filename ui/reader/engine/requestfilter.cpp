#include "ui/reader/engine/requestfilter.h"

#include "ui/reader/engine/articleurl.h"

namespace stillpoint::ui {

Q_LOGGING_CATEGORY(logEngine, "stillpoint.engine", QtWarningMsg)

namespace {

using Info = QWebEngineUrlRequestInfo;

bool isAllowed(const Info &info)
{
    if (info.requestMethod() != "GET")
        return false;
    const Info::ResourceType type = info.resourceType();
    if (info.requestUrl().scheme() == QLatin1String(articleScheme)) {
        return type == Info::ResourceTypeMainFrame || type == Info::ResourceTypeStylesheet ||
               type == Info::ResourceTypeImage;
    }
    return info.requestUrl().scheme() == QLatin1String("data") && type == Info::ResourceTypeImage;
}

} // namespace

void RequestFilter::interceptRequest(Info &info)
{
    const bool allowed = isAllowed(info);
    info.block(!allowed);
    qCDebug(logEngine).noquote() << (allowed ? "allowed" : "refused") << info.resourceType()
                                 << info.requestUrl().toString(QUrl::FullyEncoded).left(200);
}

} // namespace stillpoint::ui
