#include "ui/shell/aboutsheet.h"

#include "ui/shell/sandbox.h"
#include "ui/shell/theme.h"
#include "ui/widgets/labels.h"

#include <QFile>
#include <QLabel>
#include <QVBoxLayout>

namespace stillpoint::ui {

namespace {

QLabel *paragraph(TextRole role, const QString &text, QWidget *parent)
{
    QLabel *label = makeLabel(role, text, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QString notices()
{
    QFile file(QStringLiteral(":/copyright"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

AboutSheet::AboutSheet(const Theme &theme, QWidget *parent)
    : SheetDialog(theme, tr("About Stillpoint"), parent)
{
    setObjectName(QStringLiteral("aboutSheet"));
    content()->setSpacing(10);
    content()->addWidget(
        paragraph(TextRole::BodyStrong, tr("Stillpoint %1").arg(QStringLiteral(STILLPOINT_VERSION)), this));
    content()->addWidget(
        paragraph(TextRole::Body,
                  tr("A wellness journal and offline article reader. It answers one question honestly: "
                     "is bodywork helping me? It is no medical advice."),
                  this));
    content()->addWidget(
        paragraph(TextRole::Body,
                  tr("Free software under the GNU General Public License, version 3 or later. "
                     "It comes without any warranty."),
                  this));
    content()->addWidget(paragraph(TextRole::DenseStrong, tr("Protection around articles"), this));
    content()->addWidget(paragraph(TextRole::Dense, sandboxLayers(), this));
    content()->addWidget(paragraph(TextRole::DenseStrong, tr("Libraries and fonts"), this));
    content()->addWidget(paragraph(TextRole::Dense, notices(), this));
    content()->addStretch();
}

} // namespace stillpoint::ui
