#pragma once

namespace CLI {
class App;
}

namespace stillpoint {

class CliContext;

/// `journal export` and `journal import`.
void addTransferCommands(CLI::App &journal, CliContext &context);

} // namespace stillpoint
