#pragma once

#include <QTemporaryDir>

namespace stillpoint::test {

/// A fresh folder whose path has a space and a non-ASCII letter, removed with the value.
class DataFolder
{
public:
    DataFolder();
    QString path() const { return m_path; }
    QString file(const QString &name) const { return m_path + QLatin1Char('/') + name; }

private:
    QTemporaryDir m_base;
    QString m_path;
};

/// Bytes of tests/data/NAME.
QByteArray fixture(const QString &name);
/// Absolute path of tests/data/NAME.
QString fixturePath(const QString &name);
/// Absolute path of a program of this build.
QString programPath(const QString &name);

void writeFile(const QString &path, const QByteArray &bytes);

} // namespace stillpoint::test
