// Speaks the render protocol and misbehaves when the article says so: hangs, dies or answers nonsense.
#include "app/base/frames.h"

#include <QFile>
#include <QJsonArray>
#include <QThread>

#include <cstdio>
#include <cstdlib>

using namespace stillpoint;

namespace {

void answer(QFile &out, const Frame &request)
{
    const QJsonArray want = request.header.value(QLatin1String("want")).toArray();
    const bool isMetaOnly = want.size() == 1;
    const QByteArray &text = request.body;
    if (text.contains("DIE ALWAYS") || (text.contains("DIE") && !isMetaOnly))
        std::_Exit(3);
    if (text.contains("HANG") && !isMetaOnly)
        QThread::sleep(60);
    if (text.contains("NONSENSE") && !isMetaOnly) {
        out.write(QByteArray(64, '\xff'));
        out.flush();
        QThread::sleep(60);
    }
    const QString title = QString::fromUtf8(text.left(text.indexOf('\n')));
    const QJsonObject meta{{QStringLiteral("title"), title},
                           {QStringLiteral("tags"), QJsonArray{QStringLiteral("kept")}}};
    const QJsonObject header{
        {QStringLiteral("v"), 1},     {QStringLiteral("job"), request.header.value(QLatin1String("job"))},
        {QStringLiteral("ok"), true}, {QStringLiteral("meta"), meta},
        {QStringLiteral("words"), 2}, {QStringLiteral("text_bytes"), isMetaOnly ? 0 : text.size()}};
    out.write(encodeFrame({header, isMetaOnly ? QByteArray() : text + "<p>html</p>"}));
    out.flush();
}

} // namespace

int main()
{
    QFile in;
    QFile out;
    if (!in.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered) ||
        !out.open(stdout, QIODevice::WriteOnly))
        return 1;
    FrameReader reader;
    while (true) {
        while (const auto request = reader.next())
            answer(out, *request);
        const QByteArray bytes = in.read(1);
        if (bytes.isEmpty())
            return 0;
        reader.append(bytes);
    }
}
