#include "ui/library/reportsheet.h"

#include "ui/library/filterparts.h"
#include "ui/shell/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tables.h"

#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace stillpoint::ui {

namespace {

constexpr int idRole = Qt::UserRole + 1;

struct Line
{
    QString file;
    QString message;
    QUuid article; ///< null when the file is not in the library
};

/// What is still true of the files in the library, then what the last import said of others.
QList<Line> linesOf(const QList<Article> &articles, const std::optional<ImportReport> &last)
{
    QList<Line> lines;
    QSet<QString> known;
    for (const Article &article : articles) {
        known.insert(article.file);
        for (const QString &warning : article.warnings)
            lines.append({article.file, warning, article.id});
    }
    for (const ImportIssue &issue : last ? last->issues : QList<ImportIssue>()) {
        if (!known.contains(issue.file))
            lines.append({issue.file, issueText(issue), {}});
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const Line &a, const Line &b) { return a.file < b.file; });
    return lines;
}

QStandardItemModel *modelOf(const QList<Line> &lines, QObject *parent)
{
    auto *model = new QStandardItemModel(0, 2, parent);
    model->setHorizontalHeaderLabels({ReportSheet::tr("File"), ReportSheet::tr("What happened")});
    for (const Line &line : lines) {
        auto *file = new QStandardItem(QFileInfo(line.file).fileName());
        file->setToolTip(plainToolTip(QDir::toNativeSeparators(line.file)));
        file->setData(line.article, idRole);
        auto *message = new QStandardItem(line.message);
        message->setToolTip(plainToolTip(line.message));
        model->appendRow({file, message});
    }
    return model;
}

} // namespace

QString reportSummary(const ImportReport &report)
{
    QStringList parts;
    if (report.added > 0)
        parts << ReportSheet::tr("%1 added").arg(articlesText(report.added));
    if (report.updated > 0)
        parts << ReportSheet::tr("%Ln updated", nullptr, report.updated);
    if (report.removed > 0)
        parts << ReportSheet::tr("%Ln removed", nullptr, report.removed);
    if (report.skipped > 0)
        parts << ReportSheet::tr("%Ln left out", nullptr, report.skipped);
    if (parts.isEmpty())
        return ReportSheet::tr("No article has changed");
    return parts.join(QStringLiteral(", "));
}

namespace {

/// The summary with what stayed as it was.
QString outcomeText(const ImportReport &report)
{
    if (report.added + report.updated + report.removed + report.skipped == 0)
        return ReportSheet::tr("%1 unchanged").arg(articlesText(report.unchanged));
    return ReportSheet::tr("%1, %2 unchanged")
        .arg(reportSummary(report), QLocale().toString(report.unchanged));
}

} // namespace

ReportSheet::ReportSheet(const Theme &theme, const QList<Article> &articles,
                         const std::optional<ImportReport> &last, QWidget *parent)
    : SheetDialog(theme, tr("Import report"), parent)
{
    setObjectName(QStringLiteral("reportSheet"));
    resize(theme.px(760), theme.px(620));
    const QList<Line> lines = linesOf(articles, last);
    QString text =
        last ? tr("Last look at the files: %1.").arg(outcomeText(*last)) + QLatin1Char(' ') : QString();
    text += lines.isEmpty() ? tr("Every file was read as it stands.")
                            : tr("These files were not read as they stand. Nothing in them was changed.");
    QLabel *head = makeLabel(TextRole::Body, text, this);
    head->setWordWrap(true);
    head->setObjectName(QStringLiteral("reportText"));
    content()->addWidget(head);
    if (lines.isEmpty()) {
        content()->addStretch();
        return;
    }
    QTableView *table = makeTable(modelOf(lines, this), this);
    table->setObjectName(QStringLiteral("reportTable"));
    table->setAccessibleName(tr("Files that were not read as they stand"));
    table->horizontalHeader()->setStretchLastSection(true);
    table->setColumnWidth(0, theme.px(240));
    // The last column has its width only once the sheet is laid out.
    connect(table->horizontalHeader(), &QHeaderView::sectionResized, table,
            &QTableView::resizeRowsToContents);
    content()->addWidget(table, 1);
    connect(table, &QTableView::activated, this, [this](const QModelIndex &index) {
        const auto article = index.siblingAtColumn(0).data(idRole).toUuid();
        if (article.isNull())
            return;
        accept();
        Q_EMIT openWanted(article);
    });
}

} // namespace stillpoint::ui
