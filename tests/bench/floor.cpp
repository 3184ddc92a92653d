#include "tests/bench/floor.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>

namespace stillpoint::bench {

namespace {

bool readAll(const char *path, std::string &bytes)
{
    std::FILE *file = std::fopen(path, "rb");
    if (file == nullptr)
        return false;
    std::fseek(file, 0, SEEK_END);
    bytes.resize(static_cast<std::size_t>(std::ftell(file)));
    std::rewind(file);
    const bool isWhole = std::fread(bytes.data(), 1, bytes.size(), file) == bytes.size();
    std::fclose(file);
    return isWhole;
}

void render(const std::string &markdown)
{
    constexpr int options = CMARK_OPT_UNSAFE | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_FOOTNOTES;
    cmark_parser *parser = cmark_parser_new(options);
    for (const char *name : {"table", "strikethrough", "autolink", "tasklist"})
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
    cmark_parser_feed(parser, markdown.data(), markdown.size());
    cmark_node *document = cmark_parser_finish(parser);
    std::free(cmark_render_html(document, options, cmark_parser_get_syntax_extensions(parser)));
    cmark_node_free(document);
    cmark_parser_free(parser);
}

bool insertAll(sqlite3 *database, const std::vector<std::string> &files)
{
    sqlite3_stmt *insert = nullptr;
    if (sqlite3_prepare_v2(database, "INSERT INTO search(title, tags, summary, body) VALUES('', '', '', ?)",
                           -1, &insert, nullptr) != SQLITE_OK)
        return false;
    bool good = true;
    std::string bytes;
    for (const std::string &file : files) {
        if (!readAll(file.c_str(), bytes))
            continue;
        render(bytes);
        sqlite3_bind_text64(insert, 1, bytes.data(), bytes.size(), SQLITE_STATIC, SQLITE_UTF8);
        good = good && sqlite3_step(insert) == SQLITE_DONE;
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    return good;
}

} // namespace

bool runFloor(const std::vector<std::string> &files, const std::string &indexFile)
{
    cmark_gfm_core_extensions_ensure_registered();
    sqlite3 *database = nullptr;
    const auto run = [&](const char *sql) {
        return sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    };
    const bool good = sqlite3_open(indexFile.c_str(), &database) == SQLITE_OK &&
                      run("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
                          "CREATE VIRTUAL TABLE search USING fts5(title, tags, summary, body,"
                          " tokenize='unicode61 remove_diacritics 2'); BEGIN") &&
                      insertAll(database, files) && run("COMMIT");
    sqlite3_close(database);
    return good;
}

} // namespace stillpoint::bench
