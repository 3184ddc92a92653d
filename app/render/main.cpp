#include "app/base/frames.h"
#include "app/base/hardening.h"
#include "app/render/job.h"
#include "app/render/limits.h"

#include <cerrno>
#include <cstdlib>
#include <unistd.h>

namespace {

/// Bytes as they come, at most 64 KiB; empty at the end of input.
QByteArray readSome()
{
    QByteArray bytes(qsizetype{64} * 1024, Qt::Uninitialized);
    ssize_t got = 0;
    do {
        got = read(STDIN_FILENO, bytes.data(), static_cast<std::size_t>(bytes.size()));
    } while (got < 0 && errno == EINTR);
    bytes.truncate(got > 0 ? static_cast<qsizetype>(got) : 0);
    return bytes;
}

bool writeAll(const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t wrote =
            write(STDOUT_FILENO, bytes.constData() + done, static_cast<std::size_t>(bytes.size() - done));
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote <= 0)
            return false;
        done += static_cast<qsizetype>(wrote);
    }
    return true;
}

} // namespace

int main()
{
    stillpoint::hardenProcess();
    stillpoint::limitMemory();
    stillpoint::FrameReader reader;
    for (QByteArray bytes = readSome(); !bytes.isEmpty(); bytes = readSome()) {
        reader.append(bytes);
        while (const auto request = reader.next()) {
            stillpoint::limitJobTime();
            if (!writeAll(stillpoint::encodeFrame(stillpoint::answer(*request))))
                return EXIT_FAILURE;
        }
        if (reader.isBroken())
            return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
