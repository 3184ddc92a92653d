#pragma once

namespace CLI {
class App;
}

namespace stillpoint {

class CliContext;

/// `journal demo add|remove`: the made-up year.
void addDemoCommands(CLI::App &journal, CliContext &context);
/// `library sample add|remove`: the articles that come with the program.
void addSampleCommands(CLI::App &library, CliContext &context);

} // namespace stillpoint
