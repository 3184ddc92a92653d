#include "app/render/job.h"
#include "tests/support/strangers.h"

#include <QJsonArray>

#include <cstdint>
#include <cstdlib>

namespace {

void demand(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

/// The bytes are one article, of odd size an MDX one. Beside not crashing, the answer must survive its frame
/// and hold nothing strange.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace stillpoint;
    const QJsonObject header{
        {QStringLiteral("v"), 1},
        {QStringLiteral("job"), 1},
        {QStringLiteral("name"),
         size % 2 == 0 ? QStringLiteral("folder/2020-01-02-article.md") : QStringLiteral("index.mdx")},
        {QStringLiteral("want"), QJsonArray{QStringLiteral("meta"), QStringLiteral("text"),
                                            QStringLiteral("outline"), QStringLiteral("html")}}};
    const Frame request{header,
                        QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size))};
    FrameReader reader;
    reader.append(encodeFrame(answer(request)));
    const std::optional<Frame> reply = reader.next();
    demand(reply.has_value());
    const qint64 textBytes = reply->header.value(QLatin1String("text_bytes")).toInteger();
    demand(textBytes >= 0 && textBytes <= reply->body.size());
    const QString html = QString::fromUtf8(reply->body.sliced(textBytes));
    demand(!html.contains(QChar::Null));
    const QStringList strangers = test::strangersIn(html);
    for (const QString &stranger : strangers)
        qWarning("strange: %s", qPrintable(stranger));
    demand(strangers.isEmpty());
    return 0;
}
