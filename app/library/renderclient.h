#pragma once

#include "app/base/error.h"
#include "app/base/frames.h"
#include "app/library/articlepage.h"
#include "app/library/importreport.h"

#include <QJsonObject>
#include <QProcess>

#include <memory>
#include <optional>

namespace stillpoint {

/// A picture's or link's place in the helper's HTML: `<!--picture N-->`, `article:link/N`.
struct RenderedReference
{
    int number = 0;
    QString url;
    QString alt; ///< of pictures
};

/// What the render helper made of one file.
struct RenderedArticle
{
    enum class Outcome {
        Complete,
        PlainText, ///< the helper died or took too long; `text` is the file as it is, meta may be there
        Refused    ///< the helper does not take such a file; `reason` says why
    };
    Outcome outcome = Outcome::Complete;
    QString reason; ///< as the protocol names it: "binary", "too-large", …
    QJsonObject meta;
    QList<OutlineItem> outline;
    int words = 0;
    QList<RenderedReference> pictures;
    QList<RenderedReference> links;
    QList<ImportIssue> issues; ///< without the file's name
    QByteArray text;           ///< UTF-8
    QString html;              ///< sanitised body with placeholders
};

/// A file's name, perhaps with folders, and its bytes.
struct RenderRequest
{
    QString name;
    QByteArray bytes;
    QString encoding = {}; ///< chosen by a person; empty: as the bytes say
};

/// Drives one stillpoint-render process (formats.md §7): nothing else in Stillpoint parses an article's
/// bytes. The process starts with the first job, is killed when a job takes over the wall time, and started
/// again for the next. Lives on one thread, on that thread's stack; calls block.
class RenderClient
{
public:
    static constexpr int defaultWallMs = 5000;
    explicit RenderClient(QString program, int wallMs = defaultWallMs);
    ~RenderClient();
    RenderClient(const RenderClient &) = delete;
    RenderClient &operator=(const RenderClient &) = delete;

    /// `want` is of "meta", "text", "outline", "html". The only error is Unavailable: no helper could be
    /// started.
    Result<RenderedArticle> render(const QString &name, const QByteArray &bytes, const QStringList &want,
                                   const QString &encoding = {});
    /// Several in one go, so that the helper need not wait. Answers the first of them in order, at least one;
    /// fewer than all when the last one answered was trouble.
    Result<QList<RenderedArticle>> render(const QList<RenderRequest> &requests, const QStringList &want);

private:
    enum class Trouble { None, Died, TooSlow };
    void send(const RenderRequest &request, const QStringList &want);
    std::optional<Frame> answer(int job);
    Result<RenderedArticle> plainText(const RenderRequest &request);
    Result<void> start();
    void stop();

    QString m_program;
    int m_wallMs;
    int m_job = 0;
    Trouble m_trouble = Trouble::None;
    std::unique_ptr<QProcess> m_process;
    FrameReader m_reader;
};

} // namespace stillpoint
