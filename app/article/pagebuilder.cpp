#include "app/article/pagebuilder.h"

#include "app/article/allowlist.h"
#include "app/article/htmltree.h"
#include "app/article/plaintext.h"
#include "app/article/textmetrics.h"
#include "app/base/tag.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <vector>

namespace stillpoint {

namespace {

/// Walks a tree without recursion: hostile trees are deep. `enter` says whether to go down; `leave` follows
/// for every node that was gone into.
template<class Enter, class Leave>
void visit(const GumboNode *root, Enter enter, Leave leave)
{
    struct Step
    {
        const GumboNode *node;
        unsigned next;
    };
    std::vector<Step> steps{{root, 0}};
    while (!steps.empty()) {
        Step &step = steps.back();
        const GumboVector &children = step.node->v.element.children;
        if (step.next >= children.length) {
            const GumboNode *done = step.node;
            steps.pop_back();
            if (!steps.empty())
                leave(done);
            continue;
        }
        const auto *child = static_cast<const GumboNode *>(children.data[step.next++]);
        if (enter(child) && (child->type == GUMBO_NODE_ELEMENT || child->type == GUMBO_NODE_TEMPLATE))
            steps.push_back({child, 0});
    }
}

bool isText(const GumboNode *node)
{
    return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
           node->type == GUMBO_NODE_CDATA;
}

bool isElement(const GumboNode *node)
{
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

int headingLevel(const GumboNode *node)
{
    const GumboTag tag = node->v.element.tag;
    return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6
               ? static_cast<int>(tag) - static_cast<int>(GUMBO_TAG_H1) + 1
               : 0;
}

QString textOf(const GumboNode *element)
{
    QString text;
    visit(
        element,
        [&text](const GumboNode *node) {
            if (isText(node))
                text += QString::fromUtf8(node->v.text.text);
            return isElement(node) && treatmentOf(node) != Treatment::Drop;
        },
        [](const GumboNode *) {});
    return text.simplified();
}

/// A heading's words as GitHub makes anchors of them: letters and digits of any script, spaces as hyphens.
QString slugOf(const QString &text)
{
    static const QRegularExpression others(QStringLiteral("[^\\p{L}\\p{N}\\p{M}_ -]"));
    QString slug = text.toLower();
    slug.remove(others);
    return slug.trimmed().replace(QLatin1Char(' '), QLatin1Char('-')).left(120);
}

constexpr QLatin1String headingPrefix("h-");
constexpr QLatin1String notePrefix("note-");

class PageBuilder
{
public:
    enum class Wanted { Page, Text };

    /// `cut` is what was cut out: `data:` addresses of a page, else pieces of text.
    PageBuilder(const QString &title, const QStringList &cut, Wanted wanted)
        : m_title(foldedText(title).simplified())
        , m_cut(cut)
        , m_textOnly(wanted == Wanted::Text)
    {
    }

    BuiltPage build(const GumboNode *root)
    {
        collectHeadings(root);
        visit(
            root, [this](const GumboNode *node) { return enter(node); },
            [this](const GumboNode *node) { leave(node); });
        m_page.text = m_text.take();
        if (!m_textOnly)
            m_page.words = wordCount(m_page.text);
        return std::move(m_page);
    }

private:
    void collectHeadings(const GumboNode *root)
    {
        QSet<QString> taken;
        visit(
            root,
            [this, &taken](const GumboNode *node) {
                if (!isElement(node) || treatmentOf(node) == Treatment::Drop)
                    return false;
                if (headingLevel(node) > 0)
                    addHeading(node, taken);
                return true;
            },
            [](const GumboNode *) {});
    }

    void addHeading(const GumboNode *node, QSet<QString> &taken)
    {
        if (m_textOnly && m_sawHeading)
            return;
        const QString text = withTexts(textOf(node), m_textOnly ? m_cut : QStringList()).simplified();
        const bool first = !m_sawHeading;
        m_sawHeading = true;
        if (first && headingLevel(node) == 1 && foldedText(text).simplified() == m_title) {
            m_hidden = node;
            return;
        }
        if (m_textOnly)
            return;
        const QString slug = slugOf(text);
        QString anchor = slug;
        for (int n = 1; taken.contains(anchor) || anchor.isEmpty(); ++n)
            anchor = slug + QLatin1Char('-') + QString::number(n);
        taken.insert(anchor);
        m_slugs.insert(anchor);
        m_anchors.insert(node, headingPrefix + anchor);
        if (!text.isEmpty() && m_page.outline.size() < 1000)
            m_page.outline.append({headingLevel(node), text.left(500), headingPrefix + anchor});
    }

    bool enter(const GumboNode *node)
    {
        if (isText(node)) {
            addText(QString::fromUtf8(node->v.text.text));
            return false;
        }
        if (!isElement(node) || node == m_hidden)
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
            return true;
        case Treatment::Picture:
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
        if (m_anchors.contains(node))
            m_page.html += QStringLiteral(" id=\"%1\"").arg(escapedHtml(m_anchors.value(node)));
        else if (tag == GUMBO_TAG_LI)
            addNoteId(node, QLatin1String("fn-"));
        m_page.html += allowedAttributes(node) + QLatin1Char('>');
    }

    /// cmark's footnotes are `fn-…` and `fnref-…`; they get a prefix of ours so that nothing else is meant.
    void addNoteId(const GumboNode *node, QLatin1String prefix)
    {
        const QString id = attributeOf(node, "id");
        if (id.startsWith(prefix))
            m_page.html += QStringLiteral(" id=\"%1\"").arg(escapedHtml(notePrefix + id));
    }

    void openLink(const GumboNode *node)
    {
        if (m_textOnly)
            return;
        const LinkTarget target = linkTarget(attributeOf(node, "href"));
        m_openLinks.push_back(target.kind != LinkKind::Refused);
        if (target.kind == LinkKind::Refused)
            return;
        m_page.html += QLatin1String("<a");
        addNoteId(node, QLatin1String("fnref-"));
        const QString href = target.kind == LinkKind::Target ? linkPlace(target.url) : anchorHref(target.url);
        m_page.html += QStringLiteral(" href=\"%1\">").arg(escapedHtml(href));
    }

    QString anchorHref(const QString &anchor) const
    {
        if (anchor.startsWith(QLatin1String("fn-")) || anchor.startsWith(QLatin1String("fnref-")))
            return QLatin1Char('#') + notePrefix + anchor;
        const QString slug = slugOf(anchor);
        return QLatin1Char('#') + (m_slugs.contains(slug) ? headingPrefix + slug : anchor);
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
        const QString text = withoutDataPlaces(m_textOnly ? withTexts(written, m_cut) : written);
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

    QString m_title;
    QStringList m_cut;
    bool m_textOnly;
    BuiltPage m_page;
    PlainText m_text;
    QHash<const GumboNode *, QString> m_anchors;
    QSet<QString> m_slugs;
    QHash<QString, qsizetype> m_linkNumbers;
    std::vector<bool> m_openLinks;
    const GumboNode *m_hidden = nullptr;
    bool m_sawHeading = false;
    int m_pre = 0;
};

} // namespace

BuiltPage buildPage(const QByteArray &unsafeHtml, const QString &title, const QStringList &dataUris)
{
    const HtmlTree tree(unsafeHtml);
    return PageBuilder(title, dataUris, PageBuilder::Wanted::Page).build(tree.root());
}

QString buildText(const QByteArray &unsafeHtml, const QString &title, const QStringList &texts)
{
    const HtmlTree tree(unsafeHtml);
    return PageBuilder(title, texts, PageBuilder::Wanted::Text).build(tree.root()).text;
}

} // namespace stillpoint
