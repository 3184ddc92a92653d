#pragma once

#include "app/library/articlepage.h"
#include "app/library/catalogue.h"
#include "app/library/picturepaths.h"
#include "app/library/renderclient.h"

namespace stillpoint {

/// Makes the document that the reader loads: template, header, body with its pictures and links resolved.
/// Touches the disk for pictures inside the place; never a network. Any thread.
ArticlePage readerPage(const Article &article, const RenderedArticle &rendered, const ArticlePlace &place,
                       const Catalogue &catalogue);

} // namespace stillpoint
