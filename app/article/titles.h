#pragma once

#include <QString>

namespace stillpoint {

/// A title without its Markdown marks, HTML tags, entities and bidi controls, white space folded.
/// Runs no Markdown parser, so that metadata can be had of articles that break one.
QString plainTitle(const QString &written);

/// Text without bidi and other controls, which would act on what stands beside it in a list.
QString withoutControls(QString text);

/// A title out of a file name: without folders, extension and date, `-` and `_` as spaces; the folder's name
/// for index files.
QString titleFromFileName(const QString &name);

} // namespace stillpoint
