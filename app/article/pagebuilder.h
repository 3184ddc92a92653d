#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace stillpoint {

/// A heading of the page; `anchor` is the `id` it has in the HTML, unique and perhaps not ASCII.
struct PageHeading
{
    int level = 1;
    QString text;
    QString anchor;
    bool operator==(const PageHeading &) const = default;
};

/// A place for a picture: `<!--picture N-->` in the HTML, N being its index.
struct PictureSlot
{
    QString url; ///< as the author meant it, not resolved
    QString alt;
    bool operator==(const PictureSlot &) const = default;
};

/// A page rebuilt from an allow-list: nothing of the author's HTML comes through but known elements, a few
/// known attributes and escaped text. Links are `article:link/N` (N: index into `links`) or `#anchor`.
struct BuiltPage
{
    QString html;
    QString text; ///< blocks separated by blank lines
    int words = 0;
    QList<PageHeading> outline;
    QList<PictureSlot> pictures;
    QStringList links; ///< http, https, mailto or relative, as written
};

/// A level-1 heading that comes first and says the same as `title` is left out. `dataUris` stand behind the
/// `article-data:N` addresses in the HTML.
BuiltPage buildPage(const QByteArray &unsafeHtml, const QString &title, const QStringList &dataUris);

/// Only the text of that page; texts[N] belongs where textPlace(N) stands in the HTML.
QString buildText(const QByteArray &unsafeHtml, const QString &title, const QStringList &texts);

} // namespace stillpoint
