#pragma once

#include <string>
#include <vector>

namespace stillpoint::bench {

/// What the import of a folder cannot do without: C calls alone, one thread. Each file is read, parsed and
/// rendered to HTML by cmark-gfm with the extensions that Stillpoint uses, and its text goes into an FTS5
/// table with Stillpoint's tokenizer, all in one transaction of a fresh file. No front matter, no folding, no
/// sanitising, no catalogue, no walk through the folder. False when something failed.
bool runFloor(const std::vector<std::string> &files, const std::string &indexFile);

} // namespace stillpoint::bench
