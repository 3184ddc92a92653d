#include "app/library/renderclient.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

namespace stillpoint {

namespace {

constexpr int startMs = 10000;
constexpr qsizetype maxPlainTextBytes = 2LL * 1024 * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("RenderClient", text);
}

QList<RenderedReference> references(const QJsonArray &array)
{
    QList<RenderedReference> all;
    for (const auto &value : array) {
        all.append({value[QLatin1String("n")].toInt(), value[QLatin1String("url")].toString(),
                    value[QLatin1String("alt")].toString()});
    }
    return all;
}

Severity severity(const QString &name)
{
    if (name == QLatin1String("note"))
        return Severity::Note;
    return name == QLatin1String("error") ? Severity::Error : Severity::Warning;
}

RenderedArticle fromFrame(const Frame &frame)
{
    RenderedArticle article;
    const QJsonObject &header = frame.header;
    if (!header.value(QLatin1String("ok")).toBool()) {
        article.outcome = RenderedArticle::Outcome::Refused;
        article.reason = header.value(QLatin1String("reason")).toString();
    }
    article.meta = header.value(QLatin1String("meta")).toObject();
    for (const auto &value : header.value(QLatin1String("outline")).toArray()) {
        article.outline.append({value[QLatin1String("level")].toInt(1),
                                value[QLatin1String("text")].toString(),
                                value[QLatin1String("anchor")].toString()});
    }
    article.words = header.value(QLatin1String("words")).toInt();
    article.pictures = references(header.value(QLatin1String("pictures")).toArray());
    article.links = references(header.value(QLatin1String("links")).toArray());
    for (const auto &value : header.value(QLatin1String("issues")).toArray()) {
        article.issues.append({{},
                               value[QLatin1String("line")].toInt(),
                               severity(value[QLatin1String("severity")].toString()),
                               value[QLatin1String("message")].toString()});
    }
    const qsizetype textBytes = qBound(
        qsizetype(0), qsizetype(header.value(QLatin1String("text_bytes")).toInteger()), frame.body.size());
    article.text = textBytes == frame.body.size() ? frame.body : frame.body.first(textBytes);
    article.html = QString::fromUtf8(frame.body.sliced(textBytes));
    return article;
}

int wordCount(const QString &text)
{
    int words = 0;
    bool isInside = false;
    for (const QChar c : text) {
        const bool isWord = !c.isSpace();
        words += isWord && !isInside ? 1 : 0;
        isInside = isWord;
    }
    return words;
}

} // namespace

RenderClient::RenderClient(QString program, int wallMs)
    : m_program(std::move(program))
    , m_wallMs(wallMs)
{
}

RenderClient::~RenderClient()
{
    stop();
}

Result<RenderedArticle> RenderClient::render(const QString &name, const QByteArray &bytes,
                                             const QStringList &want, const QString &encoding)
{
    return render({{name, bytes, encoding}}, want).map([](const QList<RenderedArticle> &all) {
        return all.first();
    });
}

Result<QList<RenderedArticle>> RenderClient::render(const QList<RenderRequest> &requests,
                                                    const QStringList &want)
{
    if (const auto started = start(); !started)
        return tl::unexpected<Error>(started.error());
    const int first = m_job + 1;
    for (const RenderRequest &request : requests)
        send(request, want);
    QList<RenderedArticle> articles;
    for (qsizetype i = 0; i < requests.size(); ++i) {
        if (const auto frame = answer(first + int(i))) {
            articles.append(fromFrame(*frame));
            continue;
        }
        auto plain = plainText(requests.at(i));
        if (!plain)
            return tl::unexpected<Error>(plain.error());
        articles.append(std::move(*plain));
        break;
    }
    return articles;
}

/// After the helper failed: its metadata from a new one, and the file as it is.
Result<RenderedArticle> RenderClient::plainText(const RenderRequest &request)
{
    const bool isSlow = m_trouble == Trouble::TooSlow;
    if (const auto started = start(); !started)
        return tl::unexpected<Error>(started.error());
    send(request, {QStringLiteral("meta")});
    RenderedArticle article;
    if (const auto frame = answer(m_job))
        article = fromFrame(*frame);
    article.outcome = RenderedArticle::Outcome::PlainText;
    const QString text =
        QString::fromUtf8(request.bytes.first(qMin(request.bytes.size(), maxPlainTextBytes)));
    article.text = text.toUtf8();
    article.words = wordCount(text);
    article.issues.append({{},
                           0,
                           Severity::Warning,
                           isSlow
                               ? tr("This article takes too long to lay out, so it is shown as plain text.")
                               : tr("This article could not be laid out, so it is shown as plain text.")});
    return article;
}

void RenderClient::send(const RenderRequest &request, const QStringList &want)
{
    QJsonObject header{{QStringLiteral("v"), 1},
                       {QStringLiteral("job"), ++m_job},
                       {QStringLiteral("name"), request.name},
                       {QStringLiteral("want"), QJsonArray::fromStringList(want)}};
    if (!request.encoding.isEmpty())
        header.insert(QStringLiteral("encoding"), request.encoding);
    m_process->write(encodeFrame({header, request.bytes}));
}

/// Nothing in the result means that the helper failed at this job; it is stopped then.
std::optional<Frame> RenderClient::answer(int job)
{
    m_trouble = Trouble::None;
    const QDeadlineTimer deadline(m_wallMs);
    while (true) {
        if (auto frame = m_reader.next()) {
            if (frame->header.value(QLatin1String("job")).toInt() == job)
                return frame;
            continue;
        }
        if (m_process->bytesAvailable() == 0)
            m_process->waitForReadyRead(int(deadline.remainingTime()));
        const QByteArray bytes = m_process->readAllStandardOutput();
        m_reader.append(bytes);
        if (m_reader.isBroken() || bytes.isEmpty()) {
            m_trouble = deadline.hasExpired() ? Trouble::TooSlow : Trouble::Died;
            stop();
            return std::nullopt;
        }
    }
}

Result<void> RenderClient::start()
{
    if (m_process && m_process->state() == QProcess::Running)
        return {};
    m_reader = FrameReader();
    m_process = std::make_unique<QProcess>();
    m_process->setStandardErrorFile(QProcess::nullDevice());
    m_process->setWorkingDirectory(QDir::rootPath());
    if (!m_program.isEmpty()) {
        m_process->start(m_program, QStringList(), QIODevice::ReadWrite);
        if (m_process->waitForStarted(startMs))
            return {};
    }
    m_process.reset();
    return failure(
        ErrorCode::Unavailable,
        tr("The part of Stillpoint that reads articles (stillpoint-render) could not be started. Your "
           "articles and journal are unchanged; install Stillpoint again."));
}

void RenderClient::stop()
{
    if (!m_process)
        return;
    m_process->kill();
    m_process->waitForFinished();
    m_process.reset();
}

} // namespace stillpoint
