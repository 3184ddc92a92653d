#include "ui/shell/sheetdialog.h"

#include "ui/shell/focusring.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace stillpoint::ui {

SheetDialog::SheetDialog(const Theme &theme, const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_content(nullptr)
{
    setWindowTitle(title);
    resize(theme.px(560), theme.px(620));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(makeLabel(TextRole::Page, title, this));
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(title);
    auto *inside = new QWidget(area);
    inside->setProperty("transparent", true);
    m_content = new QVBoxLayout(inside);
    m_content->setContentsMargins(0, 0, 12, 0);
    area->setWidget(inside);
    column->addWidget(area, 1);
    QPushButton *close = makeButton(theme, ButtonKind::Secondary, tr("Close"), this);
    close->setObjectName(QStringLiteral("sheetClose"));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    column->addWidget(close, 0, Qt::AlignRight);
    new FocusRing(theme, this);
    close->setFocus();
}

} // namespace stillpoint::ui
