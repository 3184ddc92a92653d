#include "app/article/plaintext.h"

#include "app/article/textmetrics.h"

#include <utility>

namespace stillpoint {

void PlainText::add(QStringView text)
{
    qsizetype done = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text.at(i).isSpace())
            continue;
        m_text += text.mid(done, i - done);
        if (!isAtBreak())
            m_text += QLatin1Char(' ');
        done = i + 1;
    }
    m_text += text.mid(done);
}

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
