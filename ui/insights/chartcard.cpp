#include "ui/insights/chartcard.h"

#include "ui/charts/chartpicture.h"
#include "ui/insights/explanations.h"
#include "ui/insights/tablemodel.h"
#include "ui/shell/prompts.h"
#include "ui/shell/sheetdialog.h"
#include "ui/shell/theme.h"
#include "ui/shell/toast.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tables.h"
#include "ui/widgets/texts.h"

#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace stillpoint::ui {

namespace {

QTableView *makeChartTable(QAbstractItemModel *model, const QString &name, QWidget *parent)
{
    QTableView *table = makeTable(model, parent);
    table->setObjectName(name + QStringLiteral("Table"));
    table->setWordWrap(false);
    table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // the chart decides the height
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setStretchLastSection(true);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    return table;
}

} // namespace

ChartCard::ChartCard(const ShellContext &context, const QString &name, QWidget *chart, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_name(name)
    , m_card(new Card(this))
    , m_chart(chart)
    , m_model(new TableModel(this))
    , m_table(makeChartTable(m_model, name, m_card))
    , m_stack(new QStackedWidget(m_card))
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_switch(makeIconButton(context.theme, QStringLiteral("table"), tr("Table"), m_card))
    , m_export(makeIconButton(context.theme, QStringLiteral("export"), tr("Picture"), m_card))
    , m_notes(makeLabel(TextRole::Dense, {}, m_card, Token::Text2))
{
    setObjectName(name + QStringLiteral("Card"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    m_chart->setObjectName(name + QStringLiteral("Chart"));
    m_notes->setObjectName(name + QStringLiteral("Note"));
    m_notes->setWordWrap(true);
    m_card->setTitle({});
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_table);
    m_row->setSpacing(24);
    m_row->addWidget(m_stack, 1);
    m_card->body()->addLayout(m_row, 1);
    m_card->body()->addWidget(m_notes);
    m_notes->hide();
    addTools();
    m_switch->setEnabled(false);
    m_export->setEnabled(false);
    restyle();
    connect(&context.theme, &Theme::changed, this, &ChartCard::restyle);
}

void ChartCard::addTools()
{
    m_switch->setObjectName(m_name + QStringLiteral("TableSwitch"));
    m_switch->setCheckable(true);
    auto *tools = new QWidget(m_card);
    m_tools = new QHBoxLayout(tools);
    m_tools->setContentsMargins(0, 0, 0, 0);
    m_tools->setSpacing(0);
    m_card->addAction(tools);
    m_tools->addWidget(m_switch);
    connect(m_switch, &QToolButton::clicked, this, &ChartCard::toggleTable);
    m_switch->setToolTip(tr("The same numbers as a chart or as a table (T)"));
    addExport();
    QToolButton *how =
        makeIconButton(m_context.theme, QStringLiteral("info"), tr("How is this computed?"), m_card);
    how->setObjectName(m_name + QStringLiteral("How"));
    m_tools->addWidget(how);
    setTabOrder(how, m_chart);
    setTabOrder(m_chart, m_table);
    connect(how, &QToolButton::clicked, this, &ChartCard::explain);
}

void ChartCard::setChoice(QWidget *choice)
{
    auto *line = new QHBoxLayout;
    line->addWidget(choice);
    line->addStretch();
    m_card->body()->insertLayout(m_card->body()->indexOf(m_row), line);
}

void ChartCard::addExport()
{
    m_export->setObjectName(m_name + QStringLiteral("Export"));
    m_export->setToolTip(tr("Save or copy as a picture"));
    m_export->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_export);
    const auto add = [&](const QString &ending, const QString &text) {
        QAction *action = menu->addAction(text, this, [this, ending] { save(ending); });
        action->setObjectName(m_name + QStringLiteral("Save.") + ending);
    };
    add(QStringLiteral("png"), tr("Save as PNG …"));
    add(QStringLiteral("svg"), tr("Save as SVG …"));
    add(QStringLiteral("pdf"), tr("Save as PDF …"));
    menu->addSeparator();
    QAction *copied = menu->addAction(tr("Copy picture"), this, &ChartCard::copy);
    copied->setObjectName(m_name + QStringLiteral("Copy"));
    m_export->setMenu(menu);
    m_tools->addWidget(m_export);
}

void ChartCard::restyle()
{
    m_table->verticalHeader()->setDefaultSectionSize(m_context.theme.px(28));
}

void ChartCard::showLead(const QStringList &lead)
{
    if (lead.isEmpty())
        return;
    if (!m_leadTitle) {
        auto *column = new QVBoxLayout;
        column->setSpacing(8);
        m_leadTitle = makeLabel(TextRole::Page, {}, m_card);
        m_leadTitle->setObjectName(m_name + QStringLiteral("Lead"));
        m_leadTitle->setWordWrap(true);
        m_leadText = makeLabel(TextRole::Body, {}, m_card, Token::Text2);
        m_leadText->setObjectName(m_name + QStringLiteral("Reason"));
        m_leadText->setWordWrap(true);
        column->addWidget(m_leadTitle);
        column->addWidget(m_leadText);
        column->addStretch();
        m_row->insertLayout(0, column, 1);
        m_row->setStretch(1, 1);
    }
    m_leadTitle->setText(lead.first());
    m_leadText->setText(lead.mid(1).join(QLatin1Char(' ')));
}

void ChartCard::setDrawing(const DrawingPtr &drawing)
{
    m_drawing = drawing;
    m_switch->setEnabled(true);
    m_export->setEnabled(true);
    m_card->setTitle(drawing->title(), drawing->facts());
    showLead(drawing->lead());
    m_model->setRows(drawing->table());
    m_table->setAccessibleName(tr("%1, table").arg(drawing->title()));
    m_switch->setAccessibleName(tr("Table of “%1”").arg(drawing->title()));
    m_export->setAccessibleName(tr("Picture of “%1”").arg(drawing->title()));
    const QStringList notes = drawing->notes();
    m_notes->setText(notes.join(QLatin1Char(' ')));
    m_notes->setVisible(!notes.isEmpty());
}

QWidget *ChartCard::shown() const
{
    return m_stack->currentWidget();
}

void ChartCard::setNarrow(bool narrow)
{
    m_row->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void ChartCard::toggleTable()
{
    if (!m_drawing)
        return;
    const bool table = m_stack->currentWidget() == m_chart;
    const bool hadFocus = m_stack->isAncestorOf(QApplication::focusWidget());
    m_stack->setCurrentWidget(table ? static_cast<QWidget *>(m_table) : m_chart);
    m_switch->setChecked(table);
    if (hadFocus)
        m_stack->currentWidget()->setFocus();
}

void ChartCard::save(const QString &ending)
{
    const QString proposal = fileStem(m_drawing->title()) + QLatin1Char('.') + ending;
    const std::optional<QString> file =
        m_context.prompts.chooseSaveFile(window(), tr("Save the chart"), proposal);
    if (!file)
        return;
    const PaperTheme paper;
    if (const Result<void> saved = saveChart(*m_drawing, paper.theme(), *file); saved)
        m_context.toast.tell(tr("Saved as “%1”.").arg(QFileInfo(*file).fileName()), QStringLiteral("export"));
    else
        m_context.toast.tellError(saved.error().message);
}

void ChartCard::copy()
{
    const PaperTheme paper;
    auto *picture = new QMimeData;
    picture->setImageData(chartImage(*m_drawing, paper.theme()));
    picture->setData(QStringLiteral("image/svg+xml"),
                     chartBytes(*m_drawing, paper.theme(), PictureFormat::Svg));
    QGuiApplication::clipboard()->setMimeData(picture);
    m_context.toast.tell(tr("The picture is copied."));
}

void ChartCard::explain()
{
    SheetDialog sheet(m_context.theme, tr("How is this computed?"), window());
    sheet.setObjectName(QStringLiteral("howSheet"));
    sheet.content()->setSpacing(10);
    for (const QString &paragraph : explanation(m_name)) {
        QLabel *label = makeLabel(TextRole::Body, paragraph, &sheet);
        label->setWordWrap(true);
        sheet.content()->addWidget(label);
    }
    sheet.content()->addStretch();
    sheet.exec();
}

} // namespace stillpoint::ui
