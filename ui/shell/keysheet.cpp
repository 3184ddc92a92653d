#include "ui/shell/keysheet.h"

#include "ui/shell/commands.h"
#include "ui/shell/theme.h"
#include "ui/widgets/labels.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace stillpoint::ui {

namespace {

QString keyTexts(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const QKeySequence &key : keys)
        texts.append(key.toString(QKeySequence::NativeText));
    return texts.join(QStringLiteral("  "));
}

} // namespace

KeySheet::KeySheet(const Theme &theme, QWidget *parent)
    : SheetDialog(theme, tr("Keyboard shortcuts"), parent)
{
    setObjectName(QStringLiteral("keySheet"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(0, 1);
    int row = 0;
    QString group;
    const auto add = [&](const QString &text, const QString &keys) {
        grid->addWidget(makeLabel(TextRole::Body, text, this), row, 0);
        QLabel *label = makeLabel(TextRole::Caption, keys, this);
        label->setProperty("role", QStringLiteral("key"));
        grid->addWidget(label, row++, 1, Qt::AlignLeft);
    };
    for (const CommandInfo &command : Commands::table()) {
        if (command.keys.isEmpty())
            continue;
        if (command.group != group) {
            group = command.group;
            grid->addWidget(makeLabel(TextRole::DenseStrong, group, this), row++, 0, 1, 2);
        }
        add(command.text, keyTexts(command.keys));
    }
    grid->addWidget(makeLabel(TextRole::DenseStrong, tr("Ratings"), this), row++, 0, 1, 2);
    add(tr("Rate 0 to 9"), tr("0 … 9"));
    add(tr("Rate 10"), tr("X"));
    add(tr("A half more, where the scale has halves"), tr("Shift+digit"));
    add(tr("Not rated"), tr("Del"));
    content()->addLayout(grid);
    content()->addStretch();
}

} // namespace stillpoint::ui
