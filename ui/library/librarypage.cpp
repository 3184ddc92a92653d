#include "ui/library/librarypage.h"

#include "app/workspace/workspace.h"
#include "ui/library/articlelist.h"
#include "ui/library/articlelistmodel.h"
#include "ui/library/articlesearch.h"
#include "ui/library/facetpane.h"
#include "ui/library/filterchip.h"
#include "ui/library/importrunner.h"
#include "ui/library/lastview.h"
#include "ui/library/listheader.h"
#include "ui/library/querycodec.h"
#include "ui/library/savedfilters.h"
#include "ui/reader/readerhost.h"
#include "ui/shell/commands.h"
#include "ui/shell/theme.h"
#include "ui/shell/toast.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scrim.h"
#include "ui/widgets/searchbox.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace stillpoint::ui {

namespace {

constexpr int openAfterMs = 120; // rows passed by quickly are not opened
constexpr int preloadAfterMs = 2000;

void setState(QMap<QString, TagState> &map, const QString &folded, TagState state)
{
    if (state == TagState::Ignore)
        map.remove(folded);
    else
        map.insert(folded, state);
}

} // namespace

LibraryPage::LibraryPage(const ShellContext &shell, QWidget *parent)
    : Page(shell, parent)
    , m_model(new ArticleListModel(shell.workspace, this))
    , m_search(new ArticleSearch(this))
    , m_import(new ImportRunner(shell, this))
    , m_lastView(new LastView(shell.workspace.journal(), this))
    , m_stack(new QStackedWidget(this))
    , m_nothingYet(new EmptyState(shell.theme, QStringLiteral("folder-add"), this))
    , m_content(new QWidget(this))
    , m_searchRow(new QWidget(this))
    , m_searchBox(new SearchBox(shell.theme, tr("Search articles"), m_searchRow))
    , m_unused(makeLabel(TextRole::Dense, {}, m_searchRow, Token::Text2))
    , m_filtersButton(
          makeButton(shell.theme, ButtonKind::Secondary, {}, m_searchRow, QStringLiteral("filter")))
    , m_facets(new FacetPane(shell.theme, this))
    , m_saved(new SavedFilters(shell, m_facets))
    , m_facetsRule(makeRule(this, true))
    , m_scrim(new Scrim(this))
    , m_listRule(makeRule(this, true))
{
    setObjectName(QStringLiteral("libraryPage"));
    m_searchBox->setObjectName(QStringLiteral("librarySearch"));
    m_searchBox->setToolTip(tr("Words, “a phrase”, -not, tag:neck, author:, before:2025, after:, is:unread"));
    m_query.sort = sortFromText(shell.workspace.settings().text(Setting::LibrarySort));
    m_openSoon.setSingleShot(true);
    m_openSoon.setInterval(openAfterMs);
    makeLayout();
    connectQuery();
    connectList();
    bindCommands();
    connect(&shell.theme, &Theme::changed, this, [this] { arrange(true); });
    m_facets->setQuery(m_query);
    m_header->setSort(m_query.sort, false);
    arrange(true);
}

void LibraryPage::makeLayout()
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
    m_columns = new QHBoxLayout(m_content);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(0);
    // Tab walks the parts in the order in which they are made: search, filters, list, article.
    m_listColumn = makeListColumn();
    m_reader = new ReaderHost(context(), siblingFile(QStringLiteral("stillpoint-reader.so")), this);
    m_facets->addSection(m_saved);
    m_columns->addWidget(m_facets);
    m_columns->addWidget(m_facetsRule);
    m_columns->addWidget(m_listColumn);
    m_columns->addWidget(m_listRule);
    m_columns->addWidget(m_reader, 1);
    m_nothingYet->setObjectName(QStringLiteral("libraryEmpty"));
    m_nothingYet->setTexts(
        tr("No articles yet"),
        tr("Add a folder of Markdown files. Stillpoint reads them where they are and never changes them."),
        tr("Add a folder"));
    m_nothingYet->setExample(
        tr("Undoing a desk day: five slow neck movements"),
        tr("Hours at a desk do not damage a neck, but holding one position makes it stiff."),
        tr("neck, posture \u00b7 6 min"));
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_nothingYet);
    connect(m_scrim, &Scrim::pressed, this, [this] { openDrawer(false); });
}

