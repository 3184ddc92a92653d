#include "app/base/files.h"
#include "tests/support/readerstage.h"
#include "ui/reader/plainreader.h"
#include "ui/reader/readerengine.h"
#include "ui/reader/storedposition.h"

#include <QAction>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSpinBox>
#include <QTextBlock>
#include <QToolButton>

using namespace stillpoint;
using namespace stillpoint::ui;
using namespace stillpoint::test;

/// The reader without its engine.
class TestPlainReader : public QObject
{
    Q_OBJECT

    std::unique_ptr<ReaderStage> m;
    const QString walk = QStringLiteral("walk.md");

    QPlainTextEdit *text() { return m->host().findChild<QPlainTextEdit *>(QStringLiteral("readerText")); }
    ReadState state()
    {
        const auto stored = m->workspace().journal().find<ArticleState>(m->article(walk));
        return stored ? stored->readState : ReadState::Unread;
    }

private Q_SLOTS:
    void init()
    {
        QByteArray body(
            "---\ntitle: Long walk\n---\n\n## First part\n\nThe needle is here. A needle there.\n\n");
        for (int i = 0; i < 400; ++i)
            body += "A paragraph that fills the page, number " + QByteArray::number(i) + ".\n\n";
        m = std::make_unique<ReaderStage>(
            QString(),
            QList<QPair<QString, QByteArray>>{{walk, body + "## Last part\n\nThe end.\n"},
                                              {QStringLiteral("other.md"), "Another one."},
                                              {QStringLiteral("baltic.md"), "---\ntitle: \xc0\xfeuolas\n---\n"
                                                                            "Poilsis mi\xf0ke\n"}});
        QVERIFY(m->open(walk));
    }
    void cleanup() { m.reset(); }

