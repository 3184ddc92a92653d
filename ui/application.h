#pragma once

#include "ui/shell/commands.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/theme.h"
#include "ui/startoptions.h"

#include <memory>

namespace stillpoint {
class Clock;
class Workspace;
} // namespace stillpoint

namespace stillpoint::ui {

class Prompts;

/// Composition root of the window program: owns the workspace and the window and passes references. GUI
/// thread.
class Application final : public QObject
{
    Q_OBJECT
public:
    /// `clock` and `prompts` outlive the application.
    Application(StartOptions options, const Clock &clock, Prompts &prompts);
    ~Application() override;

    /// Shows the window and, once its frame is painted, opens the journal and the first page. The error, here
    /// or in failed(), is a sentence for the person.
    Result<void> start();
    MainWindow &window() { return *m_window; }
    Workspace &workspace() { return *m_workspace; }
    void bringToFront();

    /// Saves the window as PNG once the page has finished loading, then calls `done`.
    void takeScreenshot(const std::function<void(bool)> &done);

Q_SIGNALS:
    void failed(const stillpoint::Error &error); ///< the journal could not be opened; nothing else will come

private:
    void showWindow();
    void openJournal();
    void goToStart();
    void backUp();
    std::optional<QUuid> articleToOpen();

    StartOptions m_options;
    const Clock &m_clock;
    Prompts &m_prompts;
    std::unique_ptr<Workspace> m_workspace;
    Theme m_theme;
    Navigator m_navigator;
    Commands m_commands;
    std::unique_ptr<MainWindow> m_window;
};

/// The whole program: arguments in, exit code out.
int runStillpoint(int argc, char **argv);

} // namespace stillpoint::ui
