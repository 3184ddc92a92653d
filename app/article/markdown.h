#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace stillpoint {

/// An article's body in GitHub's Markdown (tables, footnotes, task lists, strikethrough, bare links).
class MarkdownDocument
{
public:
    explicit MarkdownDocument(const QString &markdown);
    ~MarkdownDocument();
    MarkdownDocument(const MarkdownDocument &) = delete;
    MarkdownDocument &operator=(const MarkdownDocument &) = delete;

    /// UTF-8. Raw HTML comes through: only for the sanitiser.
    QByteArray unsafeHtml() const;
    /// The same with the longer pieces of text taken out, so that there is less to parse: `textPlace(N)`
    /// stands where texts[N] belongs. Once only: the pieces leave the document.
    QByteArray unsafeHtmlWithoutTexts(QStringList &texts);
    /// What buildPage() makes the text of that HTML, several times faster; nothing where only HTML's own
    /// rules can tell, as with raw HTML.
    std::optional<QString> text(const QString &title) const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace stillpoint
