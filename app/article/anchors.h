#pragma once

#include "app/article/pagebuilder.h"

#include <gumbo.h>
#include <QHash>

namespace stillpoint {

/// The places of a page that links may lead to: headings, by their words or by the name an author gave them,
/// and every element with an `id` (or `<a name>`). Ids in the page are unique and begin with `h-`, so that
/// `other.md#part` is `#h-part` in any page.
class Anchors
{
public:
    Anchors() = default;
    /// `hidden` is a heading that is not shown.
    Anchors(const GumboNode *root, const GumboNode *hidden);

    const QList<PageHeading> &outline() const { return m_outline; }
    /// Empty when nothing leads there.
    QString idOf(const GumboNode *element) const { return m_ids.value(element); }
    /// What `#written` leads to; `written` itself when there is no such place.
    QString targetOf(const QString &written) const;

private:
    struct Heading
    {
        const GumboNode *node = nullptr;
        QStringList names;
    };
    void collect(const GumboNode *root);
    void nameHeading(const Heading &heading);

    QList<Heading> m_headings;
    QHash<QString, QString> m_targets; ///< name or words as an author may write them -> id
    QHash<QString, QString> m_loose;   ///< headings as kramdown names them; asked last
    QHash<QString, int> m_repeats;     ///< wanted name -> the last number put behind it
    QHash<const GumboNode *, QString> m_ids;
    QList<PageHeading> m_outline;
};

/// The page's first heading when it is of level 1 and says the same as `title`; else null. `texts` stand
/// behind the places in the HTML; see withTexts().
const GumboNode *repeatedTitle(const GumboNode *root, const QString &title, const QStringList &texts);

} // namespace stillpoint
