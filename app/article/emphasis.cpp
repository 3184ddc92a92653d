#include "app/article/emphasis.h"

#include "app/article/bodytext.h"

#include <QRegularExpression>
#include <QStringList>

namespace stillpoint {

namespace {

bool isEastAsian(QChar c)
{
    switch (c.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hangul:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
        return c.isLetter();
    default:
        return false;
    }
}

bool isMark(QChar c)
{
    return c.isPunct() || c.isSymbol();
}

QString emphasised(const QString &line)
{
    static const QRegularExpression pair(
        QStringLiteral("(?<![*\\\\])\\*\\*(?![\\s*])([^*\\n]{1,400}?)(?<![\\s\\\\])\\*\\*(?!\\*)"));
    QString result;
    qsizetype last = 0;
    for (auto it = pair.globalMatch(line); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString inner = match.captured(1);
        const qsizetype start = match.capturedStart();
        const bool isGluedBefore = start > 0 && isEastAsian(line.at(start - 1)) && isMark(inner.front());
        const bool isGluedBehind = match.capturedEnd() < line.size() &&
                                   isEastAsian(line.at(match.capturedEnd())) && isMark(inner.back());
        const bool isCode = QStringView(line).first(start).count(QLatin1Char('`')) % 2 != 0 ||
                            inner.count(QLatin1Char('`')) % 2 != 0;
        if (isCode || (!isGluedBefore && !isGluedBehind))
            continue;
        result += QStringView(line).mid(last, start - last);
        result += QLatin1String("<strong>") + inner + QLatin1String("</strong>");
        last = match.capturedEnd();
    }
    return last == 0 ? line : result + line.mid(last);
}

} // namespace

QString withEastAsianEmphasis(const QString &body)
{
    static const QRegularExpression glued(
        QStringLiteral("[\\p{P}\\p{S}]\\*\\*[\\p{Han}\\p{Hangul}\\p{Hiragana}\\p{Katakana}]|"
                       "[\\p{Han}\\p{Hangul}\\p{Hiragana}\\p{Katakana}]\\*\\*[\\p{P}\\p{S}]"));
    if (!holdsMark(body, QLatin1String("**")) || !glued.match(body).hasMatch())
        return body;
    QStringList lines = body.split(QLatin1Char('\n'));
    FenceTracker fences;
    for (QString &line : lines) {
        if (!fences.isCode(line) && line.contains(QLatin1String("**")))
            line = emphasised(line);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace stillpoint
