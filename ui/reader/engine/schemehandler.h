#pragma once

#include "ui/reader/readerview.h"

#include <QWebEngineUrlSchemeHandler>

namespace stillpoint::ui {

/// Answers `article:` requests: the style sheet itself, everything else from a PageSource, later, without
/// waiting. Serves HTML, and pictures under `article:picture/`; no other type.
class SchemeHandler final : public QWebEngineUrlSchemeHandler
{
    Q_OBJECT
public:
    using QWebEngineUrlSchemeHandler::QWebEngineUrlSchemeHandler;

    void setPages(PageSource *pages) { m_pages = pages; }
    void setStyleSheet(const QByteArray &css) { m_styleSheet = css; }
    void requestStarted(QWebEngineUrlRequestJob *job) override;

private:
    PageSource *m_pages = nullptr;
    QByteArray m_styleSheet;
};

} // namespace stillpoint::ui
