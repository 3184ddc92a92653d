#include "ui/reader/articlepdf.h"

#include "app/base/files.h"
#include "ui/reader/librarypages.h"
#include "ui/shell/prompts.h"
#include "ui/shell/toast.h"
#include "ui/widgets/texts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace stillpoint::ui {

namespace {

constexpr double marginMm = 20;
const QLatin1String ending(".pdf");

QString tr(const char *text)
{
    return QCoreApplication::translate("ArticlePdf", text);
}

/// The sheet that printers have where the person lives.
QPageLayout sheet()
{
    const bool letter = QLocale().measurementSystem() == QLocale::ImperialUSSystem;
    return {QPageSize(letter ? QPageSize::Letter : QPageSize::A4), QPageLayout::Portrait,
            QMarginsF(marginMm, marginMm, marginMm, marginMm), QPageLayout::Millimeter};
}

Result<void> write(const QString &file, const QString &title, const QByteArray &pdf)
{
    if (pdf.isEmpty()) {
        return failure(ErrorCode::Unavailable,
                       tr("\u201c%1\u201d could not be laid out as a PDF, so nothing was written. Open the "
                          "article again and try once more.")
                           .arg(title));
    }
    return writeFileAtomically(file, pdf);
}

} // namespace

void saveAsPdf(const ShellContext &context, QWidget *window, ReaderView &view, const Article &article)
{
    const QString stem = fileStem(article.title);
    const QString proposal = (stem.isEmpty() ? tr("article") : stem) + ending;
    const std::optional<QString> file =
        context.prompts.chooseSaveFile(window, tr("Save the article as a PDF"), proposal);
    if (!file)
        return;
    view.pdf(articleUrl(article.id), sheet(),
             [context, file = *file, title = article.title](const QByteArray &pdf) {
                 if (const Result<void> written = write(file, title, pdf); !written)
                     context.toast.tellError(written.error().message);
                 else
                     context.toast.tell(tr("Saved as \u201c%1\u201d in %2")
                                            .arg(QFileInfo(file).fileName(),
                                                 QDir::toNativeSeparators(QFileInfo(file).absolutePath())),
                                        QStringLiteral("export"));
             });
}

} // namespace stillpoint::ui
