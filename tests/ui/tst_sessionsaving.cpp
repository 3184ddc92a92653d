#include "app/journal/drafts.h"
#include "app/journal/skips.h"
#include "tests/support/editortest.h"
#include "tests/support/writetrouble.h"
#include "ui/widgets/fieldbox.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace stillpoint;
using namespace stillpoint::ui;
using namespace stillpoint::test;

/// What saving in the session editor writes besides the fields, what it says, and what it does when it
/// cannot.
class TestSessionSaving : public QObject
{
    Q_OBJECT

    std::unique_ptr<UiFixture> m_ui;
    Session m_session;

    Journal &journal() { return m_ui->workspace().journal(); }
    QWidget *sheet() { return m_ui->find(QStringLiteral("sessionEditor")); }
    QString said() { return m_ui->find<QLabel>(QStringLiteral("editorError"))->text(); }
    QString notes() { return m_ui->find<QPlainTextEdit>(QStringLiteral("notes"))->toPlainText(); }

private Q_SLOTS:
    void init()
    {
        m_ui = std::make_unique<UiFixture>();
        m_session = fullSession();
        QVERIFY(journal().put({m_session}));
    }
    void cleanup() { m_ui.reset(); }

    void unchanged_saysNothing_andIsNoStep()
    {
        openEditor(*m_ui, m_session.id);
        save(*m_ui);
        QVERIFY(!m_ui->find(QStringLiteral("toastText")));
        QCOMPARE(onlySession(*m_ui), m_session);
        QCOMPARE(journal().undo().value().verb, QStringLiteral("add")); // what was done before
    }

    void timeToCome_isNoSessionThatWasHad_butMayBePlanned()
    {
        openEditor(*m_ui);
        typeAt(*m_ui, QStringLiteral("began"), QStringLiteral("23:30"));
        m_ui->press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(sheet());
        const auto boxes = sheet()->findChildren<FieldBox *>();
        QVERIFY(std::any_of(boxes.cbegin(), boxes.cend(), [](const FieldBox *box) {
            return box->error().contains(QStringLiteral("still to come"));
        }));
        pressAt(*m_ui, QStringLiteral("moreFold"), Qt::Key_Space);
        pressAt(*m_ui, QStringLiteral("status-planned"), Qt::Key_Space);
        save(*m_ui);
        QCOMPARE(journal().all<Session>().size(), 2);
    }

    void ratedBefore_onASkippedDay_endsTheSkip_andBothAreUndoneAtOnce()
    {
        const QDate day = journal().dayOf(m_session.start);
        QVERIFY(skipDay(journal(), day, m_ui->clock().now()));
        openEditor(*m_ui, m_session.id);
        typeAt(*m_ui, QStringLiteral("notes"), QStringLiteral("more "));
        save(*m_ui);
        QVERIFY(skipsOf(journal(), day).isEmpty());
        QVERIFY(m_ui->find<QLabel>(QStringLiteral("toastText"))->text().contains(QStringLiteral("saved")));
        QVERIFY(journal().undo());
        QCOMPARE(skipsOf(journal(), day).size(), 1);
        QCOMPARE(onlySession(*m_ui), m_session);
    }

    void closedUnsaved_saysThatTheDraftIsKept_ifThereIsOne()
    {
        openEditor(*m_ui);
        m_ui->press(Qt::Key_Escape);
        QVERIFY(!m_ui->find(QStringLiteral("toastText")));
        openEditor(*m_ui);
        typeAt(*m_ui, QStringLiteral("notes"), QStringLiteral("Half a word"));
        m_ui->press(Qt::Key_Escape);
        QVERIFY(!sheet());
        QVERIFY(m_ui->find<QLabel>(QStringLiteral("toastText"))
                    ->text()
                    .contains(QStringLiteral("draft is kept")));
    }

