#pragma once

#include "app/base/clock.h"
#include "tests/support/coretest.h"
#include "ui/application.h"
#include "ui/shell/prompts.h"

#include <QTest>

#include <memory>
#include <queue>

namespace stillpoint::test {

/// Prompts that answer from queues and remember what they were asked. An unexpected question is answered like
/// Cancel.
class ScriptedPrompts final : public ui::Prompts
{
public:
    std::queue<QString> folders;
    std::queue<QStringList> files;
    std::queue<QString> saveFiles;
    std::queue<bool> confirmations;
    QStringList asked; ///< title and text of each question, in order

    std::optional<QString> chooseFolder(QWidget *parent, const QString &title) override;
    QStringList chooseFiles(QWidget *parent, const QString &title, const QString &filter) override;
    std::optional<QString> chooseSaveFile(QWidget *parent, const QString &title,
                                          const QString &proposal) override;
    bool confirm(QWidget *parent, const QString &title, const QString &text, const QString &action) override;
    void tell(QWidget *parent, const QString &title, const QString &text) override;
};

/// The real program on a fresh data folder (or a given one), with a clock that stands still at Wednesday
/// 2026-11-11, 18:42 in Berlin, and scripted prompts.
class UiFixture
{
public:
    UiFixture();
    explicit UiFixture(const QString &dataFolder);

    /// Opens the window and waits until it shows. Called by the constructors; again after close().
    void open();
    /// Closes the window and the workspace as at the program's end.
    void close();

    ui::MainWindow &window() { return m_application->window(); }
    Workspace &workspace() { return m_application->workspace(); }
    FixedClock &clock() { return m_clock; }
    ScriptedPrompts &prompts() { return m_prompts; }
    QString dataFolder() const { return m_dataFolder; }

    /// The visible descendant with that object name; fails the test (null) when there is none.
    template<class T = QWidget>
    T *find(const QString &objectName)
    {
        for (T *widget : window().findChildren<T *>(objectName)) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    /// Presses keys on whatever has the focus, as a person does.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString &text);
    void press(const QKeySequence &keys);
    /// Presses Tab until that control has the focus; false when that takes more than `most`.
    bool tabTo(const QString &objectName, int most = 60);
    /// Rows of the visible list with that object name, -1 when there is none.
    int rowsOf(const QString &list);

private:
    DataFolder m_folder;
    QString m_dataFolder;
    FixedClock m_clock;
    ScriptedPrompts m_prompts;
    std::unique_ptr<ui::Application> m_application;
};

/// An article as people write them: front matter and a body.
void writeArticle(const DataFolder &folder, const QString &name, const char *title, const char *tags,
                  const QByteArray &body);

/// QApplication for UI tests: offscreen, program style, resources. Use STILLPOINT_UI_TEST_MAIN.
void prepareUiTest();

} // namespace stillpoint::test

#define STILLPOINT_UI_TEST_MAIN(TestClass)                                                                   \
    int main(int argc, char **argv)                                                                          \
    {                                                                                                        \
        stillpoint::test::prepareUiTest();                                                                   \
        QApplication app(argc, argv);                                                                        \
        QTEST_SET_MAIN_SOURCE_PATH                                                                           \
        TestClass test;                                                                                      \
        return QTest::qExec(&test, argc, argv);                                                              \
    }
