#include "tests/web/enginelog.h"

#include <QLoggingCategory>

namespace stillpoint::test {

namespace {

QStringList kept;
QtMessageHandler other = nullptr;

void keep(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (QLatin1String(context.category) == QLatin1String("stillpoint.engine"))
        kept.append(message);
    else
        other(type, context, message);
}

} // namespace

EngineLog::EngineLog()
{
    QLoggingCategory::setFilterRules(QStringLiteral("stillpoint.engine.debug=true"));
    other = qInstallMessageHandler(keep);
}

EngineLog::~EngineLog()
{
    qInstallMessageHandler(other);
}

const QStringList &EngineLog::lines() const
{
    return kept;
}

void EngineLog::clear()
{
    kept.clear();
}

} // namespace stillpoint::test
