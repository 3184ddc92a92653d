#pragma once

#include <QLoggingCategory>
#include <QWebEngineUrlRequestInterceptor>

namespace stillpoint::ui {

Q_DECLARE_LOGGING_CATEGORY(logEngine)

/// The allow-list of the profile: `article:` pages, style sheets and pictures, and pictures in `data:`.
/// Everything else is refused before it reaches a network. Decisions are logged at debug level.
class RequestFilter final : public QWebEngineUrlRequestInterceptor
{
    Q_OBJECT
public:
    using QWebEngineUrlRequestInterceptor::QWebEngineUrlRequestInterceptor;
    void interceptRequest(QWebEngineUrlRequestInfo &info) override;
};

} // namespace stillpoint::ui
