#pragma once

#include "app/article/metavalue.h"

namespace stillpoint {

/// An article's text cut in two.
struct FrontMatter
{
    enum class Format { None, Yaml, YamlByLines, Toml, Json };
    Format format = Format::None;
    MetaValue root; ///< a map; empty when there is none
    QString body;
    int bodyLine = 1; ///< the file's line of the body's first line
    ArticleIssues issues;
};

/// Finds and reads the front matter at the start of `text` (lines end in `\n`). The body is never lost:
/// what cannot be read as front matter is read line by line or stays in the body.
FrontMatter splitFrontMatter(const QString &text);

} // namespace stillpoint
