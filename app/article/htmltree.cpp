#include "app/article/htmltree.h"

#include <QRegularExpression>

#include <cstddef>
#include <new>
#include <vector>

namespace stillpoint {

/// Hands out memory that is freed all at once.
class HtmlTree::Arena
{
public:
    static void *allocate(void *arena, std::size_t size) { return static_cast<Arena *>(arena)->take(size); }
    static void release(void *, void *) {}

private:
    static constexpr std::size_t blockBytes = std::size_t{256} * 1024;

    void *take(std::size_t size)
    {
        constexpr std::size_t alignment = alignof(std::max_align_t);
        const std::size_t rounded = (size + alignment - 1) / alignment * alignment;
        if (rounded > m_left) {
            const std::size_t bytes = std::max(rounded, blockBytes);
            m_blocks.push_back(std::make_unique_for_overwrite<std::byte[]>(bytes));
            m_next = m_blocks.back().get();
            m_left = bytes;
        }
        std::byte *place = m_next;
        m_next += rounded;
        m_left -= rounded;
        return place;
    }

    std::vector<std::unique_ptr<std::byte[]>> m_blocks;
    std::byte *m_next = nullptr;
    std::size_t m_left = 0;
};

HtmlTree::HtmlTree(const QByteArray &utf8Html)
    : m_html(utf8Html)
    , m_arena(std::make_unique<Arena>())
{
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = &Arena::allocate;
    options.deallocator = &Arena::release;
    options.userdata = m_arena.get();
    options.max_errors = 0;
    options.fragment_context = GUMBO_TAG_DIV;
    m_output =
        gumbo_parse_with_options(&options, m_html.constData(), static_cast<std::size_t>(m_html.size()));
}

HtmlTree::~HtmlTree() = default;

const GumboNode *HtmlTree::root() const
{
    return m_output->root;
}

QString attributeOf(const GumboNode *element, const char *name)
{
    const GumboAttribute *attribute = gumbo_get_attribute(&element->v.element.attributes, name);
    return attribute == nullptr ? QString() : QString::fromUtf8(attribute->value);
}

QString textOfHtml(const QString &html)
{
    static const QRegularExpression formatting(
        QStringLiteral(
            "</?(?:a|abbr|b|big|br|cite|code|del|div|em|font|i|img|ins|kbd|mark|p|q|s|small|span|strike|"
            "strong|sub|sup|tt|u|var|wbr)(?:\\s[^<>]*)?/?>"),
        QRegularExpression::CaseInsensitiveOption);
    QString escaped = html;
    escaped.remove(formatting);
    escaped.replace(QLatin1Char('<'), QLatin1String("&lt;"));
    const HtmlTree tree(escaped.toUtf8());
    const GumboNode *root = tree.root();
    QString text;
    for (unsigned i = 0; i < root->v.element.children.length; ++i) {
        const auto *child = static_cast<const GumboNode *>(root->v.element.children.data[i]);
        if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE)
            text += QString::fromUtf8(child->v.text.text);
    }
    return text;
}

} // namespace stillpoint
