#include "ui/reader/engine/schemehandler.h"

#include "ui/reader/engine/articleurl.h"

#include <QBuffer>
#include <QPointer>
#include <QWebEngineUrlRequestJob>

#include <algorithm>
#include <array>

namespace stillpoint::ui {

namespace {

using Job = QWebEngineUrlRequestJob;

bool isPictureType(const QByteArray &mime)
{
    static constexpr std::array types{"image/png",  "image/jpeg", "image/gif",    "image/webp",
                                      "image/avif", "image/bmp",  "image/x-icon", "image/svg+xml"};
    return std::any_of(types.begin(), types.end(), [&mime](const char *type) { return mime == type; });
}

void send(Job *job, const QByteArray &mime, const QByteArray &bytes)
{
    auto *buffer = new QBuffer(job);
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    job->reply(mime, buffer);
}

void sendAnswer(Job *job, bool picture, const PageSource::Answer &answer)
{
    const QByteArray mime = answer.mime.split(';').constFirst().trimmed().toLower();
    if (answer.bytes.isEmpty())
        job->fail(Job::UrlNotFound);
    else if (picture && isPictureType(mime))
        send(job, mime, answer.bytes);
    else if (!picture && mime == "text/html")
        send(job, "text/html;charset=utf-8", answer.bytes);
    else
        job->fail(Job::RequestDenied);
}

} // namespace

void SchemeHandler::requestStarted(Job *job)
{
    const QUrl url = fromEngine(job->requestUrl());
    if (job->requestMethod() != "GET") {
        job->fail(Job::RequestDenied);
        return;
    }
    if (url.path() == QLatin1String("style.css")) {
        send(job, "text/css;charset=utf-8", m_styleSheet);
        return;
    }
    if (!m_pages) {
        job->fail(Job::UrlNotFound);
        return;
    }
    const bool picture = url.path().startsWith(QLatin1String("picture/"));
    m_pages->fetch(url, [waiting = QPointer(job), picture](const PageSource::Answer &answer) {
        if (waiting)
            sendAnswer(waiting, picture, answer);
    });
}

} // namespace stillpoint::ui
