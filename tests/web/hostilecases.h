#pragma once

#include <QByteArray>
#include <QList>

namespace stillpoint::test {

/// One hostile piece of Markdown or HTML from tests/data/hostile.
struct HostileCase
{
    QByteArray family;
    QByteArray text;
    bool swallows = false; ///< what stands behind it becomes part of it
};

/// Ways of reaching out to `address`, and ways of getting a script into a page.
QList<HostileCase> reachingOut(const QByteArray &address);
QList<HostileCase> scripting();
/// What the scripts of scripting() do when they run: an attribute of the document's root.
inline constexpr char ranMark[] = "document.documentElement.dataset.ran=1";

/// A kind of place in Markdown where an author's words can stand.
struct Wrapping
{
    const char *name;
    const char *form; ///< `TEXT` is the text, `N` its number; null: in the front matter
};
const QList<Wrapping> &wrappings();
/// A whole article that holds these texts, each in that place.
QByteArray wrapped(const Wrapping &wrapping, const QList<QByteArray> &texts);
/// What each article begins with; it is shown whatever follows.
inline constexpr char safeWords[] = "Words that are safe.";

} // namespace stillpoint::test
