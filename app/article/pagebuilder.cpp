#include "app/article/pagebuilder.h"

#include "app/article/allowlist.h"
#include "app/article/anchors.h"
#include "app/article/htmltree.h"
#include "app/article/htmlwalk.h"
#include "app/article/openends.h"
#include "app/article/plaintext.h"
#include "app/article/textmetrics.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <vector>

namespace stillpoint {

namespace {

constexpr QLatin1String notePrefix("note-");

/// What an element begins with, when that is an element.
const GumboNode *firstElement(const GumboNode *parent)
{
    const GumboVector &children = parent->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
        const auto *child = static_cast<const GumboNode *>(children.data[i]);
        if (child->type != GUMBO_NODE_WHITESPACE)
            return isElementNode(child) ? child : nullptr;
    }
    return nullptr;
}

/// An entry of a list that begins with a box to tick, in a paragraph of its own or not.
bool isTask(const GumboNode *node)
{
    if (node->v.element.tag != GUMBO_TAG_LI)
        return false;
    const GumboNode *first = firstElement(node);
    if (first != nullptr && first->v.element.tag == GUMBO_TAG_P)
        first = firstElement(first);
    return first != nullptr && treatmentOf(first) == Treatment::TaskBox;
}

class PageBuilder
{
public:
    enum class Wanted { Page, Text };

    /// `cut` is what was cut out: `data:` addresses of a page, else pieces of text.
    PageBuilder(const GumboNode *root, const QString &title, const QStringList &cut, Wanted wanted)
        : m_root(root)
        , m_hidden(repeatedTitle(root, title, wanted == Wanted::Text ? cut : QStringList()))
        , m_cut(cut)
        , m_textOnly(wanted == Wanted::Text)
    {
    }

    BuiltPage build()
    {
        if (!m_textOnly)
            m_anchors = Anchors(m_root, m_hidden);
        m_page.outline = m_anchors.outline();
        walkHtml(
            m_root, [this](const GumboNode *node) { return enter(node); },
            [this](const GumboNode *node) { leave(node); });
        m_page.text = m_text.take();
        if (!m_textOnly)
            m_page.words = wordCount(m_page.text);
        return std::move(m_page);
    }

private:
    bool enter(const GumboNode *node)
    {
        if (isTextNode(node)) {
            addText(QString::fromUtf8(node->v.text.text));
            return false;
        }
        if (!isElementNode(node) || node == m_hidden)
            return false;
        switch (treatmentOf(node)) {
        case Treatment::Keep:
            openKept(node);
            return true;
        case Treatment::Link:
            openLink(node);
            return true;
        case Treatment::Unwrap:
            breakText(node);
            markPlace(node);
            return true;
        case Treatment::Picture:
            markPlace(node);
            addPicture(node);
            return false;
        case Treatment::Media:
            addMedia(node);
            return false;
        case Treatment::TaskBox:
            addTaskBox(node);
            return false;
        case Treatment::Drop:
            return false;
        }
        return false;
    }

    void leave(const GumboNode *node)
    {
        const GumboTag tag = node->v.element.tag;
        if (tag == GUMBO_TAG_PRE)
            --m_pre;
        breakText(node);
        if (m_textOnly)
            return;
        const Treatment treatment = treatmentOf(node);
        if (treatment == Treatment::Keep && !isVoid(tag)) {
            m_page.html += QStringLiteral("</%1>").arg(QLatin1String(gumbo_normalized_tagname(tag)));
        } else if (treatment == Treatment::Link) {
            if (m_openLinks.back())
                m_page.html += QLatin1String("</a>");
            m_openLinks.pop_back();
        }
    }

    void openKept(const GumboNode *node)
    {
        const GumboTag tag = node->v.element.tag;
        breakText(node);
        if (tag == GUMBO_TAG_PRE)
            ++m_pre;
        if (tag == GUMBO_TAG_BR)
            m_text.breakLine();
        if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH)
            m_text.beginCell();
        if (m_textOnly)
            return;
        m_page.html += QLatin1Char('<') + QLatin1String(gumbo_normalized_tagname(tag));
        addId(node);
        if (tag == GUMBO_TAG_LI)
            addNoteId(node, QLatin1String("fn-"));
        if (isTask(node))
            m_page.html += QLatin1String(" class=\"task\"");
        m_page.html += allowedAttributes(node) + QLatin1Char('>');
    }

    void addId(const GumboNode *node)
    {
        const QString id = m_anchors.idOf(node);
        if (!id.isEmpty())
            m_page.html += QStringLiteral(" id=\"%1\"").arg(escapedHtml(id));
    }

    /// For an element that is not written itself but may be linked to.
    void markPlace(const GumboNode *node)
    {
        if (m_anchors.idOf(node).isEmpty())
            return;
        m_page.html += QLatin1String("<span");
        addId(node);
        m_page.html += QLatin1String("></span>");
    }

    /// cmark's footnotes are `fn-…` and `fnref-…`; they get a prefix of ours so that nothing else is meant,
    /// and each once.
    void addNoteId(const GumboNode *node, QLatin1String prefix)
    {
        const QString id = attributeOf(node, "id");
        if (!id.startsWith(prefix) || m_noteIds.contains(id))
            return;
        m_noteIds.insert(id);
        m_page.html += QStringLiteral(" id=\"%1\"").arg(escapedHtml(notePrefix + id));
    }

