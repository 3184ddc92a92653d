#pragma once

namespace CLI {
class App;
}

namespace stillpoint {

class CliContext;

/// `journal …`: log, check-in, list, show, history, edit, delete, restore, undo, redo.
void addJournalCommands(CLI::App &app, CliContext &context);

} // namespace stillpoint
