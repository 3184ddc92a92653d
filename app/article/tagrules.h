#pragma once

#include "app/article/metavalue.h"

namespace stillpoint {

/// Tags: the union of `tag`, `tags`, `keywords`, `topics`, `hashtags` in any case, as written, without
/// empties and without what folds to a tag already there. A string is cut at commas (also full-width and
/// ideographic) and semicolons; at spaces only under plural `tags`, and only without a comma (as Jekyll
/// does).
QStringList tagsOf(const MetaValue &root);

/// The same for `category` and `categories`.
QStringList categoriesOf(const MetaValue &root);

/// Appends what is not yet there after folding.
void mergeTags(QStringList &tags, const QStringList &more);

} // namespace stillpoint
