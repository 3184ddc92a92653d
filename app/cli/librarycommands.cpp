#include "app/cli/librarycommands.h"

#include "app/base/identifiers.h"
#include "app/base/tag.h"
#include "app/cli/clicontext.h"
#include "app/cli/libraryoutput.h"
#include "app/cli/samplecommands.h"
#include "app/library/walker.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>

namespace stillpoint {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

QString fromArgument(const std::string &text)
{
    return QString::fromStdString(text);
}

Result<ImportReport> importAll(Workspace &workspace)
{
    auto started = workspace.rescan();
    if (!started)
        return tl::unexpected<Error>(started.error());
    started->waitForFinished();
    return started->result();
}

/// The library with its index filled; an index that was lost, or whose making was cut short, is made again
/// first.
Result<Library *> openLibrary(CliContext &context)
{
    const auto workspace = context.workspace();
    if (!workspace)
        return tl::unexpected<Error>(workspace.error());
    auto library = (*workspace)->library();
    if (!library || (*library)->size() > 0 || (*workspace)->places().isEmpty())
        return library;
    CliContext::tell(tr("The index of the library is made again from your files."));
    if (const auto report = importAll(**workspace); !report)
        return tl::unexpected<Error>(report.error());
    return library;
}

ArticleMarks marksOf(Workspace &workspace, const QUuid &id)
{
    const auto state = workspace.journal().find<ArticleState>(id);
    if (!state)
        return {};
    return {static_cast<ArticleMarks::State>(state->readState), state->starred, state->archived};
}

Result<void> printReport(const CliContext &context, const Result<ImportReport> &report)
{
    if (!report)
        return tl::unexpected<Error>(report.error());
    if (context.wantsJson())
        CliContext::print(reportJson(*report));
    else
        CliContext::print(reportText(*report));
    return {};
}

/// Everything is looked at before anything is registered.
Result<void> checkPaths(const std::vector<std::string> &paths)
{
    for (const std::string &path : paths) {
        const QFileInfo info(fromArgument(path));
        if (!info.exists()) {
            return failure(ErrorCode::NotFound,
                           tr("There is nothing at %1. Nothing was added; check the path and try "
                              "again.")
                               .arg(info.filePath()));
        }
        if (!info.isReadable()) {
            return failure(ErrorCode::Io,
                           tr("%1 cannot be read. Nothing was added; check its permissions and try again.")
                               .arg(info.filePath()));
        }
        if (!info.isDir() && !isArticleFile(info.fileName())) {
            return failure(ErrorCode::Invalid,
                           tr("%1 is no folder and no article (.md, .markdown or .mdx). Nothing was "
                              "added; name a folder or a Markdown file.")
                               .arg(info.filePath()));
        }
    }
    return {};
}

Result<void> add(CliContext &context, const std::vector<std::string> &paths)
{
    if (auto checked = checkPaths(paths); !checked)
        return checked;
    const auto workspace = context.workspace();
    if (!workspace)
        return tl::unexpected<Error>(workspace.error());
    for (const std::string &path : paths) {
        if (auto added = (*workspace)->addPlace(fromArgument(path)); !added)
            return added;
    }
    return printReport(context, importAll(**workspace));
}

Result<void> places(CliContext &context)
{
    const auto workspace = context.workspace();
    const auto library = openLibrary(context);
    if (!workspace || !library)
        return tl::unexpected<Error>(workspace ? library.error() : workspace.error());
    QHash<QUuid, int> counts;
    for (const Article &article : (*library)->articles())
        ++counts[article.place];
    QJsonArray array;
    for (const Place &place : (*workspace)->places()) {
        array.append(QJsonObject{{QStringLiteral("id"), idText(place.id)},
                                 {QStringLiteral("name"), place.name},
                                 {QStringLiteral("path"), place.path},
                                 {QStringLiteral("articles"), counts.value(place.id)}});
        if (!context.wantsJson())
            CliContext::print(QStringLiteral("%1 (%2)").arg(place.path).arg(counts.value(place.id)));
    }
    if (context.wantsJson())
        CliContext::print(array);
    return {};
}

Result<void> remove(CliContext &context, const std::string &path)
{
    const auto workspace = context.workspace();
    if (!workspace)
        return tl::unexpected<Error>(workspace.error());
    if (auto removed = (*workspace)->removePlace(fromArgument(path)); !removed)
        return removed;
    return printReport(context, importAll(**workspace));
}

struct Filters
{
    std::vector<std::string> tags, notTags, categories;
    bool any = false;
    bool published = false;
    std::string is;
    std::string sort = "date";
    int limit = -1;

