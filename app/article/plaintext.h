#pragma once

#include <QString>

namespace stillpoint {

/// Collects an article's plain text: white space folded, blocks separated by one blank line.
class PlainText
{
public:
    /// Running text; white space at its ends joins or parts it from what stands around it.
    void add(QStringView text) { addAll(text); }
    void add(QLatin1String ascii) { addAll(ascii); }
    void addPreformatted(QStringView text) { m_text += text; }
    void breakLine() { m_text += QLatin1Char('\n'); }
    void beginCell();
    void breakBlock();
    /// Without what no search should find; see indexableText().
    QString take();

private:
    template<class Text>
    void addAll(Text text);

    QString m_text;
};

} // namespace stillpoint
