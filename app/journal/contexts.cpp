#include "app/journal/contexts.h"

#include "app/base/tag.h"
#include "app/journal/datafile.h"

#include <QJsonObject>

#include <algorithm>

namespace stillpoint {

const QList<Context> &shippedContexts()
{
    static const QList<Context> contexts = [] {
        QList<Context> list;
        for (const auto &row : dataFile(QStringLiteral("contexts")))
            list.append(
                {row[QLatin1String("code")].toString(), dataText(row[QLatin1String("name")].toString())});
        return list;
    }();
    return contexts;
}

QString contextName(const QString &code)
{
    const QList<Context> &all = shippedContexts();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Context &c) { return c.code == code; });
    if (found != all.end())
        return found->name;
    QString words = code;
    words.replace(QLatin1Char('-'), QLatin1Char(' '));
    return words.isEmpty() ? words : words.at(0).toUpper() + words.mid(1);
}

QString contextCode(const QString &words)
{
    const QList<Context> &all = shippedContexts();
    const QString folded = foldedTag(words);
    const auto shipped =
        std::find_if(all.begin(), all.end(), [&](const Context &c) { return foldedTag(c.name) == folded; });
    if (shipped != all.end())
        return shipped->code;
    QString code = words.normalized(QString::NormalizationForm_C).simplified().toLower();
    code.replace(QLatin1Char(' '), QLatin1Char('-'));
    return code;
}

} // namespace stillpoint
