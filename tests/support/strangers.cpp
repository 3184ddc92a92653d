#include "tests/support/strangers.h"

#include "app/article/htmltree.h"

#include <QRegularExpression>
#include <QSet>

#include <vector>

namespace stillpoint::test {

namespace {

/// What is strange about one element itself.
QStringList strangersOf(const GumboNode *element)
{
    static const QSet<QString> elements{
        QStringLiteral("p"),       QStringLiteral("h1"),         QStringLiteral("h2"),
        QStringLiteral("h3"),      QStringLiteral("h4"),         QStringLiteral("h5"),
        QStringLiteral("h6"),      QStringLiteral("ul"),         QStringLiteral("ol"),
        QStringLiteral("li"),      QStringLiteral("dl"),         QStringLiteral("dt"),
        QStringLiteral("dd"),      QStringLiteral("pre"),        QStringLiteral("hr"),
        QStringLiteral("table"),   QStringLiteral("caption"),    QStringLiteral("thead"),
        QStringLiteral("tbody"),   QStringLiteral("tfoot"),      QStringLiteral("tr"),
        QStringLiteral("td"),      QStringLiteral("th"),         QStringLiteral("colgroup"),
        QStringLiteral("col"),     QStringLiteral("figure"),     QStringLiteral("figcaption"),
        QStringLiteral("details"), QStringLiteral("summary"),    QStringLiteral("section"),
        QStringLiteral("div"),     QStringLiteral("blockquote"), QStringLiteral("br"),
        QStringLiteral("wbr"),     QStringLiteral("code"),       QStringLiteral("kbd"),
        QStringLiteral("samp"),    QStringLiteral("var"),        QStringLiteral("sub"),
        QStringLiteral("sup"),     QStringLiteral("em"),         QStringLiteral("strong"),
        QStringLiteral("b"),       QStringLiteral("i"),          QStringLiteral("u"),
        QStringLiteral("s"),       QStringLiteral("del"),        QStringLiteral("ins"),
        QStringLiteral("small"),   QStringLiteral("mark"),       QStringLiteral("abbr"),
        QStringLiteral("cite"),    QStringLiteral("q"),          QStringLiteral("dfn"),
        QStringLiteral("time"),    QStringLiteral("span"),       QStringLiteral("ruby"),
        QStringLiteral("rt"),      QStringLiteral("rp"),         QStringLiteral("bdi"),
        QStringLiteral("bdo"),     QStringLiteral("a")};
    static const QSet<QString> attributes{
        QStringLiteral("dir"),      QStringLiteral("lang"),     QStringLiteral("align"),
        QStringLiteral("colspan"),  QStringLiteral("rowspan"),  QStringLiteral("scope"),
        QStringLiteral("span"),     QStringLiteral("width"),    QStringLiteral("start"),
        QStringLiteral("reversed"), QStringLiteral("type"),     QStringLiteral("value"),
        QStringLiteral("title"),    QStringLiteral("datetime"), QStringLiteral("open")};
    static const QRegularExpression href(QStringLiteral("^(?:article:link/[0-9]+|#.*)$"));
    static const QRegularExpression id(QStringLiteral("^(?:h-|note-fn)"));
    static const QRegularExpression cssClass(QStringLiteral("^(?:media|task|chip|hero)$"));
    QStringList found;
    const QString name = QString::fromUtf8(gumbo_normalized_tagname(element->v.element.tag));
    if (!elements.contains(name) || element->v.element.tag_namespace != GUMBO_NAMESPACE_HTML)
        found.append(QLatin1Char('<') + name);
    for (unsigned i = 0; i < element->v.element.attributes.length; ++i) {
        const auto *attribute = static_cast<const GumboAttribute *>(element->v.element.attributes.data[i]);
        const QString key = QString::fromUtf8(attribute->name);
        const QString value = QString::fromUtf8(attribute->value);
        const bool fine = attributes.contains(key) ||
                          (key == QLatin1String("href") && href.match(value).hasMatch()) ||
                          (key == QLatin1String("id") && id.match(value).hasMatch()) ||
                          (key == QLatin1String("class") && cssClass.match(value).hasMatch());
        if (!fine)
            found.append(key + QLatin1Char('=') + value);
    }
    return found;
}

} // namespace

QStringList strangersIn(const QString &html)
{
    const HtmlTree tree(html.toUtf8());
    QStringList found;
    std::vector<const GumboNode *> open{tree.root()};
    while (!open.empty()) {
        const GumboVector &children = open.back()->v.element.children;
        open.pop_back();
        for (unsigned i = 0; i < children.length; ++i) {
            const auto *child = static_cast<const GumboNode *>(children.data[i]);
            if (child->type == GUMBO_NODE_COMMENT && !QByteArray(child->v.text.text).startsWith("picture "))
                found.append(QStringLiteral("comment"));
            if (child->type != GUMBO_NODE_ELEMENT && child->type != GUMBO_NODE_TEMPLATE)
                continue;
            found += strangersOf(child);
            open.push_back(child);
        }
    }
    return found;
}

} // namespace stillpoint::test
