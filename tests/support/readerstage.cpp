#include "tests/support/readerstage.h"

namespace stillpoint::test {

ReaderStage::ReaderStage(const QString &engineFile, const QList<QPair<QString, QByteArray>> &articles)
    : m_clock(momentFromLocal(QDate(2026, 11, 11), QTime(18, 42), QByteArrayLiteral("Europe/Berlin")))
{
    m_theme.apply();
    for (const auto &[name, bytes] : articles)
        writeFile(m_articles.file(name), bytes);
    auto opened = Workspace::open({AppPaths::inFolder(m_data.path()), false}, m_clock);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    m_workspace = std::move(*opened);
    if (!m_workspace->addPlace(m_articles.path()))
        qFatal("The articles could not be added.");
    auto scan = m_workspace->rescan();
    if (!scan || !QTest::qWaitFor([&scan] { return scan->isFinished(); }, 20000))
        qFatal("The articles could not be read.");
    m_toast = std::make_unique<ui::Toast>(m_theme, &m_window);
    const ui::ShellContext context{*m_workspace, m_navigator, m_theme, m_prompts, *m_toast, m_commands, {}};
    m_host = std::make_unique<ui::ReaderHost>(context, engineFile, &m_window);
    m_window.resize(700, 500);
    m_host->resize(700, 500);
    m_window.show();
}

QUuid ReaderStage::article(const QString &name) const
{
    const auto library = m_workspace->library();
    const auto found = library ? (*library)->articleAt(m_articles.file(name)) : std::nullopt;
    return found ? found->id : QUuid();
}

bool ReaderStage::open(const QString &name)
{
    m_host->open(article(name));
    return QTest::qWaitFor([this] { return m_host->isSettled(); }, 20000);
}

} // namespace stillpoint::test
