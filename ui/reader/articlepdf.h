#pragma once

#include "app/library/article.h"
#include "ui/reader/readerview.h"
#include "ui/shell/page.h"

namespace stillpoint::ui {

/// Asks for a file and writes the article that `view` serves into it as a PDF, whole or not at all; a toast
/// says how it went. Nothing more happens when the view goes before the pages are laid out.
void saveAsPdf(const ShellContext &context, QWidget *window, ReaderView &view, const Article &article);

} // namespace stillpoint::ui
