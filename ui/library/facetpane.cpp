#include "ui/library/facetpane.h"

#include "ui/library/facetview.h"
#include "ui/library/filterchip.h"
#include "ui/library/filterparts.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/segmented.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace stillpoint::ui {

namespace {

/// What a query may leave out, in the order of the chips that show it.
constexpr std::array leavableOut{ReadFilter::Draft, ReadFilter::Future, ReadFilter::Archived};

} // namespace

FacetPane::FacetPane(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_drawerHeader(new QWidget(this))
    , m_top(new QVBoxLayout)
{
    setObjectName(QStringLiteral("facetPane"));
    setAccessibleName(tr("Filters"));
    setProperty("pane", QStringLiteral("bg"));
    setAttribute(Qt::WA_StyledBackground);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);

    auto *title = new QHBoxLayout(m_drawerHeader);
    title->setContentsMargins(12, 8, 8, 0);
    title->addWidget(makeLabel(TextRole::Card, tr("Filters"), m_drawerHeader), 1);
    QToolButton *close = makeIconButton(theme, QStringLiteral("close"), tr("Close filters"), m_drawerHeader);
    close->setObjectName(QStringLiteral("closeFilters"));
    title->addWidget(close);
    connect(close, &QToolButton::clicked, this, &FacetPane::closeWanted);
    outer->addWidget(m_drawerHeader);
    m_top->setContentsMargins(12, 12, 12, 0);
    outer->addLayout(m_top);

    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(scroll);
    content->setProperty("pane", QStringLiteral("bg"));
    content->setAttribute(Qt::WA_StyledBackground);
    scroll->setWidget(content);
    outer->addWidget(scroll, 1);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(12, 12, 12, 24);
    m_column->setSpacing(0);
    addReadChips(m_column);
    addTags(m_column);
    addCategories(m_column);
    m_column->addStretch();
    connect(&theme, &Theme::changed, this, &FacetPane::restyle);
    restyle();
    setDrawer(false);
}

void FacetPane::addReadChips(QVBoxLayout *column)
{
    auto *row = new FlowLayout(6);
    for (const ReadFilter filter :
         {ReadFilter::All, ReadFilter::Unread, ReadFilter::Reading, ReadFilter::Read, ReadFilter::Starred,
          leavableOut[0], leavableOut[1], leavableOut[2]}) {
        auto *chip = new FilterChip(m_theme, readFilterName(filter), this);
        chip->setObjectName(QStringLiteral("read-%1").arg(static_cast<int>(filter)));
        chip->setCheckable(true);
        chip->setCount(0);
        if (filter == ReadFilter::Starred)
            chip->setIconName(QStringLiteral("star"));
        connect(chip, &FilterChip::clicked, this, [this, filter] { Q_EMIT readWanted(filter); });
        m_readChips.insert(filter, chip);
        row->addWidget(chip);
    }
    column->addLayout(row);
    column->addSpacing(12);
    showReadChips();
}

/// Those for what the list leaves out are there only while there is such a thing.
void FacetPane::showReadChips()
{
    for (const ReadFilter filter : leavableOut) {
        FilterChip *chip = m_readChips.value(filter);
        chip->setVisible(m_leavable.contains(filter) || chip->isChecked());
    }
}

void FacetPane::addTags(QVBoxLayout *column)
{
    auto *header = new QHBoxLayout;
    header->setSpacing(8);
    header->addWidget(makeLabel(TextRole::DenseStrong, tr("Tags"), this, Token::Text2));
    header->addStretch();
    header->addWidget(makeLabel(TextRole::Caption, tr("match"), this));
    m_match =
        new Segmented({tr("any"), tr("all")}, tr("Articles must have any or all of the included tags"), this);
    m_match->setObjectName(QStringLiteral("tagMatch"));
    header->addWidget(m_match);
    connect(m_match, &Segmented::chosen, this,
            [this](int index) { Q_EMIT matchWanted(index == 0 ? TagMatch::Any : TagMatch::All); });
    column->addLayout(header);

    m_tagFilter = new QLineEdit(this);
    m_tagFilter->setObjectName(QStringLiteral("tagFilter"));
    m_tagFilter->setAccessibleName(tr("Find a tag"));
    m_tagFilter->setPlaceholderText(tr("Find a tag"));
    m_tagFilter->setClearButtonEnabled(true);
    column->addWidget(m_tagFilter);
    m_noTag = makeLabel(TextRole::Dense, {}, this, Token::Text2);
    m_noTag->setObjectName(QStringLiteral("noTag"));
    m_noTag->setWordWrap(true);
    m_noTag->setContentsMargins(8, 8, 8, 4);
    column->addWidget(m_noTag);
    m_tags = new FacetView(m_theme, tr("Tags"), this);
    m_tags->setObjectName(QStringLiteral("tagFacets"));
    column->addWidget(m_tags);
    connect(m_tagFilter, &QLineEdit::textChanged, &m_tags->facets(), &FacetModel::setFilter);
    connect(&m_tags->facets(), &FacetModel::modelReset, this, &FacetPane::tellNoTag);
    connect(m_tags, &FacetView::stateWanted, this, &FacetPane::tagWanted);

    auto *links = new QHBoxLayout;
    links->setContentsMargins(8, 0, 8, 0);
    m_moreTags = makeButton(m_theme, ButtonKind::Link, {}, this);
    m_moreTags->setObjectName(QStringLiteral("moreTags"));
    m_clear = makeButton(m_theme, ButtonKind::Link, tr("Clear"), this);
    m_clear->setObjectName(QStringLiteral("clearFilters"));
    m_clear->setAccessibleName(tr("Clear all filters"));
    links->addWidget(m_moreTags);
    links->addStretch();
    links->addWidget(m_clear);
    column->addLayout(links);
    connect(m_moreTags, &QPushButton::clicked, this, [this] { showAllTags(!m_allTags); });
    connect(m_clear, &QPushButton::clicked, this, &FacetPane::clearWanted);
    showAllTags(false);
    tellNoTag();
}

