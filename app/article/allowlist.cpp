#include "app/article/allowlist.h"

#include "app/article/htmltree.h"
#include "app/article/htmlwalk.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace stillpoint {

namespace {

constexpr std::array blocks{
    GUMBO_TAG_P,       GUMBO_TAG_H1,      GUMBO_TAG_H2,         GUMBO_TAG_H3,      GUMBO_TAG_H4,
    GUMBO_TAG_H5,      GUMBO_TAG_H6,      GUMBO_TAG_UL,         GUMBO_TAG_OL,      GUMBO_TAG_LI,
    GUMBO_TAG_DL,      GUMBO_TAG_DT,      GUMBO_TAG_DD,         GUMBO_TAG_PRE,     GUMBO_TAG_HR,
    GUMBO_TAG_TABLE,   GUMBO_TAG_CAPTION, GUMBO_TAG_THEAD,      GUMBO_TAG_TBODY,   GUMBO_TAG_TFOOT,
    GUMBO_TAG_TR,      GUMBO_TAG_FIGURE,  GUMBO_TAG_FIGCAPTION, GUMBO_TAG_DETAILS, GUMBO_TAG_SUMMARY,
    GUMBO_TAG_SECTION, GUMBO_TAG_DIV,     GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_ARTICLE, GUMBO_TAG_ASIDE,
    GUMBO_TAG_HEADER,  GUMBO_TAG_FOOTER,  GUMBO_TAG_NAV,        GUMBO_TAG_MAIN,    GUMBO_TAG_CENTER,
    GUMBO_TAG_ADDRESS, GUMBO_TAG_FORM,    GUMBO_TAG_FIELDSET};

constexpr std::array kept{
    GUMBO_TAG_P,      GUMBO_TAG_H1,         GUMBO_TAG_H2,      GUMBO_TAG_H3,       GUMBO_TAG_H4,
    GUMBO_TAG_H5,     GUMBO_TAG_H6,         GUMBO_TAG_UL,      GUMBO_TAG_OL,       GUMBO_TAG_LI,
    GUMBO_TAG_DL,     GUMBO_TAG_DT,         GUMBO_TAG_DD,      GUMBO_TAG_PRE,      GUMBO_TAG_HR,
    GUMBO_TAG_TABLE,  GUMBO_TAG_CAPTION,    GUMBO_TAG_THEAD,   GUMBO_TAG_TBODY,    GUMBO_TAG_TFOOT,
    GUMBO_TAG_TR,     GUMBO_TAG_TD,         GUMBO_TAG_TH,      GUMBO_TAG_COLGROUP, GUMBO_TAG_COL,
    GUMBO_TAG_FIGURE, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_DETAILS, GUMBO_TAG_SUMMARY,  GUMBO_TAG_SECTION,
    GUMBO_TAG_DIV,    GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_BR,      GUMBO_TAG_WBR,      GUMBO_TAG_CODE,
    GUMBO_TAG_KBD,    GUMBO_TAG_SAMP,       GUMBO_TAG_VAR,     GUMBO_TAG_SUB,      GUMBO_TAG_SUP,
    GUMBO_TAG_EM,     GUMBO_TAG_STRONG,     GUMBO_TAG_B,       GUMBO_TAG_I,        GUMBO_TAG_U,
    GUMBO_TAG_S,      GUMBO_TAG_DEL,        GUMBO_TAG_INS,     GUMBO_TAG_SMALL,    GUMBO_TAG_MARK,
    GUMBO_TAG_ABBR,   GUMBO_TAG_CITE,       GUMBO_TAG_Q,       GUMBO_TAG_DFN,      GUMBO_TAG_TIME,
    GUMBO_TAG_SPAN,   GUMBO_TAG_RUBY,       GUMBO_TAG_RT,      GUMBO_TAG_RP,       GUMBO_TAG_BDI,
    GUMBO_TAG_BDO};

constexpr std::array dropped{
    GUMBO_TAG_SCRIPT,   GUMBO_TAG_STYLE,    GUMBO_TAG_SVG,      GUMBO_TAG_MATH,     GUMBO_TAG_TEMPLATE,
    GUMBO_TAG_NOSCRIPT, GUMBO_TAG_OBJECT,   GUMBO_TAG_EMBED,    GUMBO_TAG_APPLET,   GUMBO_TAG_INPUT,
    GUMBO_TAG_SELECT,   GUMBO_TAG_BUTTON,   GUMBO_TAG_TEXTAREA, GUMBO_TAG_HEAD,     GUMBO_TAG_TITLE,
    GUMBO_TAG_META,     GUMBO_TAG_LINK,     GUMBO_TAG_BASE,     GUMBO_TAG_FRAMESET, GUMBO_TAG_FRAME,
    GUMBO_TAG_NOFRAMES, GUMBO_TAG_NOEMBED,  GUMBO_TAG_MAP,      GUMBO_TAG_AREA,     GUMBO_TAG_CANVAS,
    GUMBO_TAG_OPTION,   GUMBO_TAG_DATALIST, GUMBO_TAG_KEYGEN,   GUMBO_TAG_ISINDEX};

template<std::size_t N>
bool contains(const std::array<GumboTag, N> &tags, GumboTag tag)
{
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

/// An attribute and the form its value must have to come through.
struct AttributeRule
{
    const char *name;
    QRegularExpression form;
    QList<GumboTag> tags; ///< empty: every element
};

const QList<AttributeRule> &attributeRules()
{
    static const QRegularExpression number(QStringLiteral("^-?[0-9]{1,5}$"));
    static const QRegularExpression any(QStringLiteral("^[^\\x{0000}-\\x{001f}]{0,500}$"));
    static const QRegularExpression none(QStringLiteral("^[a-z]{0,10}$"));
    static const QRegularExpression align(QStringLiteral("^(?:left|right|center|justify)$"),
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression width(QStringLiteral("^[0-9]{1,4}(?:px|%)?$"));
    static const QRegularExpression language(QStringLiteral("^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}$"));
    static const QRegularExpression dateTime(QStringLiteral("^[0-9TtZz:+. -]{1,40}$"));
    static const QRegularExpression listType(QStringLiteral("^[1aAiI]$"));
    static const QRegularExpression scope(QStringLiteral("^(?:row|col|rowgroup|colgroup)$"));
    static const QList<AttributeRule> rules{
        {"lang", language, {}},
        {"align",
         align,
         {GUMBO_TAG_TD, GUMBO_TAG_TH, GUMBO_TAG_TR, GUMBO_TAG_P, GUMBO_TAG_DIV, GUMBO_TAG_H1, GUMBO_TAG_H2,
          GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6, GUMBO_TAG_COL}},
        {"colspan", number, {GUMBO_TAG_TD, GUMBO_TAG_TH}},
        {"rowspan", number, {GUMBO_TAG_TD, GUMBO_TAG_TH}},
        {"scope", scope, {GUMBO_TAG_TH}},
        {"span", number, {GUMBO_TAG_COL, GUMBO_TAG_COLGROUP}},
        {"width", width, {GUMBO_TAG_TD, GUMBO_TAG_TH, GUMBO_TAG_TABLE, GUMBO_TAG_COL}},
        {"start", number, {GUMBO_TAG_OL}},
        {"reversed", none, {GUMBO_TAG_OL}},
        {"type", listType, {GUMBO_TAG_OL, GUMBO_TAG_LI}},
        {"value", number, {GUMBO_TAG_LI}},
        {"title", any, {GUMBO_TAG_ABBR, GUMBO_TAG_DFN}},
        {"datetime", dateTime, {GUMBO_TAG_TIME, GUMBO_TAG_DEL, GUMBO_TAG_INS}},
        {"open", none, {GUMBO_TAG_DETAILS}},
    };
    return rules;
}

/// The scheme of an address as a browser would see it, lower case; empty for relative addresses.
QString schemeOf(const QString &url)
{
    static const QRegularExpression scheme(QStringLiteral("^([a-z][a-z0-9+.-]*):"),
                                           QRegularExpression::CaseInsensitiveOption);
    return scheme.match(url).captured(1).toLower();
}

/// Bitmaps only; empty for anything else.
QString pictureData(const QString &uri)
{
    static const QRegularExpression bitmap(
        QStringLiteral("^data:image/(?:png|jpe?g|gif|webp|bmp);base64,[A-Za-z0-9+/=]*$"),
        QRegularExpression::CaseInsensitiveOption);
    return bitmap.match(uri).hasMatch() ? uri : QString();
}

/// Browsers skip white space and control characters in addresses; hide nothing behind them.
QString cleanUrl(const QString &written)
{
    static const QRegularExpression invisible(QStringLiteral("[\\x{0000}-\\x{001f}\\x{007f}-\\x{009f}]"));
    QString url = written;
    url.remove(invisible);
    url = url.trimmed();
    static const QRegularExpression bareHost(QStringLiteral("^[/\\\\]{2}(?=[^/\\\\])"));
    if (bareHost.match(url).hasMatch())
        url.replace(0, 2, QStringLiteral("https://"));
    return url;
}

/// Elements whose blocks have directions of their own, which `dir="auto"` would not look into.
bool holdsBlocks(GumboTag tag)
{
    constexpr std::array tags{GUMBO_TAG_UL,         GUMBO_TAG_OL,    GUMBO_TAG_LI,      GUMBO_TAG_DL,
                              GUMBO_TAG_DD,         GUMBO_TAG_TABLE, GUMBO_TAG_TD,      GUMBO_TAG_TH,
                              GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_DIV,   GUMBO_TAG_SECTION, GUMBO_TAG_DETAILS,
                              GUMBO_TAG_FIGURE};
    return contains(tags, tag);
}

/// Whether the first letter that has a direction, outside code, goes from right to left.
bool beginsRightToLeft(const GumboNode *element)
{
    constexpr int farEnough = 200; // nodes
    int nodes = 0;
    QChar::Direction first = QChar::DirON;
    walkHtml(
        element,
        [&](const GumboNode *node) {
            const bool isDone = ++nodes > farEnough || first != QChar::DirON;
            if (!isDone && isTextNode(node)) {
                for (const QChar c : QString::fromUtf8(
                         QByteArrayView(node->v.text.text)
                             .first(qMin(qsizetype(500), QByteArrayView(node->v.text.text).size())))) {
                    const QChar::Direction direction = c.direction();
                    if (direction != QChar::DirL && direction != QChar::DirR && direction != QChar::DirAL)
                        continue;
                    first = direction;
                    break;
                }
            }
            return !isDone && isElementNode(node) && treatmentOf(node) != Treatment::Drop &&
                   node->v.element.tag != GUMBO_TAG_CODE && node->v.element.tag != GUMBO_TAG_PRE;
        },
        [](const GumboNode *) {});
    return first == QChar::DirR || first == QChar::DirAL;
}

} // namespace

Treatment treatmentOf(const GumboNode *element)
{
    if (element->type == GUMBO_NODE_TEMPLATE || element->v.element.tag_namespace != GUMBO_NAMESPACE_HTML)
        return Treatment::Drop;
    const GumboTag tag = element->v.element.tag;
    if (tag == GUMBO_TAG_IMG)
        return Treatment::Picture;
    if (tag == GUMBO_TAG_A)
        return Treatment::Link;
    if (tag == GUMBO_TAG_IFRAME || tag == GUMBO_TAG_VIDEO || tag == GUMBO_TAG_AUDIO)
        return Treatment::Media;
    if (tag == GUMBO_TAG_INPUT && attributeOf(element, "type").compare(u"checkbox", Qt::CaseInsensitive) == 0)
        return Treatment::TaskBox;
    if (contains(dropped, tag))
        return Treatment::Drop;
    return contains(kept, tag) ? Treatment::Keep : Treatment::Unwrap;
}

bool isBlock(GumboTag tag)
{
    return contains(blocks, tag);
}

bool isVoid(GumboTag tag)
{
    return tag == GUMBO_TAG_BR || tag == GUMBO_TAG_HR || tag == GUMBO_TAG_WBR || tag == GUMBO_TAG_COL;
}

bool takesDirection(GumboTag tag)
{
    constexpr std::array tags{
        GUMBO_TAG_P,       GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3,         GUMBO_TAG_H4,
        GUMBO_TAG_H5,      GUMBO_TAG_H6, GUMBO_TAG_LI, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_DT,
        GUMBO_TAG_DD,      GUMBO_TAG_TD, GUMBO_TAG_TH, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_CAPTION,
        GUMBO_TAG_SUMMARY, GUMBO_TAG_DIV};
    return contains(tags, tag);
}

QString allowedAttributes(const GumboNode *element)
{
    QString result;
    const GumboTag tag = element->v.element.tag;
    const QString direction = attributeOf(element, "dir").toLower();
    if (direction == QLatin1String("rtl") || direction == QLatin1String("ltr"))
        result += QStringLiteral(" dir=\"%1\"").arg(direction);
    else if (holdsBlocks(tag) && beginsRightToLeft(element))
        result += QLatin1String(" dir=\"rtl\"");
    else if (takesDirection(tag))
        result += QStringLiteral(" dir=\"auto\"");
    if (tag == GUMBO_TAG_SPAN && attributeOf(element, "class") == QLatin1String("chip"))
        result += QStringLiteral(" class=\"chip\""); // made by withoutTemplateNoise
    for (const AttributeRule &rule : attributeRules()) {
        if (!rule.tags.isEmpty() && !rule.tags.contains(tag))
            continue;
        const QString value = attributeOf(element, rule.name);
        if (value.isNull() || !rule.form.match(value).hasMatch())
            continue;
        result += QStringLiteral(" %1=\"%2\"").arg(QLatin1String(rule.name), escapedHtml(value));
    }
    return result;
}

LinkTarget linkTarget(const QString &written)
{
    const QString url = cleanUrl(written);
    if (url.isEmpty())
        return {};
    if (url.startsWith(QLatin1Char('#')))
        return {LinkKind::Anchor, QString::fromUtf8(QByteArray::fromPercentEncoding(url.mid(1).toUtf8()))};
    const QString scheme = schemeOf(url);
    const bool allowed = scheme.isEmpty() || scheme == QLatin1String("http") ||
                         scheme == QLatin1String("https") || scheme == QLatin1String("mailto");
    return allowed ? LinkTarget{LinkKind::Target, url} : LinkTarget{};
}

QString pictureTarget(const QString &written, const QStringList &dataUris)
{
    const QString url = cleanUrl(written);
    const QString scheme = schemeOf(url);
    if (scheme == QLatin1String("article-data"))
        return pictureData(dataUris.value(url.section(QLatin1Char(':'), 1).toLongLong()));
    if (scheme == QLatin1String("data"))
        return pictureData(url);
    const bool allowed =
        scheme.isEmpty() || scheme == QLatin1String("http") || scheme == QLatin1String("https");
    return allowed ? url : QString();
}

QString escapedHtml(const QString &text)
{
    return text.toHtmlEscaped().replace(QLatin1Char('\''), QLatin1String("&#39;"));
}

} // namespace stillpoint
