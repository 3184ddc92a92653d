#pragma once

namespace CLI {
class App;
}

namespace stillpoint {

class CliContext;

/// `insights summary`.
void addInsightsCommands(CLI::App &app, CliContext &context);

} // namespace stillpoint
