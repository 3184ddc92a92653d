#pragma once

#include "app/workspace/workspace.h"

#include <QJsonValue>

#include <functional>
#include <memory>
#include <string>

namespace CLI {
class App;
}

namespace stillpoint {

/// What all commands share: the options accepted before or after every command, the data folder opened on
/// first use, and the two ways of answering. Commands are functions that return their error; only run()
/// prints it and decides the exit code. Results go to stdout, messages to stderr.
class CliContext
{
public:
    /// Adds --data, --json and the hidden --now to the program's parser.
    void addOptions(CLI::App &app);

    /// The data folder, opened or not.
    AppPaths paths() const;
    /// Opens the data folder when first asked.
    Result<Workspace *> workspace();
    const Clock &clock() const;
    bool wantsJson() const { return m_json; }

    /// One JSON document on stdout, UTF-8.
    static void print(const QJsonValue &document);
    static void print(const QString &line);
    /// A sentence for the person, on stderr.
    static void tell(const QString &message);

    /// Runs a command; on failure its message goes to stderr and the program will exit with 1.
    void run(const std::function<Result<void>()> &command);
    /// The program's exit code; 1 as well when what was printed did not arrive.
    int finish() const;

private:
    Result<void> setClock();

    std::string m_dataFolder;
    std::string m_now;
    bool m_json = false;
    int m_exitCode = 0;
    std::unique_ptr<Clock> m_clock = std::make_unique<SystemClock>();
    std::unique_ptr<Workspace> m_workspace;
};

} // namespace stillpoint
