#include "app/article/anchors.h"

#include "app/article/allowlist.h"
#include "app/article/htmltree.h"
#include "app/article/htmlwalk.h"
#include "app/article/textmetrics.h"
#include "app/article/titles.h"
#include "app/base/tag.h"

#include <QRegularExpression>

#include <algorithm>

namespace stillpoint {

namespace {

constexpr QLatin1String prefix("h-");
constexpr qsizetype maxHeadings = 1000;
constexpr qsizetype maxNames = 5000;

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
    walkHtml(
        element,
        [&text](const GumboNode *node) {
            if (isTextNode(node))
                text += QString::fromUtf8(node->v.text.text);
            return isElementNode(node) && treatmentOf(node) != Treatment::Drop;
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

/// kramdown begins with the first letter.
QString fromFirstLetter(const QString &slug)
{
    const auto letter = std::find_if(slug.begin(), slug.end(), [](QChar c) { return c.isLetter(); });
    return slug.mid(letter - slug.begin());
}

/// The name an author gave an element; empty when there is none that can be linked to. Footnotes have their
/// own.
QString nameOf(const GumboNode *element)
{
    static const QRegularExpression usable(QStringLiteral("^[^\\s\\p{C}]{1,200}$"));
    QString name = attributeOf(element, "id");
    if (name.isEmpty() && element->v.element.tag == GUMBO_TAG_A)
        name = attributeOf(element, "name");
    const bool isNote = name.startsWith(QLatin1String("fn-")) || name.startsWith(QLatin1String("fnref-"));
    return !isNote && usable.match(name).hasMatch() ? name : QString();
}

} // namespace

const GumboNode *repeatedTitle(const GumboNode *root, const QString &title, const QStringList &texts)
{
    const GumboNode *first = nullptr;
    walkHtml(
        root,
        [&first](const GumboNode *node) {
            if (first != nullptr || !isElementNode(node) || treatmentOf(node) == Treatment::Drop)
                return false;
            if (headingLevel(node) > 0)
                first = node;
            return first == nullptr;
        },
        [](const GumboNode *) {});
    if (first == nullptr || headingLevel(first) != 1)
        return nullptr;
    const QString text = withTexts(textOf(first), texts).simplified();
    return foldedText(text).simplified() == foldedText(title).simplified() ? first : nullptr;
}

Anchors::Anchors(const GumboNode *root, const GumboNode *hidden)
{
    collect(root);
    for (const Heading &heading : std::as_const(m_headings)) {
        if (heading.node != hidden)
            nameHeading(heading);
    }
}

/// Finds the headings, and gives every other element that has a name its id.
void Anchors::collect(const GumboNode *root)
{
    const GumboNode *open = nullptr; // headings do not nest, save in hostile pages
    walkHtml(
        root,
        [this, &open](const GumboNode *node) {
            if (!isElementNode(node) || treatmentOf(node) == Treatment::Drop)
                return false;
            if (headingLevel(node) > 0) {
                open = node;
                m_headings.append(Heading{node, {}});
            }
            const QString name = nameOf(node);
            if (!name.isEmpty() && open != nullptr) {
                m_headings.last().names.append(name);
            } else if (!name.isEmpty() && !m_targets.contains(name) && m_targets.size() < maxNames) {
                m_targets.insert(name, prefix + name);
                m_ids.insert(node, prefix + name);
            }
            return true;
        },
        [&open](const GumboNode *node) {
            if (node == open)
                open = nullptr;
        });
}

void Anchors::nameHeading(const Heading &heading)
{
    const QString text = textOf(heading.node);
    const QString slug = slugOf(text);
    QString anchor;
    for (const QString &name : heading.names) {
        if (anchor.isEmpty() && !m_targets.contains(name))
            anchor = name;
    }
    if (anchor.isEmpty())
        anchor = slug;
    const QString wanted = anchor;
    while (m_targets.contains(anchor) || anchor.isEmpty())
        anchor = wanted + QLatin1Char('-') + QString::number(++m_repeats[wanted]);
    m_ids.insert(heading.node, prefix + anchor);
    for (const QString &name : heading.names + QStringList{anchor, slug}) {
        if (!name.isEmpty() && !m_targets.contains(name))
            m_targets.insert(name, prefix + anchor);
    }
    const QString loose = fromFirstLetter(slug);
    if (!loose.isEmpty() && !m_loose.contains(loose))
        m_loose.insert(loose, prefix + anchor);
    if (!text.isEmpty() && m_outline.size() < maxHeadings)
        m_outline.append(
            PageHeading{headingLevel(heading.node), withoutControls(text).left(500), prefix + anchor});
}

QString Anchors::targetOf(const QString &written) const
{
    const QString slug = slugOf(written);
    if (m_targets.contains(written))
        return m_targets.value(written);
    return m_targets.value(slug, m_loose.value(slug, written));
}

} // namespace stillpoint
