#pragma once

#include "ui/reader/readerview.h"

#include <QApplication>
#include <QHash>
#include <QObject>
#include <QPoint>
#include <QTest>
#include <QVariant>
#include <QWidget>

#include <memory>

class QWebEnginePage;
class QWebEngineView;

namespace stillpoint::test {

/// Serves what it was given, later, from the event loop.
class Pages final : public ui::PageSource
{
public:
    void add(const QString &url, const QByteArray &bytes, const QByteArray &mime = "text/html");
    void fetch(const QUrl &url, ui::Then<Answer> answer) override;
    const QStringList &asked() const { return m_asked; }

private:
    QHash<QString, Answer> m_answers;
    QStringList m_asked;
    QObject m_context;
};

/// The reader's real template with a body, as the library fills it.
QByteArray articleHtml(const QByteArray &body);

/// The plugin of this build, loaded once.
ui::ReaderFactory *factory();

/// The value of an expression in the program's isolated world; invalid when there is no answer.
QVariant evaluateIn(QWebEnginePage *page, const QString &expression);
/// Clicks the middle of the first line of the `number`th element of that kind.
void clickIn(QWebEngineView *view, const QString &selector, int number = 0);

/// A window with one reader in it, 656 × 700, and what the reader reported.
class Reader
{
public:
    Reader();
    ~Reader();

    /// Shows a page and waits until it is loaded; false when it could not be.
    bool open(const QString &url, const std::optional<ui::TextAnchor> &at = {});
    ui::ReaderView &view() { return *m_view; }
    QWidget &window() { return m_window; }
    QWebEngineView *webView() const;
    QWebEnginePage *page() const;
    QVariant evaluate(const QString &expression) const { return evaluateIn(page(), expression); }
    void click(const QString &selector) const { clickIn(webView(), selector); }

    Pages pages;
    QList<bool> loaded;
    QList<QUrl> links;
    int crashes = 0;
    int selectionChanges = 0;
    int scrolls = 0;

private:
    QWidget m_window;
    std::unique_ptr<ui::ReaderView> m_view;
};

/// What must come before the application of a web test: not root, a network of its own where the machine
/// allows one, offscreen, the attribute that the program sets. False, with a sentence, when it is started as
/// root.
bool prepareWebTest();

/// main() of a web test.
template<class Test>
int runWebTest(int argc, char **argv)
{
    if (!prepareWebTest())
        return 1;
    QApplication application(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace stillpoint::test
