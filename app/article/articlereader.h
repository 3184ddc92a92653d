#pragma once

#include "app/article/metadata.h"
#include "app/article/pagebuilder.h"

#include <optional>

namespace stillpoint {

inline constexpr qsizetype maxArticleBytes = qsizetype{16} * 1024 * 1024;
inline constexpr qsizetype maxBodyBytes = qsizetype{2} * 1024 * 1024;   ///< without `data:` addresses
inline constexpr qsizetype maxOutputBytes = qsizetype{8} * 1024 * 1024; ///< text and HTML together

enum class Refusal { None, TooLarge, Binary };

struct ArticleReading
{
    Refusal refusal = Refusal::None;
    std::optional<Metadata> meta; ///< also of an article whose body is too large
    QByteArray encoding;
    QString encodingDoubt; ///< the issue that another choice of encoding may end; empty without one
    QString titleHtml;     ///< of a page whose title is more than plain text
    BuiltPage page;        ///< empty when only metadata was wanted
    ArticleIssues issues;
};

enum class Depth {
    Metadata, ///< no Markdown or HTML parser meets the body
    Text,     ///< of the page only its text and the number of its words
    Page
};

/// What one article's bytes mean. `name` is the file's name, perhaps with folders; `encoding` the one that a
/// person chose, or empty.
ArticleReading readArticle(const QByteArray &bytes, const QString &name, Depth depth,
                           const QString &encoding = {});

} // namespace stillpoint
