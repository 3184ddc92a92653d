#pragma once

#include "app/workspace/workspace.h"
#include "tests/support/uitest.h"
#include "ui/reader/readerhost.h"
#include "ui/shell/commands.h"
#include "ui/shell/theme.h"
#include "ui/shell/toast.h"

#include <QPair>

namespace stillpoint::test {

/// The reader pane alone, 700 × 500, over a fresh workspace with these articles (file name and bytes).
class ReaderStage
{
public:
    ReaderStage(const QString &engineFile, const QList<QPair<QString, QByteArray>> &articles);
    ReaderStage(const ReaderStage &) = delete;
    ReaderStage &operator=(const ReaderStage &) = delete;

    QUuid article(const QString &name) const; ///< null when there is none
    bool open(const QString &name);           ///< waits until it is shown
    ui::ReaderHost &host() { return *m_host; }
    QWidget &window() { return m_window; }
    Workspace &workspace() { return *m_workspace; }
    ScriptedPrompts &prompts() { return m_prompts; }

    template<class T>
    T *find(const QString &objectName)
    {
        return m_host->findChild<T *>(objectName);
    }

private:
    DataFolder m_data;
    DataFolder m_articles;
    FixedClock m_clock;
    std::unique_ptr<Workspace> m_workspace;
    ui::Theme m_theme;
    ui::Navigator m_navigator;
    ui::Commands m_commands;
    ScriptedPrompts m_prompts;
    QWidget m_window;
    std::unique_ptr<ui::Toast> m_toast;
    std::unique_ptr<ui::ReaderHost> m_host;
};

} // namespace stillpoint::test
