#include "app/article/openends.h"

#include "app/article/bodytext.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cctype>

namespace stillpoint {

namespace {

enum class Holds {
    Text, ///< nothing inside is a tag but its own end
    Elements,
    Nothing, ///< that is shown: the element stays and is closed at once
};

struct Swallower
{
    const char *name;
    Holds holds;
};

constexpr std::array swallowers{
    Swallower{"script", Holds::Text},       Swallower{"style", Holds::Text},
    Swallower{"title", Holds::Text},        Swallower{"textarea", Holds::Text},
    Swallower{"xmp", Holds::Text},          Swallower{"noembed", Holds::Text},
    Swallower{"noframes", Holds::Text},     Swallower{"plaintext", Holds::Text},
    Swallower{"svg", Holds::Elements},      Swallower{"math", Holds::Elements},
    Swallower{"template", Holds::Elements}, Swallower{"noscript", Holds::Elements},
    Swallower{"object", Holds::Elements},   Swallower{"applet", Holds::Elements},
    Swallower{"button", Holds::Elements},   Swallower{"select", Holds::Elements},
    Swallower{"canvas", Holds::Elements},   Swallower{"map", Holds::Elements},
    Swallower{"head", Holds::Elements},     Swallower{"frameset", Holds::Elements},
    Swallower{"iframe", Holds::Nothing},    Swallower{"video", Holds::Nothing},
    Swallower{"audio", Holds::Nothing},
};

const Swallower *swallowerNamed(const QByteArray &name)
{
    const auto found = std::find_if(swallowers.begin(), swallowers.end(),
                                    [&name](const Swallower &one) { return name == one.name; });
    return found == swallowers.end() ? nullptr : &*found;
}

/// A start tag that stands at `start`; `end` is behind its `>`.
struct Tag
{
    QByteArray name; ///< lower case; empty: no start tag
    qsizetype end = 0;
    bool isBare = false;       ///< without attributes
    bool closesItself = false; ///< `<svg/>`
};

class OpenEnds
{
public:
    explicit OpenEnds(const QByteArray &html)
        : m_html(html)
        , m_lower(html.toLower())
    {
    }

    QByteArray run()
    {
        for (qsizetype at = m_html.indexOf('<'); at >= 0; at = m_html.indexOf('<', at))
            at = tag(at);
        return m_copied == 0 ? m_html : m_result + m_html.mid(m_copied);
    }

private:
    /// Deals with what begins at `start`; answers where to look on.
    qsizetype tag(qsizetype start)
    {
        if (QByteArrayView(m_html).sliced(start).startsWith("<!--")) {
            const qsizetype end = m_html.indexOf("-->", start + 2);
            return end < 0 ? m_html.size() : end + 3;
        }
        const Tag tag = tagAt(start);
        const Swallower *swallower = tag.name.isEmpty() ? nullptr : swallowerNamed(tag.name);
        if (swallower == nullptr)
            return qMax(tag.end, start + 1);
        if (!isClosedBehind(tag)) {
            neutralise(start, tag, swallower->holds);
            return tag.end;
        }
        return swallower->holds == Holds::Text ? m_lower.indexOf("</" + tag.name, tag.end) : tag.end;
    }

    Tag tagAt(qsizetype start) const
    {
        const auto isPart = [](char c) { return std::isalnum(static_cast<uchar>(c)) != 0; };
        const auto begin = m_lower.begin() + start + 1;
        const auto nameEnd = std::find_if_not(begin, m_lower.end(), isPart);
        Tag tag;
        tag.end = nameEnd - m_lower.begin();
        if (nameEnd == begin || std::isalpha(static_cast<uchar>(*begin)) == 0)
            return tag;
        char quote = 0;
        qsizetype end = tag.end;
        for (; end < m_html.size() && (quote != 0 || m_html.at(end) != '>'); ++end) {
            const char c = m_html.at(end);
            if (quote == c)
                quote = 0;
            else if (quote == 0 && (c == '"' || c == '\''))
                quote = c;
        }
        if (end == m_html.size())
            return tag;
        const QByteArray attributes = m_html.mid(tag.end, end - tag.end).trimmed();
        tag.isBare = attributes.isEmpty();
        tag.closesItself = attributes.endsWith('/');
        tag.name = m_lower.mid(start + 1, tag.end - start - 1);
        tag.end = end + 1;
        return tag;
    }

    bool isClosedBehind(const Tag &tag)
    {
        const bool isForeign = tag.name == "svg" || tag.name == "math";
        if (isForeign && tag.closesItself)
            return true;
        auto last = m_lastEnds.constFind(tag.name);
        if (last == m_lastEnds.cend())
            last = m_lastEnds.insert(tag.name, m_lower.lastIndexOf("</" + tag.name));
        return *last >= tag.end;
    }

    void neutralise(qsizetype start, const Tag &tag, Holds holds)
    {
        m_result += m_html.mid(m_copied, start - m_copied);
        if (holds == Holds::Nothing)
            m_result += m_html.mid(start, tag.end - start) + "</" + tag.name + '>';
        else if (tag.isBare)
            m_result += "&lt;" + tag.name + "&gt;";
        m_copied = tag.end;
    }

    const QByteArray &m_html;
    const QByteArray m_lower;
    QByteArray m_result;
    qsizetype m_copied = 0; ///< up to here the HTML is in the result
    QHash<QByteArray, qsizetype> m_lastEnds;
};

/// What must stand somewhere behind the line for its block to end; empty when it begins none.
QString endOfBlock(const QString &line)
{
    static const QRegularExpression opening(
        QStringLiteral("^ {0,3}<(?:(script|style|textarea)(?=[\\s>]|$)|!--)"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = opening.match(line);
    if (!match.hasMatch())
        return {};
    return match.capturedLength(1) == 0 ? QStringLiteral("-->") : QLatin1String("</") + match.captured(1);
}

} // namespace

QString withoutOpenBlocks(const QString &body)
{
    static const QRegularExpression mayOpen(QStringLiteral("^ {0,3}<(?:script|style|textarea|!--)"),
                                            QRegularExpression::CaseInsensitiveOption |
                                                QRegularExpression::MultilineOption);
    if (!body.contains(QLatin1Char('<')) || !mayOpen.match(body).hasMatch())
        return body;
    QStringList kept;
    FenceTracker fences;
    bool isInside = false;
    qsizetype start = 0;
    for (const QString &line : body.split(QLatin1Char('\n'))) {
        const bool isCode = fences.isCode(line);
        const QString end = isCode ? QString() : endOfBlock(line);
        isInside = isInside && !isCode && !line.trimmed().isEmpty();
        if (!end.isEmpty() && body.indexOf(end, start, Qt::CaseInsensitive) < 0)
            isInside = true;
        if (!isInside)
            kept.append(line);
        start += line.size() + 1;
    }
    return kept.join(QLatin1Char('\n'));
}

QByteArray withoutOpenEnds(const QByteArray &html)
{
    return OpenEnds(html).run();
}

} // namespace stillpoint
