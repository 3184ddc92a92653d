#include "app/base/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace stillpoint {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Files", text);
}

tl::unexpected<Error> notWritten(const QString &path, const QIODevice &file)
{
    return failure(ErrorCode::Io, tr("%1 could not be written: %2. What was there before is unchanged. "
                                     "Free some space or choose another folder.")
                                      .arg(path, file.errorString()));
}

} // namespace

Result<QByteArray> readFile(const QString &path, qint64 maxBytes)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(ErrorCode::NotFound,
                       tr("There is no file at %1. Check the path and try again.").arg(path));
    if (!info.isFile())
        return failure(ErrorCode::Invalid, tr("%1 is not a file. Choose a file instead.").arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return failure(ErrorCode::Io, tr("%1 could not be read: %2. Check its permissions and try again.")
                                          .arg(path, file.errorString()));
    }
    // Memory for what is there; a file that grew meanwhile, or that hides its size, is read on.
    QByteArray bytes = file.read(qMin(info.size(), maxBytes) + 1);
    while (bytes.size() > info.size() && bytes.size() <= maxBytes) {
        const QByteArray more = file.read(maxBytes + 1 - bytes.size());
        if (more.isEmpty())
            break;
        bytes += more;
    }
    if (bytes.size() > maxBytes) {
        return failure(
            ErrorCode::Limit,
            tr("%1 is larger than the %2 MB that Stillpoint reads.").arg(path).arg(maxBytes >> 20));
    }
    if (file.error() != QFileDevice::NoError) {
        return failure(ErrorCode::Io,
                       tr("%1 could not be read to its end: %2. Try again; the file is unchanged.")
                           .arg(path, file.errorString()));
    }
    return bytes;
}

Result<void> replaceFile(const QString &path, const std::function<Result<void>(QIODevice &)> &write)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return notWritten(path, file);
    if (auto written = write(file); !written)
        return written;
    // commit() alone does not see that the last, buffered part failed, and would put half a file in place.
    if (!file.flush())
        file.cancelWriting();
    if (!file.commit())
        return notWritten(path, file);
    return {};
}

Result<void> writeFileAtomically(const QString &path, const QByteArray &bytes)
{
    return replaceFile(path, [&](QIODevice &file) -> Result<void> {
        if (file.write(bytes) != bytes.size())
            return notWritten(path, file);
        return {};
    });
}

Result<void> makePrivateFolder(const QString &path)
{
    if (QFileInfo(path).isDir())
        return {};
    if (QDir().mkpath(path)) {
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return {};
    }
    return failure(ErrorCode::Io,
                   tr("The folder %1 could not be made. Choose a folder that you may write to.").arg(path));
}

} // namespace stillpoint
