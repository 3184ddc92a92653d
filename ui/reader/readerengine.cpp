#include "ui/reader/readerengine.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QPluginLoader>

#include <unistd.h>

namespace stillpoint::ui {

namespace {

Q_LOGGING_CATEGORY(log, "stillpoint.reader")

QString text(const char *source)
{
    return QCoreApplication::translate("ReaderEngine", source);
}

} // namespace

Result<ReaderFactory *> loadReaderEngine(const QString &file)
{
    if (::geteuid() == 0) {
        return failure(
            ErrorCode::Unavailable,
            text(QT_TRANSLATE_NOOP("ReaderEngine",
                                   "Articles are shown as plain text, since Stillpoint was started as root. "
                                   "Start it as yourself to see them set as pages.")));
    }
    if (file.isEmpty()) {
        return failure(
            ErrorCode::Unavailable,
            text(QT_TRANSLATE_NOOP("ReaderEngine",
                                   "Articles are shown as plain text, since the reader is not installed. "
                                   "Everything else works.")));
    }
    QPluginLoader loader(file);
    if (auto *factory = qobject_cast<ReaderFactory *>(loader.instance()))
        return factory;
    qCWarning(log) << "the reader could not be loaded:" << loader.errorString();
    return failure(
        ErrorCode::Unavailable,
        text(QT_TRANSLATE_NOOP("ReaderEngine",
                               "Articles are shown as plain text, since the reader could not be loaded. "
                               "Installing Stillpoint again may help; everything else works.")));
}

} // namespace stillpoint::ui
