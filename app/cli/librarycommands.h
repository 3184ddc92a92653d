#pragma once

#include "app/base/error.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace stillpoint {

class CliContext;

/// `library …`: add, rescan, places, remove, list, tags, search, show.
void addLibraryCommands(CLI::App &app, CliContext &context);

/// Imports all places and prints the report.
Result<void> importAndReport(CliContext &context);

/// The arguments with a space before each word of a search that begins with a single minus: such a word must
/// not be there, and is no option.
std::vector<std::string> withSearchWords(std::vector<std::string> arguments);

} // namespace stillpoint
