#include "ui/reader/readerengine.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QOpenGLContext>
#include <QPluginLoader>

#include <unistd.h>

// Exported by Qt for such plugins, declared in a private header only.
QT_BEGIN_NAMESPACE
Q_GUI_EXPORT void qt_gl_set_global_share_context(QOpenGLContext *context);
QT_END_NAMESPACE

namespace stillpoint::ui {

namespace {

Q_LOGGING_CATEGORY(log, "stillpoint.reader")

QString text(const char *source)
{
    return QCoreApplication::translate("ReaderEngine", source);
}

/// QtWebEngine asks this for its format when it is loaded, also where it draws without OpenGL, as here. So it
/// is a mere name: no context is made, for which Qt::AA_ShareOpenGLContexts would take more than half of the
/// program's start. It outlives the engine.
void nameSharedContext()
{
    if (QOpenGLContext::globalShareContext())
        return;
    qt_gl_set_global_share_context(new QOpenGLContext);
    // Such routines run in reverse order, so the engine's own comes first.
    qAddPostRoutine([] {
        delete QOpenGLContext::globalShareContext();
        qt_gl_set_global_share_context(nullptr);
    });
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
    nameSharedContext();
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
