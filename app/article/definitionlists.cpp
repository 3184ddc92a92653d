#include "app/article/definitionlists.h"

#include "app/article/bodytext.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <vector>

namespace stillpoint {

namespace {

constexpr qsizetype longestTerm = 200;
constexpr qsizetype mostTerms = 3; // one below the other

qsizetype indentOf(const QString &line)
{
    const auto text = std::find_if(line.begin(), line.end(), [](QChar c) { return c != QLatin1Char(' '); });
    return text - line.begin();
}

bool isBlank(const QString &line)
{
    return line.trimmed().isEmpty();
}

/// The text behind the colon; nothing when the line begins no definition.
QString definitionOf(const QString &line)
{
    static const QRegularExpression definition(QStringLiteral("^ {0,3}:[ \\t]+(?=.*\\p{L})(\\S.*)$"));
    return definition.match(line).captured(1);
}

/// A line that can only be text.
bool isText(const QString &line)
{
    static const QRegularExpression block(
        QStringLiteral("^(?:[#>|<:=`~{\\[!$%]|[-*+][ \\t]|\\d+[.)][ \\t]|(?:[-*_][ \\t]*){3,}$)"));
    const QString text = line.trimmed();
    return !text.isEmpty() && indentOf(line) < 4 && text.size() <= longestTerm &&
           !block.match(text).hasMatch();
}

class DefinitionLists
{
public:
    explicit DefinitionLists(const QStringList &lines)
        : m_lines(lines)
    {
        FenceTracker fences;
        for (const QString &line : m_lines)
            m_isCode.push_back(fences.isCode(line));
    }

    QStringList run()
    {
        while (m_next < m_lines.size()) {
            if (!takeList())
                m_result.append(m_lines.at(m_next++));
        }
        return m_result;
    }

private:
    bool isDefinition(qsizetype index) const
    {
        return index < m_lines.size() && !m_isCode[static_cast<std::size_t>(index)] &&
               !definitionOf(m_lines.at(index)).isEmpty();
    }

    bool isTerm(qsizetype index) const
    {
        return index < m_lines.size() && !m_isCode[static_cast<std::size_t>(index)] &&
               isText(m_lines.at(index));
    }

    /// How many terms begin at `index`, directly above a definition; 0 when there is none.
    qsizetype termsAt(qsizetype index) const
    {
        qsizetype count = 0;
        while (count <= mostTerms && isTerm(index + count))
            ++count;
        return count <= mostTerms && isDefinition(index + count) ? count : 0;
    }

    bool takeList()
    {
        const bool isParagraph = m_next == 0 || isBlank(m_lines.at(m_next - 1));
        if (!isParagraph || termsAt(m_next) == 0)
            return false;
        m_result.append(QStringLiteral("<dl>"));
        while (const qsizetype terms = termsAt(m_next)) {
            for (qsizetype i = 0; i < terms; ++i)
                add(QLatin1String("dt"), {m_lines.at(m_next++).trimmed()});
            while (isDefinition(m_next))
                takeDefinition();
        }
        m_result.append({QStringLiteral("</dl>"), QString()});
        return true;
    }

    void takeDefinition()
    {
        QStringList held{definitionOf(m_lines.at(m_next++))};
        while (m_next < m_lines.size()) {
            const QString &line = m_lines.at(m_next);
            const bool wasBlank = isBlank(held.last());
            if (!isBlank(line) && indentOf(line) < (wasBlank ? 2 : 4) &&
                (wasBlank || isDefinition(m_next) || termsAt(m_next) > 0))
                break;
            held.append(line.mid(qMin(indentOf(line), qsizetype{4})));
            ++m_next;
        }
        // The blank line before what does not belong to it any more.
        while (held.size() > 1 && isBlank(held.last()))
            held.removeLast();
        add(QLatin1String("dd"), held);
    }

    /// The blank lines make the Markdown parser read what is between the tags.
    void add(QLatin1String element, const QStringList &held)
    {
        m_result.append({QStringLiteral("<%1>").arg(element), QString()});
        m_result.append(held);
        m_result.append({QString(), QStringLiteral("</%1>").arg(element)});
    }

    QStringList m_lines;
    std::vector<bool> m_isCode;
    QStringList m_result;
    qsizetype m_next = 0;
};

} // namespace

QString withDefinitionLists(const QString &body)
{
    if (!body.contains(QLatin1String("\n: ")) && !body.contains(QLatin1String("\n:\t")) &&
        !body.contains(QLatin1String("\n :")) && !body.contains(QLatin1String("\n  :")))
        return body;
    return DefinitionLists(body.split(QLatin1Char('\n'))).run().join(QLatin1Char('\n'));
}

} // namespace stillpoint