    void engine_missingOrNotAPlugin_isRefusedWithASentence()
    {
        for (const QString &file : {QString(), QStringLiteral("/etc/hostname")}) {
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
        QVERIFY(m->host()
                    .findChild<QLabel *>(QStringLiteral("readerNotice"))
                    ->text()
                    .contains(QStringLiteral("plain text")));
    }

    void reading_openedThenScrolledToTheEnd_isReadingThenRead()
    {
        QTRY_COMPARE(state(), ReadState::Reading);
        QTRY_VERIFY(text()->verticalScrollBar()->maximum() > 0);
        text()->verticalScrollBar()->setValue(text()->verticalScrollBar()->maximum());
        QTRY_COMPARE(state(), ReadState::Read);
        const auto undone = m->workspace().journal().undo();
        QVERIFY(undone && !undone->records.isEmpty());
        QCOMPARE(undone->records.first().first,
                 RecordKind::Place); // what reading marks is not a step to undo
    }

    void reading_scrolledByKey_isNoticed()
    {
        QTRY_VERIFY(text()->verticalScrollBar()->maximum() > 0);
        text()->setFocus();
        QTest::keyClick(text(), Qt::Key_End, Qt::ControlModifier);
        QTRY_COMPARE(state(), ReadState::Read);
    }

    void find_typed_countsAndWraps()
    {
        m->host().openFind();
        auto *field = m->host().findChild<QLineEdit *>(QStringLiteral("findField"));
        auto *count = m->host().findChild<QLabel *>(QStringLiteral("findCount"));
        QTest::keyClicks(field, QStringLiteral("needle"));
        QTRY_COMPARE(count->text(), QStringLiteral("1 of 2"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(count->text(), QStringLiteral("2 of 2"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(count->text(), QStringLiteral("1 of 2"));
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!field->isVisible());
    }

    void place_leftAndComeBackTo_isKept()
    {
        QTRY_VERIFY(text()->verticalScrollBar()->maximum() > 0);
        auto *bar = text()->verticalScrollBar();
        const auto line = [this, bar] {
            return text()->document()->findBlockByLineNumber(bar->value()).text();
        };
        for (int at = bar->maximum() / 2; line().isEmpty() || bar->value() == 0; ++at)
            bar->setValue(at);
        const QString left = line();
        const auto stored = [this] {
            return storedPosition(m->workspace().journal(), m->article(walk)).value_or(ReadingPosition());
        };
        QTRY_VERIFY(stored().anchor.has_value());
        QVERIFY(m->open(QStringLiteral("other.md")));
        m->host().back();
        QTRY_VERIFY(text()->toPlainText().startsWith(QStringLiteral("Long walk")));
        QTRY_COMPARE(line(), left);
    }

    void encoding_chosenFromTheMenu_isShownAtOnceAndUndone()
    {
        // As the library page has it.
        connect(m->workspace().library().value(), &Library::changed, &m->host(), &ReaderHost::reloadIfEdited);
        QVERIFY(m->open(QStringLiteral("baltic.md")));
        QVERIFY(!text()->toPlainText().contains(QStringLiteral("Poilsis miške")));
        auto *menu = m->find<QMenu>(QStringLiteral("encodingMenu"));
        const auto ticked = [menu] {
            QStringList names;
            for (const QAction *action : menu->actions()) {
                if (action->isChecked())
                    names.append(action->text());
            }
            return names.join(QLatin1Char('|'));
        };
        QVERIFY(ticked().startsWith(QStringLiteral("As guessed: ")));
        for (QAction *action : menu->actions()) {
            if (action->text().startsWith(QStringLiteral("Windows-1257")))
                action->trigger();
        }
        QTRY_VERIFY(text()->toPlainText().contains(QStringLiteral("Poilsis miške")));
        auto read = m->workspace().rescan();
        QVERIFY(read);
        QTRY_VERIFY(read->isFinished());
        QTRY_VERIFY(text()->toPlainText().startsWith(QStringLiteral("Ąžuolas")));
        QCOMPARE(ticked(), QStringLiteral("Windows-1257 (Baltic)"));
        QVERIFY(m->workspace().journal().undo());
        QTRY_VERIFY(!text()->toPlainText().contains(QStringLiteral("Poilsis miške")));
        QTRY_VERIFY(ticked().startsWith(QStringLiteral("As guessed: ")));
    }

    void savePdf_writesTheTextWhereAsked_orNothing()
    {
        const DataFolder folder;
        auto *save = m->find<QAction>(QStringLiteral("savePdf"));
        const auto *told = m->window().findChild<QLabel *>(QStringLiteral("toastText"));
        save->trigger();
        QCOMPARE(m->prompts().asked, QStringList{QStringLiteral("Save the article as a PDF")});
        QVERIFY2(!told->isVisible(), "nothing was chosen");
        m->prompts().saveFiles.push(folder.file(QStringLiteral("nowhere/walk.pdf")));
        save->trigger();
        QVERIFY2(told->text().contains(folder.file(QStringLiteral("nowhere/walk.pdf"))),
                 qPrintable(told->text()));
        m->prompts().saveFiles.push(folder.file(QStringLiteral("walk.pdf")));
        save->trigger();
        QCOMPARE(told->text(), QStringLiteral("Saved as “walk.pdf” in %1").arg(folder.path()));
        const QByteArray pdf =
            readFile(folder.file(QStringLiteral("walk.pdf")), 1 << 24).value_or(QByteArray());
        QVERIFY(pdf.startsWith("%PDF-") && pdf.trimmed().endsWith("%%EOF"));
        QVERIFY2(pdf.count("/Type /Page\n") > 5, "400 paragraphs fill several pages");
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("walk.pdf")});
    }

    void textPanel_byKeyboard_choosesAndRemembers()
    {
        auto *button = m->find<QToolButton>(QStringLiteral("readerTextSize"));
        button->click();
        auto *panel = m->find<QWidget>(QStringLiteral("textPanel"));
        QTRY_VERIFY(panel->isVisible());
        const Settings &settings = m->workspace().settings();
        auto *percent = panel->findChild<QSpinBox *>(QStringLiteral("textPercent"));
        QTRY_VERIFY(percent->hasFocus());
        QTest::keyClick(percent, Qt::Key_Up);
        QCOMPARE(settings.number(Setting::ReaderTextSize), 110);
        m->host().stepText(1);
        QCOMPARE(percent->value(), 120);
        QTest::keyClick(percent, Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(settings.text(Setting::ReaderFont), QStringLiteral("inter"));
        QCOMPARE(text()->document()->firstBlock().charFormat().font().families().value(0),
                 QStringLiteral("Inter"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!panel->isVisible());
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
