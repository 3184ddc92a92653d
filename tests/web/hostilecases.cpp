#include "tests/web/hostilecases.h"

#include "tests/support/coretest.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace stillpoint::test {

namespace {

/// `\n`, `\t`, `\f`, `\0`, `\uXXXX` and `\\`; everything else stands for itself.
QByteArray unescaped(const QByteArray &line)
{
    QByteArray result;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char next = line.at(i) == '\\' && i + 1 < line.size() ? line.at(i + 1) : '\0';
        const char named = next == 'n' ? '\n' : next == 't' ? '\t' : next == 'f' ? '\f' : '\\';
        if (next == 'u') {
            result += QString(QChar(line.mid(i + 2, 4).toUShort(nullptr, 16))).toUtf8();
            i += 5;
        } else if (next == '0') {
            result += '\0';
            ++i;
        } else if (next == '\\' || named != '\\') {
            result += named;
            ++i;
        } else {
            result += line.at(i);
        }
    }
    return result;
}

QList<HostileCase> read(const QString &name)
{
    QList<HostileCase> cases;
    QByteArray family;
    for (const QByteArray &line : fixture(name).split('\n')) {
        if (line.startsWith("# "))
            family = line.mid(2);
        else if (!line.isEmpty())
            cases.append({family, unescaped(line), family.startsWith("What swallows")});
    }
    return cases;
}

/// A JSON value, which is a YAML value too.
QByteArray yaml(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

QByteArray frontMatter(const QList<QByteArray> &texts)
{
    QJsonArray list;
    for (const QByteArray &text : texts)
        list.append(QString::fromUtf8(text));
    const QByteArray all = yaml(QString::fromUtf8(texts.join(' ')));
    return "---\ntitle: " + all + "\nauthor: " + all + "\nsummary: " + all + "\nlang: " + all +
           "\ndate: " + all + "\ntags: " + yaml(list) + "\ncategories: " + yaml(list) + "\nimage: " + all +
           "\n---\n\n" + safeWords + "\n";
}

} // namespace

QList<HostileCase> reachingOut(const QByteArray &address)
{
    QList<HostileCase> cases = read(QStringLiteral("hostile/reach.txt"));
    for (HostileCase &one : cases)
        one.text.replace("HOST", address);
    return cases;
}

QList<HostileCase> scripting()
{
    QList<HostileCase> cases = read(QStringLiteral("hostile/xss.txt"));
    for (HostileCase &one : cases)
        one.text.replace("RUN", ranMark);
    return cases;
}

const QList<Wrapping> &wrappings()
{
    static const QList<Wrapping> all{
        {"block", "TEXT"},
        {"paragraph", "Words TEXT words"},
        {"list item", "- TEXT\n  1. TEXT"},
        {"quote", "> > TEXT\n> - TEXT"},
        {"table cell", "| First | Second |\n|---|:-:|\n| TEXT | x |"},
        {"heading", "## TEXT\n\nTEXT\n---"},
        {"link text", "[TEXT](https://a.example/)"},
        {"link target", "[x](<TEXT> 'TEXT') [y](TEXT) <TEXT>"},
        {"picture", "![TEXT](x.png \"TEXT\") ![x](<TEXT>)"},
        {"footnote", "Words[^N] words[^TEXT]\n\n[^N]: TEXT\n\n[^TEXT]: words"},
        {"html block", "<details><summary>TEXT</summary>\n\nTEXT\n\n</details>"},
        {"attribute",
         "<abbr title=\"TEXT\" lang='TEXT'>x</abbr> <a href='TEXT'>x</a> <img alt=\"TEXT\" src=TEXT>"},
        {"front matter", nullptr},
        {"reference", "[x][rN] ![y][rN]\n\n[rN]: <TEXT> \"TEXT\""},
        {"code", "`` TEXT ``\n\n```html\nTEXT\n```\n\n    TEXT"},
    };
    return all;
}

QByteArray wrapped(const Wrapping &wrapping, const QList<QByteArray> &texts)
{
    if (wrapping.form == nullptr)
        return frontMatter(texts);
    const bool table = *wrapping.form == '|';
    QByteArray article = QByteArray(safeWords) + "\n\n";
    for (qsizetype i = 0; i < texts.size(); ++i) {
        QByteArray text = texts.at(i);
        if (table)
            text.replace('|', "\\|").replace('\n', ' ');
        article +=
            QByteArray(wrapping.form).replace('N', QByteArray::number(i)).replace("TEXT", text) + "\n\n";
    }
    return article;
}

} // namespace stillpoint::test
