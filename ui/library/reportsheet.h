#pragma once

#include "app/library/article.h"
#include "app/library/importreport.h"
#include "ui/shell/sheetdialog.h"

#include <optional>

namespace stillpoint::ui {

/// What there is to say about the files of the library: what the last import did, and each file that was not
/// read as it stands, with line and reason. Enter opens the article.
class ReportSheet final : public SheetDialog
{
    Q_OBJECT
public:
    /// `last` is the import of this sitting, if there was one.
    ReportSheet(const Theme &theme, const QList<Article> &articles, const std::optional<ImportReport> &last,
                QWidget *parent);

Q_SIGNALS:
    void openWanted(const QUuid &article);
};

/// "1,044 articles added, 2 removed"
QString reportSummary(const ImportReport &report);

} // namespace stillpoint::ui