void FacetPane::addCategories(QVBoxLayout *column)
{
    column->addSpacing(17);
    m_categoriesHeader = makeLabel(TextRole::DenseStrong, tr("Categories"), this, Token::Text2);
    column->addWidget(m_categoriesHeader);
    column->addSpacing(6);
    m_categories = new FacetView(m_theme, tr("Categories"), this);
    m_categories->setObjectName(QStringLiteral("categoryFacets"));
    column->addWidget(m_categories);
    auto *links = new QHBoxLayout;
    links->setContentsMargins(8, 0, 8, 0);
    m_moreCategories = makeButton(m_theme, ButtonKind::Link, {}, this);
    m_moreCategories->setObjectName(QStringLiteral("moreCategories"));
    links->addWidget(m_moreCategories);
    links->addStretch();
    column->addLayout(links);
    connect(m_categories, &FacetView::stateWanted, this, &FacetPane::categoryWanted);
    connect(m_moreCategories, &QPushButton::clicked, this, [this] {
        m_allCategories = !m_allCategories;
        m_categories->facets().setExpanded(m_allCategories);
        updateLinks();
    });
    updateLinks();
}

void FacetPane::showAllTags(bool all)
{
    m_allTags = all;
    m_tagFilter->clear();
    m_tagFilter->setVisible(all);
    m_tags->facets().setExpanded(all);
    if (all)
        m_tagFilter->setFocus(Qt::OtherFocusReason);
    if (m_categories)
        updateLinks();
}

void FacetPane::setQuery(const ArticleQuery &query)
{
    for (auto it = m_readChips.cbegin(); it != m_readChips.cend(); ++it)
        it.value()->setChecked(it.key() == query.read);
    showReadChips();
    m_match->setCurrent(query.match == TagMatch::Any ? 0 : 1);
    m_anyChosen = !query.tags.isEmpty() || !query.categories.isEmpty() || query.read != ReadFilter::All;
    updateLinks();
}

void FacetPane::setHits(const ArticleHits &hits)
{
    for (auto it = m_readChips.cbegin(); it != m_readChips.cend(); ++it)
        it.value()->setCount(hits.readCounts.value(it.key()));
    m_leavable.clear();
    for (const ReadFilter filter : leavableOut) {
        if (hits.leftOut.contains(filter) || hits.readCounts.value(filter) > 0)
            m_leavable.insert(filter);
    }
    showReadChips();
    m_tags->setFacets(hits.tags);
    m_categories->setFacets(hits.categories);
    updateLinks();
}

void FacetPane::updateLinks()
{
    const auto label = [this](QPushButton *button, FacetView *view, bool all, const QString &more,
                              const QString &fewer) {
        const int hidden = view->facets().total() - view->facets().rowCount();
        button->setVisible(all || hidden > 0);
        button->setText(all ? fewer : more.arg(locale().toString(hidden)));
    };
    label(m_moreTags, m_tags, m_allTags, tr("%1 more tags"), tr("Fewer tags"));
    label(m_moreCategories, m_categories, m_allCategories, tr("%1 more categories"), tr("Fewer categories"));
    m_clear->setVisible(m_anyChosen);
    m_categoriesHeader->setVisible(m_categories->facets().total() > 0);
}

void FacetPane::tellNoTag()
{
    const QString typed = m_tagFilter->text().simplified();
    m_noTag->setText(tr("No tag contains \u201c%1\u201d.").arg(typed.left(60)));
    m_noTag->setVisible(!typed.isEmpty() && m_tags->facets().rowCount() == 0);
}

void FacetPane::addSection(QWidget *section)
{
    m_column->insertWidget(m_column->count() - 1, section);
    section->setContentsMargins(0, 8, 0, 0);
}

void FacetPane::setDrawer(bool on)
{
    m_drawerHeader->setVisible(on);
}

void FacetPane::focusFirst()
{
    m_tags->setFocus(Qt::OtherFocusReason);
}

void FacetPane::restyle()
{
    setFixedWidth(m_theme.px(256) - 1); // and the rule
}

} // namespace stillpoint::ui
