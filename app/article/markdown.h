#pragma once

#include <QByteArray>
#include <QString>

namespace stillpoint {

/// GitHub's Markdown (tables, footnotes, task lists, strikethrough, bare links) as HTML, UTF-8. Raw HTML
/// comes through: only for the sanitiser.
QByteArray unsafeHtmlFromMarkdown(const QString &markdown);

} // namespace stillpoint
