#include "app/workspace/workspace.h"
#include "tests/support/uitest.h"
#include "ui/reader/plainreader.h"
#include "ui/reader/readerengine.h"
#include "ui/reader/readerhost.h"
#include "ui/shell/commands.h"
#include "ui/shell/theme.h"
#include "ui/shell/toast.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>

using namespace stillpoint;
using namespace stillpoint::ui;
using namespace stillpoint::test;

/// The reader without its engine.
class TestPlainReader : public QObject
{
    Q_OBJECT

    struct Setup
    {
        DataFolder data;
        DataFolder articles;
        FixedClock clock{
            momentFromLocal(QDate(2026, 11, 11), QTime(18, 42), QByteArrayLiteral("Europe/Berlin"))};
        std::unique_ptr<Workspace> workspace;
        Theme theme;
        Navigator navigator;
        Commands commands;
        ScriptedPrompts prompts;
        QWidget window;
        std::unique_ptr<Toast> toast;
        std::unique_ptr<ReaderHost> host;
        QUuid article;
    };
    std::unique_ptr<Setup> m;

    QPlainTextEdit *text() { return m->host->findChild<QPlainTextEdit *>(QStringLiteral("readerText")); }
    ReadState state()
    {
        const auto stored = m->workspace->journal().find<ArticleState>(m->article);
        return stored ? stored->readState : ReadState::Unread;
    }

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<Setup>();
        m->theme.apply();
        QByteArray body(
            "---\ntitle: Long walk\n---\n\n## First part\n\nThe needle is here. A needle there.\n\n");
        for (int i = 0; i < 400; ++i)
            body += "A paragraph that fills the page, number " + QByteArray::number(i) + ".\n\n";
        writeFile(m->articles.file(QStringLiteral("walk.md")), body + "## Last part\n\nThe end.\n");
        auto opened = Workspace::open({AppPaths::inFolder(m->data.path()), false}, m->clock);
        QVERIFY(opened);
        m->workspace = std::move(*opened);
        QVERIFY(m->workspace->addPlace(m->articles.path()));
        auto scan = m->workspace->rescan();
        QVERIFY(scan);
        QTRY_VERIFY(scan->isFinished());
        m->article = (*m->workspace->library())->articles().value(0).id;
        QVERIFY(!m->article.isNull());
        m->toast = std::make_unique<Toast>(m->theme, &m->window);
        const ShellContext context{*m->workspace, m->navigator, m->theme, m->prompts,
                                   *m->toast,     m->commands,  {}};
        m->host = std::make_unique<ReaderHost>(context, QString(), &m->window);
        m->window.resize(700, 500);
        m->host->resize(700, 500);
        m->window.show();
        m->host->open(m->article);
        QTRY_VERIFY(m->host->isSettled());
    }
    void cleanup() { m.reset(); }

    void engine_missingOrNotAPlugin_isRefusedWithASentence()
    {
        for (const QString &file : {QString(), m->articles.file(QStringLiteral("walk.md"))}) {
            const auto engine = loadReaderEngine(file);
            QVERIFY(!engine);
            QCOMPARE(engine.error().code, ErrorCode::Unavailable);
            QVERIFY(engine.error().message.contains(QStringLiteral("plain text")));
        }
    }

    void article_withoutEngine_isPlainTextUnderANotice()
    {
        QVERIFY(text());
        QVERIFY(text()->toPlainText().startsWith(QStringLiteral("Long walk")));
        QVERIFY(text()->toPlainText().contains(QStringLiteral("The end.")));
        QVERIFY(m->host->findChild<QLabel *>(QStringLiteral("readerNotice"))
                    ->text()
                    .contains(QStringLiteral("plain text")));
    }

    void reading_openedThenScrolledToTheEnd_isReadingThenRead()
    {
        QTRY_COMPARE(state(), ReadState::Reading);
        QTRY_VERIFY(text()->verticalScrollBar()->maximum() > 0);
        text()->verticalScrollBar()->setValue(text()->verticalScrollBar()->maximum());
        QTRY_COMPARE(state(), ReadState::Read);
        const auto undone = m->workspace->journal().undo();
        QVERIFY(undone && !undone->records.isEmpty());
        QCOMPARE(undone->records.first().first,
                 RecordKind::Place); // what reading marks is not a step to undo
    }

    void find_typed_countsAndWraps()
    {
        m->host->openFind();
        auto *field = m->host->findChild<QLineEdit *>(QStringLiteral("findField"));
        auto *count = m->host->findChild<QLabel *>(QStringLiteral("findCount"));
        QTest::keyClicks(field, QStringLiteral("needle"));
        QTRY_COMPARE(count->text(), QStringLiteral("1 of 2"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(count->text(), QStringLiteral("2 of 2"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(count->text(), QStringLiteral("1 of 2"));
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!field->isVisible());
    }

    void nextArticle_shown_isNoScrollingByThePerson()
    {
        LibraryPages pages;
        QWidget parent;
        PlainReader reader({}, &parent);
        parent.resize(400, 300);
        reader.widget()->resize(400, 300);
        reader.setPages(pages);
        int scrolls = 0;
        ReaderEvents events;
        events.scrolled = [&scrolls] { ++scrolls; };
        reader.setEvents(events);
        ArticlePage page;
        page.text = QStringLiteral("A line.\n\n").repeated(200);
        pages.setCurrent({}, page);
        parent.show();
        reader.show({}, {});
        auto *bar = parent.findChild<QPlainTextEdit *>()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        bar->setValue(bar->maximum());
        QVERIFY(scrolls > 0);
        scrolls = 0;
        page.text = QStringLiteral("Short.");
        pages.setCurrent({}, page);
        reader.show({}, {});
        QCOMPARE(scrolls, 0);
    }
};

STILLPOINT_UI_TEST_MAIN(TestPlainReader)
#include "tst_plainreader.moc"
