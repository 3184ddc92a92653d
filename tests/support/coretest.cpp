#include "tests/support/coretest.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace stillpoint::test {

DataFolder::DataFolder()
    : m_path(m_base.filePath(QStringLiteral("my d\u00e4ta")))
{
    if (!m_base.isValid() || !QDir().mkpath(m_path))
        qFatal("no temporary folder for the test");
}

QString fixturePath(const QString &name)
{
    return QStringLiteral(STILLPOINT_TEST_DATA "/") + name;
}

QByteArray fixture(const QString &name)
{
    QFile file(fixturePath(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(name));
    return file.readAll();
}

QString programPath(const QString &name)
{
    return QCoreApplication::applicationDirPath() + QLatin1Char('/') + name;
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace stillpoint::test
