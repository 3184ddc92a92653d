#include "tests/bench/processes.h"

#include <QDir>
#include <QFile>
#include <QMultiHash>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <vector>

namespace stillpoint::bench {

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QMultiHash<pid_t, pid_t> childrenByParent()
{
    QMultiHash<pid_t, pid_t> children;
    for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        // "pid (name) state parent …"; the name may hold anything.
        const QByteArray stat = contents(QStringLiteral("/proc/%1/stat").arg(name));
        const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
        if (fields.size() > 1)
            children.insert(fields[1].toInt(), name.toInt());
    }
    return children;
}

double memoryOf(pid_t process)
{
    for (const QByteArray &line :
         contents(QStringLiteral("/proc/%1/smaps_rollup").arg(process)).split('\n')) {
        if (line.startsWith("Pss:"))
            return line.simplified().split(' ').value(1).toDouble() / 1024;
    }
    return 0;
}

} // namespace

RunningProgram::RunningProgram(const QStringList &command)
{
    QList<QByteArray> bytes;
    for (const QString &word : command)
        bytes.append(word.toLocal8Bit());
    std::vector<char *> words;
    for (QByteArray &word : bytes)
        words.push_back(word.data());
    words.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    for (const int stream : {1, 2})
        posix_spawn_file_actions_addopen(&files, stream, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    m_startedAt = std::chrono::steady_clock::now();
    if (posix_spawn(&m_process, words.front(), &files, &attributes, words.data(), environ) != 0)
        m_process = -1;
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
}

RunningProgram::~RunningProgram()
{
    if (m_process < 0)
        return;
    kill(-m_process, SIGKILL);
    waitpid(m_process, nullptr, 0);
}

bool RunningProgram::isRunning() const
{
    siginfo_t info{};
    return m_process > 0 &&
           waitid(P_PID, static_cast<id_t>(m_process), &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
           info.si_pid == 0;
}

double RunningProgram::elapsedMs() const
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - m_startedAt).count();
}

double RunningProgram::memory() const
{
    const auto children = childrenByParent();
    double sum = 0;
    QList<pid_t> open{m_process};
    while (!open.isEmpty()) {
        const pid_t process = open.takeLast();
        sum += memoryOf(process);
        open += children.values(process);
    }
    return sum;
}

} // namespace stillpoint::bench