    ArticleQuery query() const
    {
        static const QHash<std::string, ReadFilter> states{{"unread", ReadFilter::Unread},
                                                           {"reading", ReadFilter::Reading},
                                                           {"read", ReadFilter::Read},
                                                           {"starred", ReadFilter::Starred},
                                                           {"archived", ReadFilter::Archived}};
        static const QHash<std::string, ArticleSort> sorts{{"title", ArticleSort::Title},
                                                           {"length", ArticleSort::Length}};
        ArticleQuery query;
        for (const std::string &tag : tags)
            query.tags.insert(foldedTag(fromArgument(tag)), TagState::Include);
        for (const std::string &tag : notTags)
            query.tags.insert(foldedTag(fromArgument(tag)), TagState::Exclude);
        for (const std::string &category : categories)
            query.categories.insert(foldedTag(fromArgument(category)), TagState::Include);
        query.match = any ? TagMatch::Any : TagMatch::All;
        query.read = states.value(is, ReadFilter::All);
        query.sort = sorts.value(sort, ArticleSort::Date);
        query.publishedOnly = published;
        query.hideArchived = false;
        return query;
    }
};

ArticleHits findNow(const Library &library, const ArticleQuery &query)
{
    auto future = library.find(query);
    future.waitForFinished();
    return future.takeResult();
}

qsizetype limited(qsizetype count, int limit)
{
    return limit < 0 ? count : qMin(count, qsizetype(limit));
}

Result<void> list(CliContext &context, const Filters &filters)
{
    const auto library = openLibrary(context);
    if (!library)
        return tl::unexpected<Error>(library.error());
    const ArticleHits hits = findNow(**library, filters.query());
    QJsonArray array;
    for (const QUuid &id : hits.ids.first(limited(hits.ids.size(), filters.limit))) {
        const Article article = (*library)->article(id).value_or(Article());
        const ArticleMarks marks = marksOf(**context.workspace(), id);
        if (context.wantsJson())
            array.append(articleJson(article, marks));
        else
            CliContext::print(articleText(article, marks));
    }
    if (context.wantsJson())
        CliContext::print(array);
    else
        CliContext::tell(tr("%1 of %2 articles").arg(hits.ids.size()).arg(hits.total));
    return {};
}

Result<void> tags(CliContext &context, const Filters &filters)
{
    const auto library = openLibrary(context);
    if (!library)
        return tl::unexpected<Error>(library.error());
    QList<FacetCount> facets = findNow(**library, filters.query()).tags;
    facets.removeIf([](const FacetCount &facet) { return facet.count == 0; });
    QJsonArray array;
    for (const FacetCount &facet : facets.first(limited(facets.size(), filters.limit))) {
        array.append(
            QJsonObject{{QStringLiteral("tag"), facet.name}, {QStringLiteral("count"), facet.count}});
        if (!context.wantsJson())
            CliContext::print(QStringLiteral("%1  %2").arg(facet.count, 6).arg(facet.name));
    }
    if (context.wantsJson())
        CliContext::print(array);
    return {};
}

/// A snippet for a terminal: found words between asterisks.
QString starred(const Snippet &snippet)
{
    QString text = snippet.text;
    for (auto mark = snippet.marks.crbegin(); mark != snippet.marks.crend(); ++mark) {
        text.insert(mark->first + mark->second, QLatin1Char('*'));
        text.insert(mark->first, QLatin1Char('*'));
    }
    return text;
}

struct SearchInput
{
    std::vector<std::string> words;
    int limit = -1;
};

Result<void> search(CliContext &context, const SearchInput &input)
{
    const auto library = openLibrary(context);
    if (!library)
        return tl::unexpected<Error>(library.error());
    QStringList words;
    for (const std::string &word : input.words)
        words.append(fromArgument(word));
    ArticleQuery query;
    query.text = words.join(QLatin1Char(' '));
    query.sort = ArticleSort::Relevance;
    query.publishedOnly = false;
    query.hideArchived = false;
    QElapsedTimer timer;
    timer.start();
    ArticleHits hits = findNow(**library, query);
    if (!hits.problem.isEmpty()) {
        CliContext::tell(tr("The index of the library is made again from your files."));
        if (const auto report = importAll(**context.workspace()); !report)
            return tl::unexpected<Error>(report.error());
        timer.restart();
        hits = findNow(**library, query);
    }
    const double milliseconds = double(timer.nsecsElapsed()) / 1e6;
    if (!hits.problem.isEmpty())
        return failure(ErrorCode::Corrupt, hits.problem);
    if (!hits.unusable.isEmpty()) {
        CliContext::tell(tr("These parts of the search mean nothing and were left out: %1")
                             .arg(hits.unusable.join(QLatin1Char(' '))));
    }
    const QList<QUuid> ids = hits.ids.first(limited(hits.ids.size(), input.limit));
    auto pending = (*library)->snippets(query, ids);
    pending.waitForFinished();
    const QHash<QUuid, Snippet> snippets = pending.result();
    QJsonArray array;
    for (const QUuid &id : ids) {
        const QString title = (*library)->article(id).value_or(Article()).title;
        array.append(QJsonObject{{QStringLiteral("id"), idText(id)},
                                 {QStringLiteral("title"), title},
                                 {QStringLiteral("snippet"), snippets.value(id).text},
                                 {QStringLiteral("score"), hits.scores.value(id)}});
        if (!context.wantsJson())
            CliContext::print(title + QLatin1String("\n  ") + idText(id) + QLatin1String("\n  ") +
                              starred(snippets.value(id)));
    }
    if (context.wantsJson()) {
        CliContext::print(QJsonObject{{QStringLiteral("total"), int(hits.ids.size())},
                                      {QStringLiteral("milliseconds"), milliseconds},
                                      {QStringLiteral("hits"), array}});
    } else {
        CliContext::tell(tr("%1 found").arg(hits.ids.size()));
    }
    return {};
}

struct ShowInput
{
    std::string article;
    bool html = false;
    bool text = false;
    bool outline = false;
};

Result<Article> articleNamed(const Library &library, const std::string &name)
{
    const QString text = fromArgument(name);
    if (const QUuid id = idFromText(text); !id.isNull()) {
        if (const auto article = library.article(id))
            return *article;
    }
    const QFileInfo info(text);
    for (const QString &file : {info.canonicalFilePath(), info.absoluteFilePath()}) {
        if (const auto article = library.articleAt(file); article && !file.isEmpty())
            return *article;
    }
    return failure(ErrorCode::NotFound,
                   tr("The library has no article with the id or path \"%1\". \"library list\" shows "
                      "what it has; \"library add\" adds more.")
                       .arg(text));
}

void printPage(const CliContext &context, const ShowInput &input, const QJsonObject &article,
               const ArticlePage &page, const QString &heading)
{
    const QString html = QString::fromUtf8(page.html);
    if (!context.wantsJson()) {
        if (input.html)
            CliContext::print(html);
        else if (input.outline)
            CliContext::print(outlineText(page.outline));
        else
            CliContext::print(input.text ? page.text : heading + QLatin1String("\n\n") + page.text);
        return;
    }
    const QJsonObject id{{QStringLiteral("id"), idText(page.id)}};
    QJsonObject answer = input.html || input.text ? id : article;
    const QJsonObject details = pageJson(page);
    if (input.outline) {
        CliContext::print(details.value(QLatin1String("outline")).toArray());
        return;
    }
    if (input.html)
        answer.insert(QStringLiteral("html"), html);
    if (input.text)
        answer.insert(QStringLiteral("text"), page.text);
    if (!input.html && !input.text) {
        for (auto it = details.begin(); it != details.end(); ++it)
            answer.insert(it.key(), it.value());
    }
    CliContext::print(answer);
}

Result<void> show(CliContext &context, const ShowInput &input)
{
    const auto library = openLibrary(context);
    if (!library)
        return tl::unexpected<Error>(library.error());
    const auto article = articleNamed(**library, input.article);
    if (!article)
        return tl::unexpected<Error>(article.error());
    auto pending = (*library)->page(article->id);
    pending.waitForFinished();
    const auto page = pending.result();
    if (!page)
        return tl::unexpected<Error>(page.error());
    const ArticleMarks marks = marksOf(**context.workspace(), article->id);
    printPage(context, input, articleJson(*article, marks), *page, articleText(*article, marks));
    return {};
}

using FilterCommand = Result<void> (*)(CliContext &, const Filters &);

void addFilterCommand(CLI::App &parent, CliContext &context, const char *name, const char *help,
                      FilterCommand run)
{
    CLI::App *command = parent.add_subcommand(name, help);
    const auto filters = std::make_shared<Filters>();
    command->add_option("--tag", filters->tags, "Articles with this tag")->allow_extra_args(false);
    command->add_option("--not-tag", filters->notTags, "Articles without this tag")->allow_extra_args(false);
    command->add_flag("--any", filters->any, "Any of the named tags is enough");
    command->add_option("--category", filters->categories, "Articles of this category")
        ->allow_extra_args(false);
    command->add_option("--is", filters->is, "unread, reading, read, starred or archived")
        ->check(CLI::IsMember({"unread", "reading", "read", "starred", "archived"}));
    command->add_option("--sort", filters->sort, "date (newest first), title or length (shortest first)")
        ->check(CLI::IsMember({"date", "title", "length"}));
    command->add_option("--limit", filters->limit, "At most so many")->check(CLI::NonNegativeNumber);
    command->add_flag("--published", filters->published, "Leave out drafts and posts of the future");
    command->callback([&context, filters, run] { context.run([&] { return run(context, *filters); }); });
}

void addSearch(CLI::App &parent, CliContext &context)
{
    CLI::App *command = parent.add_subcommand("search", "Search the articles, best match first");
    const auto input = std::make_shared<SearchInput>();
    command
        ->add_option("query", input->words,
                     "Words, \"phrases\", prefix*, -not, tag: category: author: title: before: after: is:")
        ->type_name("QUERY")
        ->required();
    command->add_option("--limit", input->limit, "At most so many")->check(CLI::NonNegativeNumber);
    command->callback([&context, input] { context.run([&] { return search(context, *input); }); });
}

void addShow(CLI::App &parent, CliContext &context)
{
    CLI::App *command = parent.add_subcommand("show", "Show one article");
    const auto input = std::make_shared<ShowInput>();
    command->add_option("article", input->article, "Id or file")->type_name("ID|PATH")->required();
    CLI::Option *html = command->add_flag("--html", input->html, "The page that the reader loads");
    CLI::Option *text = command->add_flag("--text", input->text, "Its plain text");
    command->add_flag("--outline", input->outline, "Its headings")->excludes(html)->excludes(text);
    html->excludes(text);
    command->callback([&context, input] { context.run([&] { return show(context, *input); }); });
}

} // namespace

