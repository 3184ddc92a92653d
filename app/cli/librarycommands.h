#pragma once

namespace CLI {
class App;
}

namespace stillpoint {

class CliContext;

/// `library …`: add, rescan, places, remove, list, tags, search, show.
void addLibraryCommands(CLI::App &app, CliContext &context);

} // namespace stillpoint