QWidget *LibraryPage::makeListColumn()
{
    auto *column = new QWidget(m_content);
    column->setProperty("pane", QStringLiteral("surface"));
    column->setAttribute(Qt::WA_StyledBackground);
    auto *rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    auto *searching = new QVBoxLayout(m_searchRow);
    searching->setContentsMargins(0, 0, 0, 0);
    searching->setSpacing(4);
    auto *search = new QHBoxLayout;
    search->setSpacing(6);
    searching->addLayout(search);
    searching->addWidget(m_unused);
    m_unused->setObjectName(QStringLiteral("unusedWords"));
    m_unused->setWordWrap(true);
    m_unused->hide();
    search->addWidget(m_searchBox, 1);
    search->addWidget(m_filtersButton);
    m_filtersButton->setObjectName(QStringLiteral("filtersButton"));
    m_listTop = new QVBoxLayout;
    rows->addLayout(m_listTop);
    m_searchRule = makeRule(column);
    rows->addWidget(m_searchRule);
    m_chips = new QWidget(column);
    m_chips->setObjectName(QStringLiteral("filterChips"));
    m_chipRow = new FlowLayout(6, m_chips);
    m_chipRow->setContentsMargins(12, 8, 12, 8);
    rows->addWidget(m_chips);
    m_chipsRule = makeRule(column);
    rows->addWidget(m_chipsRule);
    m_header = new ListHeader(context().theme, column);
    rows->addWidget(m_header);
    rows->addWidget(makeRule(column));
    m_listStack = new QStackedWidget(column);
    m_list = new ArticleList(context(), *m_model, m_listStack);
    m_nothingFound = new EmptyState(context().theme, QStringLiteral("search"), m_listStack);
    m_nothingFound->setObjectName(QStringLiteral("nothingFound"));
    m_listStack->addWidget(m_list);
    m_listStack->addWidget(m_nothingFound);
    rows->addWidget(m_listStack, 1);
    return column;
}

void LibraryPage::connectQuery()
{
    const auto change = [this](const auto &edit) {
        ArticleQuery query = m_query;
        edit(query);
        ask(query);
    };
    connect(m_searchBox, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text == m_query.text)
            return; // it follows the query
        ArticleQuery query = m_query;
        query.text = text;
        ask(query, true);
    });
    connect(m_facets, &FacetPane::readWanted, this,
            [change](ReadFilter filter) { change([filter](ArticleQuery &query) { query.read = filter; }); });
    connect(m_facets, &FacetPane::tagWanted, this, [change](const QString &folded, TagState state) {
        change([&](ArticleQuery &query) { setState(query.tags, folded, state); });
    });
    connect(m_facets, &FacetPane::categoryWanted, this, [change](const QString &folded, TagState state) {
        change([&](ArticleQuery &query) { setState(query.categories, folded, state); });
    });
    connect(m_facets, &FacetPane::matchWanted, this,
            [change](TagMatch match) { change([match](ArticleQuery &query) { query.match = match; }); });
    connect(m_facets, &FacetPane::clearWanted, this, &LibraryPage::clearFilters);
    connect(m_saved, &SavedFilters::chosen, this, [this](const ArticleQuery &query) { ask(query); });
    connect(m_facets, &FacetPane::closeWanted, this, [this] { openDrawer(false); });
    connect(m_filtersButton, &QPushButton::clicked, this, [this] { openDrawer(true); });
    connect(m_search, &ArticleSearch::answered, this, &LibraryPage::showAnswer);
    connect(m_search, &ArticleSearch::helped, this, &LibraryPage::showHelp);
    connect(m_nothingFound, &EmptyState::acted, this, [this] {
        if (m_helpQuery)
            ask(*std::exchange(m_helpQuery, std::nullopt));
        m_list->setFocus(Qt::OtherFocusReason);
    });
}