Result<void> importAndReport(CliContext &context)
{
    const auto workspace = context.workspace();
    return workspace ? printReport(context, importAll(**workspace))
                     : tl::unexpected<Error>(workspace.error());
}

std::vector<std::string> withSearchWords(std::vector<std::string> arguments)
{
    const auto search = std::find(arguments.begin(), arguments.end(), "search");
    if (search == arguments.end() || std::find(arguments.begin(), search, "library") == search)
        return arguments;
    std::for_each(search, arguments.end(), [](std::string &word) {
        const bool isOption = word.size() < 2 || word[0] != '-' || word[1] == '-' || word == "-h";
        if (!isOption)
            word.insert(0, 1, ' ');
    });
    return arguments;
}

void addLibraryCommands(CLI::App &app, CliContext &context)
{
    CLI::App *library = app.add_subcommand("library", "Articles: folders and files read in place");
    library->require_subcommand(1);
    CLI::App *adding = library->add_subcommand("add", "Register folders or files and import them");
    const auto paths = std::make_shared<std::vector<std::string>>();
    adding->add_option("path", *paths, "Folder or Markdown file")->type_name("PATH")->required();
    adding->callback([&context, paths] { context.run([&] { return add(context, *paths); }); });
    library->add_subcommand("rescan", "Look for new, changed and gone files in all places")
        ->callback([&context] { context.run([&] { return importAndReport(context); }); });
    library->add_subcommand("places", "List the registered folders and files")->callback([&context] {
        context.run([&] { return places(context); });
    });
    CLI::App *removing = library->add_subcommand("remove", "Forget a place; files and journal stay");
    const auto path = std::make_shared<std::string>();
    removing->add_option("path", *path, "A registered folder or file")->type_name("PATH")->required();
    removing->callback([&context, path] { context.run([&] { return remove(context, *path); }); });
    addFilterCommand(*library, context, "list", "List articles", list);
    addFilterCommand(*library, context, "tags", "List tags with the number of articles under the filter",
                     tags);
    addSearch(*library, context);
    addShow(*library, context);
    addSampleCommands(*library, context);
}

} // namespace stillpoint
