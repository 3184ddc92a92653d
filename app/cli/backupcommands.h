#pragma once

namespace CLI {
class App;
}

namespace stillpoint {

class CliContext;

/// `backup create|list|verify|restore` and `check`. They look at files, so that they work when the journal
/// cannot be opened.
void addBackupCommands(CLI::App &app, CliContext &context);

} // namespace stillpoint