void LibraryPage::connectList()
{
    connect(m_header, &ListHeader::sortWanted, this, &LibraryPage::chooseSort);
    connect(m_header, &ListHeader::addFolderWanted, m_import, &ImportRunner::addFolder);
    connect(m_header, &ListHeader::addFilesWanted, m_import, &ImportRunner::addFiles);
    connect(m_header, &ListHeader::rescanWanted, m_import, &ImportRunner::rescan);
    connect(m_header, &ListHeader::reportWanted, m_import, &ImportRunner::showReport);
    connect(m_header, &ListHeader::stopWanted, m_import, &ImportRunner::stop);
    connect(m_nothingYet, &EmptyState::acted, m_import, &ImportRunner::addFolder);
    connect(m_import, &ImportRunner::progressed, this, [this](int done, int total) {
        m_header->setProgress(done, total);
        updateEmptiness();
    });
    connect(m_import, &ImportRunner::finished, this, [this] {
        m_header->endProgress();
        m_search->askAgain();
    });
    connect(m_list, &ArticleList::chosen, this, [this] {
        if (room() != Room::Steps)
            m_openSoon.start();
    });
    connect(m_list, &ArticleList::opened, this, &LibraryPage::open);
    connect(m_list, &ArticleList::menuWanted, this, &LibraryPage::showArticleMenu);
    connect(m_reader, &ReaderHost::unreadWanted, this, [this] { toggleUnread(m_reader->current()); });
    connect(m_reader, &ReaderHost::archiveWanted, this, [this] { toggleArchived(m_reader->current()); });
    connect(&m_openSoon, &QTimer::timeout, this, [this] { open(m_list->currentId()); });
    connect(m_reader, &ReaderHost::shown, this, [this](const QUuid &id) {
        m_list->setCurrentId(id);
        m_lastView->note(id);
        m_import->setOpen(id);
    });
    connect(m_reader, &ReaderHost::progressed, m_model, &ArticleListModel::setProgress);
    connect(m_reader, &ReaderHost::listWanted, this, [this] { showStep(false); });
    connect(&context().workspace.journal(), &Journal::changed, m_reader, &ReaderHost::refresh);
}

void LibraryPage::arrive(const Destination &destination)
{
    if (const auto *article = std::get_if<GoArticle>(&destination))
        m_wanted = article->id;
    // Not the first control, which Qt chose: letters are keys here until the list has its articles.
    setFocus(Qt::OtherFocusReason);
    // The page is painted before the index is opened.
    QTimer::singleShot(0, this, [this] { start(); });
}

void LibraryPage::start()
{
    if (!m_started) {
        m_started = true;
        const Result<Library *> library = context().workspace.library();
        if (!library) {
            m_answered = true;
            m_nothingYet->setTexts(tr("The library could not be opened"), library.error().message);
            m_stack->setCurrentWidget(m_nothingYet);
            return;
        }
        m_model->setLibrary(*library);
        connect(*library, &Library::changed, m_model, &ArticleListModel::forgetRows);
        connect(*library, &Library::changed, m_reader, &ReaderHost::reloadIfEdited);
        connect(&context().workspace, &Workspace::placesChanged, m_import, &ImportRunner::rescanSoon);
        connect(*library, &Library::encodingsChanged, m_import, &ImportRunner::catchUp);
        m_search->setLibrary(*library);
        m_saved->setLibrary(*library);
        goOn(**library);
        m_import->catchUp();
        QTimer::singleShot(preloadAfterMs, this, [this] {
            if (isVisible() && isAnything())
                m_reader->preload();
        });
    }
    if (const auto id = std::exchange(m_wanted, std::nullopt))
        open(*id);
    m_focusWanted = true;
    takeFocus();
}

