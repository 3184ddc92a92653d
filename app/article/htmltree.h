#pragma once

#include <gumbo.h>
#include <QString>

#include <memory>

namespace stillpoint {

/// A parsed HTML fragment. Nodes live as long as the tree. Memory is given back at once, so that no tree is
/// too deep to be freed.
class HtmlTree
{
public:
    explicit HtmlTree(const QByteArray &utf8Html);
    ~HtmlTree();
    HtmlTree(const HtmlTree &) = delete;
    HtmlTree &operator=(const HtmlTree &) = delete;

    /// The element whose children are the fragment.
    const GumboNode *root() const;

private:
    class Arena;
    QByteArray m_html;
    std::unique_ptr<Arena> m_arena;
    GumboOutput *m_output = nullptr;
};

/// Value of an attribute; null string when absent.
QString attributeOf(const GumboNode *element, const char *name);

/// Text of a title that may hold entities and tags that format; other tags are what it is about and stay.
QString textOfHtml(const QString &html);

} // namespace stillpoint
