#include "app/article/markdown.h"

#include "app/article/plaintext.h"
#include "app/article/textmetrics.h"
#include "app/base/tag.h"

#include <QSet>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <cstring>

namespace stillpoint {

namespace {

constexpr int options = CMARK_OPT_UNSAFE | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_FOOTNOTES;

template<class T, void (*release)(T *)>
struct Release
{
    void operator()(T *object) const { release(object); }
};
using Parser = std::unique_ptr<cmark_parser, Release<cmark_parser, cmark_parser_free>>;
using Document = std::unique_ptr<cmark_node, Release<cmark_node, cmark_node_free>>;
using Iterator = std::unique_ptr<cmark_iter, Release<cmark_iter, cmark_iter_free>>;

QString literalOf(cmark_node *node)
{
    return QString::fromUtf8(cmark_node_get_literal(node));
}

bool isBlock(cmark_node_type type)
{
    return (type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
}

bool isTableCell(cmark_node *node, cmark_node_type type)
{
    return type > CMARK_NODE_FOOTNOTE_DEFINITION &&
           std::strcmp(cmark_node_get_type_string(node), "table_cell") == 0;
}

enum class RawHtml { Silent, LineBreak, Unclear };

/// The name of the tag that `html` begins with, lower case.
QByteArray tagName(const QByteArray &html, qsizetype start)
{
    const auto isPart = [](char c) { return std::isalnum(static_cast<uchar>(c)) != 0 || c == '-'; };
    const auto end = std::find_if_not(html.begin() + start, html.end(), isPart);
    return html.mid(start, end - html.begin() - start).toLower();
}

/// What a piece of raw HTML does to the text. Tags that only change how words look do nothing, wherever they
/// stand; inline, the Markdown parser has made sure that it is one whole tag or comment.
RawHtml effectOf(cmark_node *node, cmark_node_type type)
{
    static const QSet<QByteArray> looks{"a",   "abbr", "b",    "big",   "cite", "code",   "del",
                                        "em",  "font", "i",    "img",   "ins",  "kbd",    "mark",
                                        "q",   "s",    "samp", "small", "span", "strike", "strong",
                                        "sub", "sup",  "tt",   "u",     "var",  "wbr"};
    const QByteArray html = QByteArray(cmark_node_get_literal(node)).trimmed();
    if (html.startsWith("<!--")) {
        const bool isWhole = html.indexOf("-->") == html.size() - 3 && !html.contains("--!>") &&
                             !html.startsWith("<!-->") && !html.startsWith("<!--->");
        return isWhole ? RawHtml::Silent : RawHtml::Unclear;
    }
    if (type != CMARK_NODE_HTML_INLINE)
        return RawHtml::Unclear;
    const bool isEnd = html.startsWith("</");
    const QByteArray name = tagName(html, isEnd ? 2 : 1);
    if (name == "br" && !isEnd)
        return RawHtml::LineBreak;
    return looks.contains(name) ? RawHtml::Silent : RawHtml::Unclear;
}

/// Walks a document and collects its text, unless it finds what only the HTML tells.
class TextWalk
{
public:
    TextWalk(cmark_node *document, const QString &title)
        : m_iterator(cmark_iter_new(document))
        , m_title(foldedText(title).simplified())
    {
    }

    std::optional<QString> run()
    {
        for (cmark_event_type event = cmark_iter_next(m_iterator.get()); event != CMARK_EVENT_DONE;
             event = cmark_iter_next(m_iterator.get())) {
            cmark_node *node = cmark_iter_get_node(m_iterator.get());
            const cmark_node_type type = cmark_node_get_type(node);
            if (type == CMARK_NODE_FOOTNOTE_REFERENCE || type == CMARK_NODE_FOOTNOTE_DEFINITION ||
                (isRawHtml(type) && !addRawHtml(node, type)))
                return std::nullopt;
            if (event == CMARK_EVENT_ENTER && isLeftOut(node, type))
                cmark_iter_reset(m_iterator.get(), node, CMARK_EVENT_EXIT);
            else if (isBlock(type) && !isRawHtml(type))
                block(node, type, event);
            else if (event == CMARK_EVENT_ENTER)
                inlineText(node, type);
        }
        return m_text.take();
    }

private:
    /// Pictures, and a level-1 heading that comes first and repeats the title.
    bool isLeftOut(cmark_node *node, cmark_node_type type)
    {
        if (type == CMARK_NODE_IMAGE)
            return true;
        if (type != CMARK_NODE_HEADING || std::exchange(m_sawHeading, true))
            return false;
        const auto text = headingText(node);
        return text && cmark_node_get_heading_level(node) == 1 && foldedText(*text).simplified() == m_title;
    }

    static bool isRawHtml(cmark_node_type type)
    {
        return type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE;
    }

    bool addRawHtml(cmark_node *node, cmark_node_type type)
    {
        const RawHtml effect = effectOf(node, type);
        if (effect == RawHtml::LineBreak)
            m_text.breakLine();
        return effect != RawHtml::Unclear;
    }

    /// Nothing when only HTML's own rules tell what is in the heading.
    static std::optional<QString> headingText(cmark_node *heading)
    {
        QString text;
        const Iterator parts(cmark_iter_new(heading));
        while (cmark_iter_next(parts.get()) != CMARK_EVENT_DONE) {
            cmark_node *part = cmark_iter_get_node(parts.get());
            const cmark_node_type type = cmark_node_get_type(part);
            if (type == CMARK_NODE_IMAGE)
                cmark_iter_reset(parts.get(), part, CMARK_EVENT_EXIT);
            else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
                text += QLatin1Char(' ');
            else if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
                text += literalOf(part);
            else if (isRawHtml(type) && effectOf(part, type) == RawHtml::Unclear)
                return std::nullopt;
        }
        return text.simplified();
    }

    void block(cmark_node *node, cmark_node_type type, cmark_event_type event)
    {
        if (isTableCell(node, type)) {
            m_text.add(QLatin1String(" "));
            if (event == CMARK_EVENT_ENTER)
                m_text.beginCell();
            return;
        }
        m_text.breakBlock();
        if (type == CMARK_NODE_CODE_BLOCK) {
            m_text.addPreformatted(literalOf(node));
            m_text.breakBlock();
        }
    }

    void inlineText(cmark_node *node, cmark_node_type type)
    {
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
            addLiteral(cmark_node_get_literal(node));
        else if (type == CMARK_NODE_SOFTBREAK)
            m_text.add(QLatin1String(" "));
        else if (type == CMARK_NODE_LINEBREAK)
            m_text.breakLine();
    }

    void addLiteral(const char *literal)
    {
        const QLatin1String bytes(literal);
        if (std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<uchar>(c) < 0x80; }))
            m_text.add(bytes);
        else
            m_text.add(QString::fromUtf8(literal));
    }