    void draftThatCannotBeKept_keepsTheSheetOpen()
    {
        openEditor(*m_ui);
        typeAt(*m_ui, QStringLiteral("notes"), QStringLiteral("pre"));
        letBeWritten(*m_ui, "slot", false);
        m_ui->type(QStringLiteral("cious"));
        for (int times = 0; times < 2; ++times) {
            m_ui->press(Qt::Key_Escape);
            QVERIFY(sheet());
            QVERIFY(!said().isEmpty());
        }
        m_ui->window().go(GoEditor{m_session.id, false});
        m_ui->press(QKeySequence(QStringLiteral("Ctrl+4")));
        QVERIFY(!m_ui->window().close());
        QVERIFY(sheet()->isAncestorOf(focused()));
        QVERIFY(m_ui->window().currentPageId() != PageId::Insights);
        QCOMPARE(notes(), QStringLiteral("precious"));
        letBeWritten(*m_ui, "slot", true);
        m_ui->press(Qt::Key_Escape);
        QVERIFY(!sheet());
        openEditor(*m_ui);
        QCOMPARE(notes(), QStringLiteral("precious"));
        QVERIFY(said().isEmpty());
    }

    void draftThatCannotBeKept_canBeDiscarded()
    {
        openEditor(*m_ui);
        letBeWritten(*m_ui, "slot", false);
        typeAt(*m_ui, QStringLiteral("notes"), QStringLiteral("not so precious"));
        m_ui->press(Qt::Key_Escape);
        pressAt(*m_ui, QStringLiteral("discardDraft"), Qt::Key_Space);
        QVERIFY(!sheet());
        QVERIFY(!m_ui->find<QLabel>(QStringLiteral("toastText"))->text().isEmpty());
        letBeWritten(*m_ui, "slot", true);
        openEditor(*m_ui);
        QVERIFY(notes().isEmpty());
    }

    void discardedDraft_comesBack_alsoAtTheSecondTry()
    {
        openEditor(*m_ui);
        typeAt(*m_ui, QStringLiteral("notes"), QStringLiteral("precious"));
        QTRY_VERIFY(journal().slot(draftSlot({})).value());
        pressAt(*m_ui, QStringLiteral("discardDraft"), Qt::Key_Space);
        QVERIFY(!sheet());
        letBeWritten(*m_ui, "slot", false);
        m_ui->find<QPushButton>(QStringLiteral("toastUndo"))->click();
        QVERIFY(!sheet());
        letBeWritten(*m_ui, "slot", true);
        m_ui->find<QPushButton>(QStringLiteral("toastUndo"))->click();
        QVERIFY(sheet());
        QCOMPARE(notes(), QStringLiteral("precious"));
        QVERIFY(m_ui->find<QLabel>(QStringLiteral("editorOrigin"))->text().contains(QStringLiteral("18:42")));
        QVERIFY(m_ui->find(QStringLiteral("discardDraft")));
    }

    void programThatEnds_keepsTheLastWords_alsoWhenAnotherOneWrote()
    {
        openEditor(*m_ui, m_session.id);
        typeAt(*m_ui, QStringLiteral("notes"), QStringLiteral("more "));
        const AppPaths paths = m_ui->workspace().paths();
        Journal::Options options;
        options.file = paths.journalFile();
        options.deviceFile = paths.deviceFile();
        const auto other = Journal::open(options, m_ui->clock());
        Session another = m_session;
        another.id = newId(1);
        QVERIFY(other && (*other)->put({another}));
        m_ui->close();
        m_ui->open();
        QCOMPARE(sessions(*m_ui).size(), 2);
        openEditor(*m_ui, m_session.id);
        QCOMPARE(notes(), QStringLiteral("more notes"));
    }

    void sessionThatCannotBeSaved_saysSoForGood()
    {
        openEditor(*m_ui, m_session.id);
        letBeWritten(*m_ui, "change", false);
        typeAt(*m_ui, QStringLiteral("notes"), QStringLiteral("more "));
        m_ui->press(Qt::Key_Return, Qt::ControlModifier);
        const QString words = said();
        QVERIFY(!words.isEmpty());
        const auto kept = journal().slot(draftSlot(m_session.id)).value();
        QVERIFY(kept); // at once
        m_ui->type(QStringLiteral("and "));
        QTRY_VERIFY(journal().slot(draftSlot(m_session.id)).value() != kept);
        QCOMPARE(said(), words);
        letBeWritten(*m_ui, "change", true);
        save(*m_ui);
        QCOMPARE(onlySession(*m_ui).notes, QStringLiteral("more and notes"));
    }
};

STILLPOINT_UI_TEST_MAIN(TestSessionSaving)
#include "tst_sessionsaving.moc"