/// Where the person was when the program ended.
void LibraryPage::goOn(const Library &library)
{
    const auto view = m_lastView->stored();
    ask(view ? view->query : m_query);
    if (!view || m_wanted || !library.article(view->article))
        return;
    m_reader->openWhereLeft(view->article);
    showStep(true);
}

/// Once it is known what there is to see.
void LibraryPage::takeFocus()
{
    if (!m_focusWanted || !m_answered)
        return;
    m_focusWanted = false;
    m_list->hideRing();
    const QWidget *focused = QApplication::focusWidget();
    if (focused && isAncestorOf(focused))
        return;
    QWidget *wanted =
        m_stack->currentWidget() == m_nothingYet ? m_nothingYet : static_cast<QWidget *>(m_list);
    if (room() == Room::Steps && m_reader->isVisible())
        m_reader->focusArticle();
    else
        wanted->setFocus(Qt::OtherFocusReason);
}

void LibraryPage::open(const QUuid &id)
{
    m_openSoon.stop();
    if (id.isNull())
        return;
    m_reader->open(id);
    showStep(true);
}

QUuid LibraryPage::currentId() const
{
    const QUuid listed = m_list->currentId();
    const QWidget *focused = QApplication::focusWidget();
    const bool reading = (focused && m_reader->isAncestorOf(focused)) || !m_list->isVisible();
    return listed.isNull() || reading ? m_reader->current() : listed;
}

void LibraryPage::ask(const ArticleQuery &query, bool typed)
{
    const bool hadText = !m_query.text.trimmed().isEmpty();
    const bool hasText = !query.text.trimmed().isEmpty();
    m_query = query;
    if (!hasText && hadText)
        m_searchSort.reset();
    m_query.sort = hasText ? m_searchSort.value_or(ArticleSort::Relevance)
                           : sortFromText(context().workspace.settings().text(Setting::LibrarySort));
    if (m_searchBox->text() != m_query.text)
        m_searchBox->setText(m_query.text);
    m_facets->setQuery(m_query);
    m_header->setSort(m_query.sort, hasText);
    updateChips();
    m_lastView->note(m_query);
    if (typed)
        m_search->askSoon(m_query);
    else
        m_search->ask(m_query);
}

void LibraryPage::updateChips()
{
    const QWidget *focused = QApplication::focusWidget();
    if (focused && m_chips->isAncestorOf(focused))
        m_list->setFocus(Qt::OtherFocusReason); // the chip goes
    while (QLayoutItem *item = m_chipRow->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    int count = 0;
    const QList<FilterPart> parts = filterParts(m_query, m_hits);
    for (const FilterPart &part : parts) {
        if (part.without.text != m_query.text)
            continue; // the search box shows it
        ++count;
        auto *chip = new FilterChip(context().theme, part.label, m_chips);
        chip->setObjectName(QStringLiteral("chip-") + part.label);
        chip->makeDroppable(part.state);
        connect(chip, &FilterChip::clicked, this, [this, without = part.without] { ask(without); });
        m_chipRow->addWidget(chip);
        chip->show();
    }
    m_saved->setQuery(m_query, filterText(parts));
    m_filtersButton->setText(count == 0 ? tr("Filters") : tr("Filters %1").arg(locale().toString(count)));
    const bool shown = count > 0 && room() != Room::Wide;
    m_chips->setVisible(shown);
    m_chipsRule->setVisible(shown);
    m_chips->updateGeometry();
}

void LibraryPage::chooseSort(ArticleSort sort)
{
    if (!m_query.text.trimmed().isEmpty())
        m_searchSort = sort;
    else if (const Result<void> saved =
                 context().workspace.settings().set(Setting::LibrarySort, sortText(sort));
             !saved)
        context().toast.tellError(saved.error().message);
    ask(m_query);
}

void LibraryPage::clearFilters()
{
    ArticleQuery query;
    query.text = m_query.text;
    query.match = m_query.match;
    ask(query);
}

} // namespace stillpoint::ui