    Iterator m_iterator;
    QString m_title;
    PlainText m_text;
    bool m_sawHeading = false;
};

} // namespace

class MarkdownDocument::Private
{
public:
    Parser parser{cmark_parser_new(options)};
    Document document;
};

MarkdownDocument::MarkdownDocument(const QString &markdown)
    : d(std::make_unique<Private>())
{
    cmark_gfm_core_extensions_ensure_registered();
    for (const char *name : {"table", "strikethrough", "autolink", "tasklist"}) {
        if (cmark_syntax_extension *extension = cmark_find_syntax_extension(name))
            cmark_parser_attach_syntax_extension(d->parser.get(), extension);
    }
    const QByteArray utf8 = markdown.toUtf8();
    cmark_parser_feed(d->parser.get(), utf8.constData(), static_cast<std::size_t>(utf8.size()));
    d->document.reset(cmark_parser_finish(d->parser.get()));
}

MarkdownDocument::~MarkdownDocument() = default;

QByteArray MarkdownDocument::unsafeHtml() const
{
    char *html =
        cmark_render_html(d->document.get(), options, cmark_parser_get_syntax_extensions(d->parser.get()));
    QByteArray result(html);
    std::free(html);
    return result;
}

QByteArray MarkdownDocument::unsafeHtmlWithoutTexts(QStringList &texts)
{
    constexpr std::size_t minLength = 12;
    const Iterator parts(cmark_iter_new(d->document.get()));
    while (cmark_iter_next(parts.get()) != CMARK_EVENT_DONE) {
        cmark_node *part = cmark_iter_get_node(parts.get());
        const cmark_node_type type = cmark_node_get_type(part);
        if (type != CMARK_NODE_TEXT && type != CMARK_NODE_CODE && type != CMARK_NODE_CODE_BLOCK)
            continue;
        const char *literal = cmark_node_get_literal(part);
        if (std::strlen(literal) < minLength)
            continue;
        const QString text = QString::fromUtf8(literal);
        // White space alone must stay what it is for the HTML parser.
        if (text.trimmed().isEmpty())
            continue;
        cmark_node_set_literal(part, textPlace(texts.size()).toUtf8().constData());
        texts.append(text);
    }
    return unsafeHtml();
}

std::optional<QString> MarkdownDocument::text(const QString &title) const
{
    return TextWalk(d->document.get(), title).run();
}

} // namespace stillpoint
