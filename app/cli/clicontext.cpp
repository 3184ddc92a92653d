#include "app/cli/clicontext.h"

#include "app/cli/clitime.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <cstdio>

namespace stillpoint {

namespace {

void writeTo(FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

void CliContext::addOptions(CLI::App &app)
{
    app.add_option("--data", m_dataFolder,
                   "Folder that holds everything, settings included (default: the XDG folders)")
        ->type_name("DIR")
        ->check([](const std::string &folder) {
            return folder.empty() ? std::string("an empty name is no folder") : std::string();
        });
    app.add_flag("--json", m_json, "Machine-readable output: one JSON document");
    app.add_option("--now", m_now, "Pretend that it is this instant")->group("");
}

Result<void> CliContext::setClock()
{
    if (m_now.empty())
        return {};
    return whenFromText(QString::fromStdString(m_now), SystemClock().now().zone)
        .and_then([&](const When &when) {
            if (!when.moment) {
                return Result<void>(
                    failure(ErrorCode::Invalid,
                            QCoreApplication::translate("Cli", "--now needs a time as well as a day.")));
            }
            m_clock = std::make_unique<FixedClock>(*when.moment);
            return Result<void>();
        });
}

AppPaths CliContext::paths() const
{
    return m_dataFolder.empty() ? AppPaths::standard()
                                : AppPaths::inFolder(QString::fromStdString(m_dataFolder));
}

Result<Workspace *> CliContext::workspace()
{
    if (m_workspace)
        return m_workspace.get();
    return Workspace::open({paths(), false}, *m_clock).map([&](auto &&workspace) {
        m_workspace = std::forward<decltype(workspace)>(workspace);
        return m_workspace.get();
    });
}

const Clock &CliContext::clock() const
{
    return *m_clock;
}

void CliContext::print(const QJsonValue &document)
{
    const QJsonDocument json =
        document.isArray() ? QJsonDocument(document.toArray()) : QJsonDocument(document.toObject());
    writeTo(stdout, json.toJson());
}

void CliContext::print(const QString &line)
{
    writeTo(stdout, line.toUtf8() + '\n');
}

void CliContext::tell(const QString &message)
{
    writeTo(stderr, message.toUtf8() + '\n');
}

void CliContext::run(const std::function<Result<void>()> &command)
{
    if (const auto done = setClock().and_then(command); !done) {
        tell(done.error().message);
        m_exitCode = 1;
    }
}

int CliContext::finish() const
{
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0)
        return m_exitCode;
    tell(QCoreApplication::translate("Cli",
                                     "The output was not written to its end. What was changed stays changed; "
                                     "check where the output goes."));
    return 1;
}

} // namespace stillpoint
