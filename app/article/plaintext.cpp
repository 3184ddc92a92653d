#include "app/article/plaintext.h"

#include "app/article/textmetrics.h"

#include <utility>

namespace stillpoint {

namespace {

QChar character(QChar c)
{
    return c;
}

QChar character(char c)
{
    return QLatin1Char(c);
}

} // namespace

/// Writes into memory that is made ready before: an import does this for every character.
template<class Text>
void PlainText::addAll(Text text)
{
    const qsizetype most = m_text.size() + text.size() + 1;
    if (most > m_text.capacity())
        m_text.reserve(2 * most);
    qsizetype size = m_text.size();
    m_text.resize(most);
    QChar *const out = m_text.data();
    const auto part = [&] {
        if (size > 0 && !out[size - 1].isSpace())
            out[size++] = QLatin1Char(' ');
    };
    bool isParted = false;
    for (const auto unit : text) {
        const QChar c = character(unit);
        if (c.isSpace()) {
            isParted = true;
            continue;
        }
        if (std::exchange(isParted, false))
            part();
        out[size++] = c;
    }
    if (isParted)
        part();
    m_text.truncate(size);
}

template void PlainText::addAll(QStringView);
template void PlainText::addAll(QLatin1String);

void PlainText::beginCell()
{
    if (!m_text.isEmpty())
        m_text += QLatin1Char(' ');
}

void PlainText::breakBlock()
{
    while (m_text.endsWith(QLatin1Char(' ')))
        m_text.chop(1);
    if (!m_text.isEmpty() && !m_text.endsWith(QLatin1String("\n\n")))
        m_text += m_text.endsWith(QLatin1Char('\n')) ? QLatin1String("\n") : QLatin1String("\n\n");
}

QString PlainText::take()
{
    return indexableText(std::exchange(m_text, QString()));
}

} // namespace stillpoint
