#include "ui/shell/sheetdialog.h"

#include "ui/shell/focusring.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scrim.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace stillpoint::ui {

SheetDialog::SheetDialog(const Theme &theme, const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_content(nullptr)
    , m_footer(new QHBoxLayout)
    , m_close(makeButton(theme, ButtonKind::Secondary, tr("Close"), this))
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
    m_close->setObjectName(QStringLiteral("sheetClose"));
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    m_footer->setSpacing(12);
    m_footer->addStretch();
    m_footer->addWidget(m_close);
    column->addLayout(m_footer);
    setTabOrder(area, m_close);
    new FocusRing(theme, this);
    m_close->setFocus();
}

void SheetDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (!parentWidget() || m_scrim)
        return;
    m_scrim = new Scrim(parentWidget()->window());
    // A sheet that is destroyed while it is seen hides when it is no SheetDialog any more.
    connect(this, &QObject::destroyed, m_scrim, &QObject::deleteLater);
    m_scrim->show();
    m_scrim->raise();
}

void SheetDialog::hideEvent(QHideEvent *event)
{
    if (m_scrim) {
        m_scrim->hide();
        m_scrim->deleteLater();
        m_scrim = nullptr;
    }
    QDialog::hideEvent(event);
}

} // namespace stillpoint::ui
