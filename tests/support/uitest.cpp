#include "tests/support/uitest.h"

#include "app/workspace/workspace.h"
#include "ui/shell/programstyle.h"
#include "ui/uiresources.h"

#include <QAbstractItemView>
#include <QApplication>

namespace stillpoint::test {

namespace {

template<class T>
std::optional<T> take(std::queue<T> &answers)
{
    if (answers.empty())
        return std::nullopt;
    T answer = std::move(answers.front());
    answers.pop();
    return answer;
}

} // namespace

std::optional<QString> ScriptedPrompts::chooseFolder(QWidget *, const QString &title)
{
    asked.append(title);
    return take(folders);
}

QStringList ScriptedPrompts::chooseFiles(QWidget *, const QString &title, const QString &)
{
    asked.append(title);
    return take(files).value_or(QStringList());
}

std::optional<QString> ScriptedPrompts::chooseSaveFile(QWidget *, const QString &title, const QString &)
{
    asked.append(title);
    return take(saveFiles);
}

bool ScriptedPrompts::confirm(QWidget *, const QString &title, const QString &text, const QString &)
{
    asked.append(title + QLatin1Char('\n') + text);
    return take(confirmations).value_or(false);
}

void ScriptedPrompts::tell(QWidget *, const QString &title, const QString &text)
{
    asked.append(title + QLatin1Char('\n') + text);
}

UiFixture::UiFixture()
    : UiFixture(QString())
{
}

UiFixture::UiFixture(const QString &dataFolder)
    : m_dataFolder(dataFolder.isEmpty() ? m_folder.path() : dataFolder)
    , m_clock(momentFromLocal(QDate(2026, 11, 11), QTime(18, 42), QByteArrayLiteral("Europe/Berlin")))
{
    open();
}

void UiFixture::open()
{
    ui::StartOptions options;
    options.dataFolder = m_dataFolder;
    options.theme = ui::ThemeChoice::Light;
    options.size = QSize(1360, 860);
    m_application = std::make_unique<ui::Application>(options, m_clock, m_prompts);
    const auto started = m_application->start();
    if (!started)
        qFatal("the window did not start: %s", qPrintable(started.error().message));
    if (!QTest::qWaitForWindowExposed(&window()))
        qFatal("the window was not shown");
    if (!QTest::qWaitFor([this] { return window().currentPage() != nullptr; }))
        qFatal("no page was shown");
    window().activateWindow();
    if (!QTest::qWaitForWindowActive(&window()))
        qFatal("the window did not become active");
}

void UiFixture::close()
{
    window().close();
    m_application.reset();
}

void UiFixture::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *target = QApplication::focusWidget();
    QTest::keyClick(target ? target : &window(), key, modifiers);
}

void UiFixture::press(const QKeySequence &keys)
{
    const QKeyCombination combination = keys[0];
    press(combination.key(), combination.keyboardModifiers());
}

void UiFixture::type(const QString &text)
{
    for (const QChar c : text) {
        QWidget *target = QApplication::focusWidget();
        QTest::keyClicks(target ? target : &window(), c);
    }
}

bool UiFixture::tabTo(const QString &objectName, int most)
{
    for (int i = 0; i <= most; ++i) {
        const QWidget *focused = QApplication::focusWidget();
        if (focused && focused->objectName() == objectName)
            return true;
        press(Qt::Key_Tab);
    }
    return false;
}

int UiFixture::rowsOf(const QString &list)
{
    const auto *view = find<QAbstractItemView>(list);
    return view && view->model() ? view->model()->rowCount() : -1;
}

void writeArticle(const DataFolder &folder, const QString &name, const char *title, const char *tags,
                  const QByteArray &body)
{
    writeFile(folder.file(name), QByteArray("---\ntitle: ") + title + "\ndate: 2026-10-14\ntags: [" + tags +
                                     "]\n---\n\n" + body + "\n");
}

void prepareUiTest()
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication::setApplicationName(QStringLiteral("stillpoint"));
    QApplication::setStyle(new ui::ProgramStyle);
    ui::useUiResources();
}

} // namespace stillpoint::test
