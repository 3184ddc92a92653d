#include "ui/shell/prompts.h"

#include "ui/widgets/labels.h"

#include <QCoreApplication>
#include <QDialog>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace stillpoint::ui {

namespace {

constexpr int dialogWidth = 480;
constexpr int longestPart = 24; // characters of an address that stay on one line

QString translated(const char *text)
{
    return QCoreApplication::translate("Prompts", text);
}

/// A long address may be broken anywhere, so that all of it is to be seen.
QString breakable(const QString &text)
{
    QString result;
    int run = 0;
    for (const QChar c : text) {
        run = c.isSpace() ? 0 : run + 1;
        if (run > longestPart && !c.isLowSurrogate())
            result += QChar(0x200b);
        result += c;
    }
    return result;
}

QPushButton *addButton(QDialog &dialog, const QString &text, const char *kind, const char *objectName)
{
    auto *button = new QPushButton(text, &dialog);
    button->setObjectName(QLatin1String(objectName));
    button->setProperty("kind", QLatin1String(kind));
    return button;
}

/// The first of the buttons, which changes nothing, has the focus.
void arrange(QDialog &dialog, const QString &title, const QString &text, const QList<QPushButton *> &buttons)
{
    dialog.setObjectName(QStringLiteral("prompt"));
    dialog.setWindowTitle(title);
    dialog.setProperty("pane", QStringLiteral("surface"));
    auto *column = new QVBoxLayout(&dialog);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(makeLabel(TextRole::Card, title, &dialog));
    QLabel *words = makeLabel(TextRole::Body, breakable(text), &dialog);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    words->setFixedWidth(dialogWidth - 48);
    column->addWidget(words);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch();
    for (QPushButton *button : buttons)
        row->addWidget(button);
    column->addLayout(row);
    column->setSizeConstraint(QLayout::SetFixedSize);
    buttons.first()->setFocus(Qt::OtherFocusReason);
}

} // namespace

std::optional<QString> DialogPrompts::chooseFolder(QWidget *parent, const QString &title)
{
    const QString folder = QFileDialog::getExistingDirectory(parent, title);
    return folder.isEmpty() ? std::nullopt : std::make_optional(folder);
}

QStringList DialogPrompts::chooseFiles(QWidget *parent, const QString &title, const QString &filter)
{
    return QFileDialog::getOpenFileNames(parent, title, QString(), filter);
}

std::optional<QString> DialogPrompts::chooseSaveFile(QWidget *parent, const QString &title,
                                                     const QString &proposal)
{
    // The dialog adds the ending itself, so that it is the file in the end of which it asks before replacing
    // it.
    QFileDialog dialog(parent, title, QString(), QString());
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QFileInfo(proposal).suffix());
    dialog.selectFile(proposal);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return dialog.selectedFiles().value(0);
}

bool DialogPrompts::confirm(QWidget *parent, const QString &title, const QString &text, const QString &action)
{
    QDialog dialog(parent);
    QPushButton *cancel =
        addButton(dialog, translated(QT_TRANSLATE_NOOP("Prompts", "Cancel")), "secondary", "promptCancel");
    QPushButton *yes = addButton(dialog, action, "primary", "promptAction");
    QObject::connect(cancel, &QPushButton::clicked, &dialog, &QDialog::reject);
    QObject::connect(yes, &QPushButton::clicked, &dialog, &QDialog::accept);
    arrange(dialog, title, text, {cancel, yes});
    return dialog.exec() == QDialog::Accepted;
}

void DialogPrompts::tell(QWidget *parent, const QString &title, const QString &text)
{
    QDialog dialog(parent);
    QPushButton *close =
        addButton(dialog, translated(QT_TRANSLATE_NOOP("Prompts", "Close")), "secondary", "promptCancel");
    QObject::connect(close, &QPushButton::clicked, &dialog, &QDialog::accept);
    arrange(dialog, title, text, {close});
    dialog.exec();
}

} // namespace stillpoint::ui