    void openLink(const GumboNode *node)
    {
        if (m_textOnly)
            return;
        const LinkTarget target = linkTarget(attributeOf(node, "href"));
        m_openLinks.push_back(target.kind != LinkKind::Refused);
        if (target.kind == LinkKind::Refused) {
            markPlace(node);
            return;
        }
        m_page.html += QLatin1String("<a");
        addId(node);
        addNoteId(node, QLatin1String("fnref-"));
        const QString href = target.kind == LinkKind::Target ? linkPlace(target.url) : anchorHref(target.url);
        m_page.html += QStringLiteral(" href=\"%1\">").arg(escapedHtml(href));
    }

    QString anchorHref(const QString &anchor) const
    {
        if (anchor.startsWith(QLatin1String("fn-")) || anchor.startsWith(QLatin1String("fnref-")))
            return QLatin1Char('#') + notePrefix + anchor;
        return QLatin1Char('#') + m_anchors.targetOf(anchor);
    }

    QString linkPlace(const QString &url)
    {
        auto known = m_linkNumbers.constFind(url);
        if (known == m_linkNumbers.cend()) {
            known = m_linkNumbers.insert(url, m_page.links.size());
            m_page.links.append(url);
        }
        return QStringLiteral("article:link/%1").arg(*known);
    }

    void addPicture(const GumboNode *node)
    {
        if (m_textOnly)
            return;
        QString source = attributeOf(node, "src");
        const QString lazy = attributeOf(node, "data-src");
        if (!lazy.isEmpty())
            source = lazy;
        m_page.html += QStringLiteral("<!--picture %1-->").arg(m_page.pictures.size());
        m_page.pictures.append(
            {pictureTarget(source, m_cut), attributeOf(node, "alt").simplified().left(1000)});
    }

    void addMedia(const GumboNode *node)
    {
        QString source = attributeOf(node, "src");
        for (unsigned i = 0; source.isEmpty() && i < node->v.element.children.length; ++i) {
            const auto *child = static_cast<const GumboNode *>(node->v.element.children.data[i]);
            if (child->type == GUMBO_NODE_ELEMENT && child->v.element.tag == GUMBO_TAG_SOURCE)
                source = attributeOf(child, "src");
        }
        const LinkTarget target = linkTarget(source);
        if (target.kind != LinkKind::Target)
            return;
        const bool audio = node->v.element.tag == GUMBO_TAG_AUDIO;
        const QString host = QUrl(target.url).host();
        const QString title = attributeOf(node, "title").simplified().left(200);
        const QString name = title.isEmpty()  ? (host.isEmpty() ? target.url.left(200) : host)
                             : host.isEmpty() ? title
                                              : QStringLiteral("%1 (%2)").arg(title, host);
        const QString label = audio ? QCoreApplication::translate("Article", "Sound: %1").arg(name)
                              : node->v.element.tag == GUMBO_TAG_VIDEO
                                  ? QCoreApplication::translate("Article", "Video: %1").arg(name)
                                  : QCoreApplication::translate("Article", "Embedded: %1").arg(name);
        m_page.html += QStringLiteral("<a class=\"media\" href=\"%1\">%2</a>")
                           .arg(linkPlace(target.url), escapedHtml(label));
        m_text.addPreformatted(label);
    }

    void addTaskBox(const GumboNode *node)
    {
        const bool done = gumbo_get_attribute(&node->v.element.attributes, "checked") != nullptr;
        m_page.html += QStringLiteral("<span class=\"task\">%1</span>").arg(QChar(done ? 0x2611 : 0x2610));
    }

    void addText(const QString &written)
    {
        const QString text = m_textOnly ? withTexts(written, m_cut) : withoutDataPlaces(written);
        if (!m_textOnly)
            m_page.html += escapedHtml(text);
        if (m_pre > 0)
            m_text.addPreformatted(text);
        else
            m_text.add(text);
    }

    void breakText(const GumboNode *node)
    {
        if (isBlock(node->v.element.tag))
            m_text.breakBlock();
    }

    const GumboNode *m_root;
    const GumboNode *m_hidden;
    Anchors m_anchors;
    QStringList m_cut;
    bool m_textOnly;
    BuiltPage m_page;
    PlainText m_text;
    QSet<QString> m_noteIds;
    QHash<QString, qsizetype> m_linkNumbers;
    std::vector<bool> m_openLinks;
    int m_pre = 0;
};

} // namespace

BuiltPage buildPage(const QByteArray &unsafeHtml, const QString &title, const QStringList &dataUris)
{
    const HtmlTree tree(withoutOpenEnds(unsafeHtml));
    return PageBuilder(tree.root(), title, dataUris, PageBuilder::Wanted::Page).build();
}

QString buildText(const QByteArray &unsafeHtml, const QString &title, const QStringList &texts)
{
    const HtmlTree tree(withoutOpenEnds(unsafeHtml));
    return PageBuilder(tree.root(), title, texts, PageBuilder::Wanted::Text).build().text;
}

} // namespace stillpoint
