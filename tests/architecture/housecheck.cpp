#include "tests/architecture/housecheck.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>

namespace stillpoint::test {

namespace {

constexpr int longestFile = 500;

/// Folder → folders it may include. The folder itself is always allowed.
const QMap<QString, QStringList> &table()
{
    static const QStringList values{QStringLiteral("app/base"),     QStringLiteral("app/storage"),
                                    QStringLiteral("app/settings"), QStringLiteral("app/journal"),
                                    QStringLiteral("app/library"),  QStringLiteral("app/insights"),
                                    QStringLiteral("app/workspace")};
    static const QStringList page =
        values + QStringList{QStringLiteral("ui/shell"), QStringLiteral("ui/widgets"),
                             QStringLiteral("ui/charts"), QStringLiteral("ui/reader")};
    static const QStringList parts =
        values + QStringList{QStringLiteral("ui/shell"), QStringLiteral("ui/widgets")};
    static const QMap<QString, QStringList> rows{
        {QStringLiteral("app/base"), {}},
        {QStringLiteral("app/storage"), {QStringLiteral("app/base")}},
        {QStringLiteral("app/settings"), {QStringLiteral("app/base")}},
        {QStringLiteral("app/article"), {QStringLiteral("app/base")}},
        {QStringLiteral("app/render"), {QStringLiteral("app/base"), QStringLiteral("app/article")}},
        {QStringLiteral("app/library"), {QStringLiteral("app/base"), QStringLiteral("app/storage")}},
        {QStringLiteral("app/journal"), {QStringLiteral("app/base"), QStringLiteral("app/storage")}},
        {QStringLiteral("app/insights"), {QStringLiteral("app/base"), QStringLiteral("app/journal")}},
        {QStringLiteral("app/workspace"), values},
        {QStringLiteral("app/cli"), values},
        {QStringLiteral("ui/shell"), parts},
        {QStringLiteral("ui/widgets"), parts},
        {QStringLiteral("ui/charts"), parts},
        {QStringLiteral("ui/reader"), parts},
        {QStringLiteral("ui/reader/engine"), {QStringLiteral("app/base"), QStringLiteral("ui/reader")}},
        {QStringLiteral("ui/today"), page},
        {QStringLiteral("ui/library"), page},
        {QStringLiteral("ui/journal"), page},
        {QStringLiteral("ui/insights"), page},
        {QStringLiteral("ui/settings"), page},
    };
    return rows;
}

bool mayInclude(const QString &from, const QString &to)
{
    if (from == to || from == QLatin1String("ui")) // ui/ itself is the composition root
        return to != QLatin1String("ui/reader/engine") || from == to;
    return table().value(from).contains(to);
}

QString folderOf(const QString &file)
{
    return file.left(file.lastIndexOf(QLatin1Char('/')));
}

/// The arguments of a call whose opening parenthesis is at `open`, split at top-level commas.
QStringList argumentsAt(const QString &text, qsizetype open)
{
    QStringList arguments;
    QString current;
    int depth = 0;
    for (qsizetype i = open; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == QLatin1Char('(') || c == QLatin1Char('{') || c == QLatin1Char('['))
            ++depth;
        if (c == QLatin1Char(')') || c == QLatin1Char('}') || c == QLatin1Char(']'))
            --depth;
        if (depth == 0)
            break;
        if (c == QLatin1Char(',') && depth == 1) {
            arguments.append(current.trimmed());
            current.clear();
        } else if (i > open) {
            current += c;
        }
    }
    arguments.append(current.trimmed());
    return arguments;
}

void checkIncludes(const QString &file, const QString &text, QStringList &broken)
{
    static const QRegularExpression ours(QStringLiteral("#include \"((?:app|ui)/[^\"]+)\""));
    static const QRegularExpression engine(QStringLiteral("#include <QtWebEngine|#include <QWebEngine"));
    static const QRegularExpression markdown(QStringLiteral("#include <cmark"));
    for (auto it = ours.globalMatch(text); it.hasNext();) {
        const QString to = folderOf(it.next().captured(1));
        if (!mayInclude(folderOf(file), to))
            broken.append(QStringLiteral("%1 includes from %2").arg(file, to));
    }
    if (engine.match(text).hasMatch() && folderOf(file) != QLatin1String("ui/reader/engine"))
        broken.append(QStringLiteral("%1 knows the page engine").arg(file));
    if (markdown.match(text).hasMatch() && file != QLatin1String("app/article/markdown.cpp"))
        broken.append(QStringLiteral("%1 knows the Markdown parser").arg(file));
}

void checkConnects(const QString &file, const QString &text, QStringList &broken)
{
    static const QRegularExpression oldStyle(QStringLiteral("\\bSIGNAL\\(|\\bsender\\(\\)"));
    static const QRegularExpression connect(QStringLiteral("\\bconnect\\s*\\("));
    if (oldStyle.match(text).hasMatch())
        broken.append(QStringLiteral("%1 uses SIGNAL( or sender()").arg(file));
    for (auto it = connect.globalMatch(text); it.hasNext();) {
        const QStringList arguments = argumentsAt(text, it.next().capturedEnd() - 1);
        if (arguments.size() > 2 && arguments.at(2).startsWith(QLatin1Char('[')))
            broken.append(QStringLiteral("%1 connects to a lambda without a context object").arg(file));
    }
}

} // namespace

QStringList brokenRules(const QString &root)
{
    QStringList broken;
    const QDir base(root);
    for (const QString &top : {QStringLiteral("app"), QStringLiteral("ui"), QStringLiteral("tests")}) {
        QDirIterator files(base.filePath(top), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            const QString name = base.relativeFilePath(path);
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QString text = QString::fromUtf8(file.readAll());
            if (text.count(QLatin1Char('\n')) > longestFile)
                broken.append(QStringLiteral("%1 has more than 500 lines").arg(name));
            if (top == QLatin1String("tests"))
                continue;
            checkIncludes(name, text, broken);
            checkConnects(name, text, broken);
        }
    }
    broken.sort();
    return broken;
}

} // namespace stillpoint::test
