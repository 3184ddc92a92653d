#pragma once

#include <gumbo.h>
#include <QString>

#include <optional>

namespace stillpoint {

/// What becomes of an element of an article.
enum class Treatment {
    Keep,   ///< written again, with the attributes the list allows
    Unwrap, ///< only what it holds
    Drop,   ///< with everything it holds
    Picture,
    Link,
    Media, ///< video, audio, frame: a labelled link
    TaskBox,
};
Treatment treatmentOf(const GumboNode *element);

/// Elements that stand on lines of their own.
bool isBlock(GumboTag tag);
/// Elements without an end tag.
bool isVoid(GumboTag tag);
/// Blocks whose direction follows their own first letter.
bool takesDirection(GumboTag tag);

/// The allowed attributes of a kept element, each with a space before it, escaped.
QString allowedAttributes(const GumboNode *element);

enum class LinkKind { Refused, Anchor, Target };
struct LinkTarget
{
    LinkKind kind = LinkKind::Refused;
    QString url; ///< anchor without `#`, or the address
};
/// Only http, https, mailto and relative addresses are links; `//host` means https.
LinkTarget linkTarget(const QString &written);
/// Only http, https, relative addresses and cut-out data: pictures; empty for anything else.
QString pictureTarget(const QString &written, const QStringList &dataUris);

QString escapedHtml(const QString &text);

} // namespace stillpoint
