#include "ui/shell/prompts.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace stillpoint::ui {

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
    const QString file = QFileDialog::getSaveFileName(parent, title, proposal);
    return file.isEmpty() ? std::nullopt : std::make_optional(file);
}

bool DialogPrompts::confirm(QWidget *parent, const QString &title, const QString &text, const QString &action)
{
    QMessageBox box(QMessageBox::Question, title, text, QMessageBox::Cancel, parent);
    box.setTextFormat(Qt::PlainText);
    const QPushButton *yes = box.addButton(action, QMessageBox::AcceptRole);
    box.exec();
    return box.clickedButton() == yes;
}

void DialogPrompts::tell(QWidget *parent, const QString &title, const QString &text)
{
    QMessageBox box(QMessageBox::Information, title, text, QMessageBox::Ok, parent);
    box.setTextFormat(Qt::PlainText);
    box.exec();
}

} // namespace stillpoint::ui
