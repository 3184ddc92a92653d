#include "app/base/identifiers.h"
#include "app/workspace/workspace.h"
#include "tests/support/uitest.h"
#include "ui/journal/entrydetails.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/fieldbox.h"
#include "ui/widgets/ratingrow.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTextEdit>

using namespace stillpoint;
using namespace stillpoint::ui;
using stillpoint::test::UiFixture;

class TestJournalPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void logging_byKeyboard_storesTheSession();
    void editing_changesWhatIsStored();
    void wrongTime_isSaidUnderTheField_andNothingIsLost();
    void noModality_isSaidUnderTheField();
    void closing_keepsTheDraft_andOffersItAgain();
    void discarding_forgetsTheDraft_andUndoBringsItBack();
    void oneColumn_byKeyboard_goesToTheEntryAndBack();
    void sameAsLast_takesAllButRatingsReasonAndNotes();
    void anotherModality_takesUntouchedFieldsWithIt();
    void tab_staysInsideTheSheet();
    void closing_returnsTheFocus();
    void list_showsDaysNewestFirst();
    void deleting_offersUndo();
    void emptyJournal_saysWhatWillAppear();
    void downKey_passesDayHeadings();
    void deleteKey_onAButton_deletesNothing();
    void otherScale_shown_changesTheRows();
    void undoOfTheChosenEntry_showsItsNeighbour();
    void undo_namesTheEntry_andOffersRedo();
    void notes_areShownAsMarkdown_andLoadNothing();
};

namespace {

Session someSession(const QDate &day, const QString &modality, int minutes)
{
    Session session;
    session.id = newId(day.startOfDay(Qt::UTC).toMSecsSinceEpoch());
    session.start = When::at(momentFromLocal(day, QTime(17, 30), QByteArrayLiteral("Europe/Berlin")));
    session.modalities = {modality};
    session.minutes = minutes;
    session.reason = Reason::Worse;
    session.notes = QStringLiteral("old notes");
    session.ratings[{Phase::Before, QStringLiteral("stress"), {}}].value = 7;
    session.ratings[{Phase::After, QStringLiteral("stress"), {}}].value = 4;
    return session;
}

void toJournal(UiFixture &fixture)
{
    fixture.window().go(GoPage{PageId::Journal});
}

QList<Session> sessions(UiFixture &fixture)
{
    return fixture.workspace().journal().all<Session>();
}

QStringList spokenRows(UiFixture &fixture)
{
    auto *list = fixture.find<QListView>(QStringLiteral("entryList"));
    QStringList rows;
    for (int row = 0; row < list->model()->rowCount(); ++row)
        rows.append(list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString());
    return rows;
}

void tabTo(UiFixture &fixture, const QString &name)
{
    for (int i = 0; i < 60 && QApplication::focusWidget()->objectName() != name; ++i)
        fixture.press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->objectName(), name);
}

} // namespace

void TestJournalPage::logging_byKeyboard_storesTheSession()
{
    UiFixture fixture;
    toJournal(fixture);
    fixture.press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(fixture.find(QStringLiteral("sessionEditor")));
    tabTo(fixture, QStringLiteral("began"));
    fixture.find<QLineEdit>(QStringLiteral("began"))->selectAll();
    fixture.type(QStringLiteral("1730"));
    tabTo(fixture, QStringLiteral("minutes"));
    fixture.find<QSpinBox>(QStringLiteral("minutes"))->selectAll();
    fixture.type(QStringLiteral("75"));
    tabTo(fixture, QStringLiteral("modality-thai"));
    fixture.press(Qt::Key_Space);
    tabTo(fixture, QStringLiteral("practitioner"));
    fixture.type(QStringLiteral("Ploy Srisai"));
    tabTo(fixture, QStringLiteral("pressure"));
    fixture.press(Qt::Key_4);
    tabTo(fixture, QStringLiteral("before-stress"));
    fixture.press(Qt::Key_7);
    tabTo(fixture, QStringLiteral("after-stress"));
    fixture.press(Qt::Key_0);
    tabTo(fixture, QStringLiteral("context-poor-sleep"));
    fixture.press(Qt::Key_Space);
    tabTo(fixture, QStringLiteral("reason-planned"));
    fixture.press(Qt::Key_Space);
    tabTo(fixture, QStringLiteral("notes"));
    fixture.type(QStringLiteral("Hips. **Long**"));
    fixture.press(Qt::Key_Return, Qt::ControlModifier);

    QCOMPARE(sessions(fixture).size(), 1);
    const Session session = sessions(fixture).first();
    QCOMPARE(session.start.moment->local().time(), QTime(17, 30));
    QCOMPARE(session.minutes, std::optional(75));
    QCOMPARE(session.modalities, QStringList{QStringLiteral("thai")});
    QCOMPARE(fixture.workspace().journal().find<Practitioner>(session.practitioner)->name,
             QStringLiteral("Ploy Srisai"));
    QCOMPARE(session.pressure, std::optional(4));
    QCOMPARE(session.ratings.at({Phase::Before, QStringLiteral("stress"), {}}).value, std::optional(7.0));
    QCOMPARE(session.ratings.at({Phase::After, QStringLiteral("stress"), {}}).value, std::optional(0.0));
    QCOMPARE(session.ratings.size(), std::size_t(2));
    QVERIFY(session.context.contains(QStringLiteral("poor-sleep")));
    QCOMPARE(session.reason, Reason::Planned);
    QCOMPARE(session.notes, QStringLiteral("Hips. **Long**"));
    QVERIFY(!fixture.find(QStringLiteral("sessionEditor")));
    QVERIFY(spokenRows(fixture).value(1).contains(QStringLiteral("Thai")));
    QVERIFY(!*fixture.workspace().journal().slot(QStringLiteral("draft.session")));
}

void TestJournalPage::editing_changesWhatIsStored()
{
    UiFixture fixture;
    const Session before = someSession(QDate(2026, 11, 10), QStringLiteral("swedish"), 60);
    QVERIFY(fixture.workspace().journal().put({before}));
    toJournal(fixture);
    fixture.press(Qt::Key_Return);
    QTRY_VERIFY(fixture.find(QStringLiteral("sessionEditor")));
    QCOMPARE(fixture.find<RatingRow>(QStringLiteral("before-stress"))->value(), std::optional(7.0));
    tabTo(fixture, QStringLiteral("after-stress"));
    fixture.press(Qt::Key_Delete);
    fixture.press(Qt::Key_Return, Qt::ControlModifier);
    const Session after = *fixture.workspace().journal().find<Session>(before.id);
    QVERIFY(!after.ratings.contains({Phase::After, QStringLiteral("stress"), {}}));
    QCOMPARE(after.start, before.start);
    QCOMPARE(after.notes, before.notes);
    QVERIFY(spokenRows(fixture).value(1).contains(QStringLiteral("stress 7 before")));
}

void TestJournalPage::wrongTime_isSaidUnderTheField_andNothingIsLost()
{
    UiFixture fixture;
    toJournal(fixture);
    fixture.window().go(GoEditor{});
    auto *began = fixture.find<QLineEdit>(QStringLiteral("began"));
    began->setFocus();
    began->selectAll();
    fixture.type(QStringLiteral("noonish"));
    fixture.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(sessions(fixture).isEmpty());
    QVERIFY(fixture.find<QLabel>(QStringLiteral("fieldError"))->text().contains(QStringLiteral("noonish")));
    QCOMPARE(QApplication::focusWidget(), began);
    QCOMPARE(began->text(), QStringLiteral("noonish"));
}

void TestJournalPage::noModality_isSaidUnderTheField()
{
    UiFixture fixture;
    fixture.window().go(GoEditor{});
    fixture.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(sessions(fixture).isEmpty());
    auto *error = fixture.find<QLabel>(QStringLiteral("fieldError"));
    QVERIFY(error);
    QVERIFY(error->text().contains(QStringLiteral("modality")));
}

void TestJournalPage::closing_keepsTheDraft_andOffersItAgain()
{
    UiFixture fixture;
    toJournal(fixture);
    fixture.window().go(GoEditor{});
    tabTo(fixture, QStringLiteral("notes"));
    fixture.type(QStringLiteral("half a thought"));
    fixture.press(Qt::Key_Escape);
    QVERIFY(!fixture.find(QStringLiteral("sessionEditor")));
    fixture.close();
    fixture.open();
    fixture.window().go(GoEditor{});
    QCOMPARE(fixture.find<QPlainTextEdit>(QStringLiteral("notes"))->toPlainText(),
             QStringLiteral("half a thought"));
    QVERIFY(fixture.find<QLabel>(QStringLiteral("draftKept"))->text().contains(QStringLiteral("18:42")));
    QVERIFY(sessions(fixture).isEmpty());
}

void TestJournalPage::discarding_forgetsTheDraft_andUndoBringsItBack()
{
    UiFixture fixture;
    toJournal(fixture);
    fixture.window().go(GoEditor{});
    tabTo(fixture, QStringLiteral("notes"));
    fixture.type(QStringLiteral("half a thought"));
    QTRY_VERIFY(fixture.find<QPushButton>(QStringLiteral("discardDraft")));
    fixture.find<QPushButton>(QStringLiteral("discardDraft"))->click();
    QVERIFY(!*fixture.workspace().journal().slot(QStringLiteral("draft.session")));
    fixture.find<QPushButton>(QStringLiteral("toastUndo"))->click();
    QCOMPARE(fixture.find<QPlainTextEdit>(QStringLiteral("notes"))->toPlainText(),
             QStringLiteral("half a thought"));
}

void TestJournalPage::oneColumn_byKeyboard_goesToTheEntryAndBack()
{
    UiFixture fixture;
    const Session session = someSession(QDate(2026, 10, 20), QStringLiteral("thai"), 90);
    QVERIFY(fixture.workspace().journal().put({session}));
    QVERIFY(fixture.workspace().settings().set(Setting::TextScale, 200));
    toJournal(fixture);
    fixture.press(Qt::Key_Return);
    QVERIFY(!fixture.find(QStringLiteral("entryList")));
    QVERIFY(fixture.window().findChild<EntryDetails *>()->hasFocus());
    fixture.press(Qt::Key_E);
    QVERIFY(fixture.find(QStringLiteral("sessionEditor")));
    fixture.press(Qt::Key_Escape);
    QVERIFY(fixture.window().findChild<EntryDetails *>()->hasFocus());
    fixture.press(Qt::Key_Escape);
    QVERIFY(fixture.find(QStringLiteral("entryList"))->hasFocus());
}

void TestJournalPage::sameAsLast_takesAllButRatingsReasonAndNotes()
{
    UiFixture fixture;
    QVERIFY(
        fixture.workspace().journal().put({someSession(QDate(2026, 10, 20), QStringLiteral("thai"), 90)}));
    toJournal(fixture);
    fixture.window().go(GoEditor{{}, true});
    QVERIFY(
        fixture.find<QLabel>(QStringLiteral("editorOrigin"))->text().contains(QStringLiteral("20 October")));
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("before-stress"));
    fixture.press(Qt::Key_5);
    fixture.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(sessions(fixture).size(), 2);
    for (const Session &session : sessions(fixture)) {
        if (session.start.moment->local().date() != QDate(2026, 11, 11))
            continue;
        QCOMPARE(session.modalities, QStringList{QStringLiteral("thai")});
        QCOMPARE(session.minutes, std::optional(90));
        QCOMPARE(session.reason, Reason::Unknown);
        QVERIFY(session.notes.isEmpty());
        QCOMPARE(session.ratings.size(), std::size_t(1));
        return;
    }
    QFAIL("the new session is not there");
}

void TestJournalPage::anotherModality_takesUntouchedFieldsWithIt()
{
    UiFixture fixture;
    QVERIFY(
        fixture.workspace().journal().put({someSession(QDate(2026, 10, 20), QStringLiteral("thai"), 90)}));
    QVERIFY(
        fixture.workspace().journal().put({someSession(QDate(2026, 11, 3), QStringLiteral("swedish"), 45)}));
    toJournal(fixture);
    fixture.window().go(GoEditor{});
    QCOMPARE(fixture.find<QSpinBox>(QStringLiteral("minutes"))->value(), 45);
    QTest::mouseClick(fixture.find(QStringLiteral("modality-thai")), Qt::LeftButton);
    QCOMPARE(fixture.find<QSpinBox>(QStringLiteral("minutes"))->value(), 90);
    QVERIFY(
        fixture.find<QLabel>(QStringLiteral("editorOrigin"))->text().contains(QStringLiteral("20 October")));
}

void TestJournalPage::tab_staysInsideTheSheet()
{
    UiFixture fixture;
    toJournal(fixture);
    fixture.window().go(GoEditor{});
    const QWidget *sheet = fixture.find(QStringLiteral("sessionEditor"));
    for (int i = 0; i < 60; ++i) {
        fixture.press(Qt::Key_Tab);
        QVERIFY(sheet->isAncestorOf(QApplication::focusWidget()));
    }
}

void TestJournalPage::closing_returnsTheFocus()
{
    UiFixture fixture;
    QVERIFY(fixture.workspace().journal().put({someSession(QDate(2026, 11, 3), QStringLiteral("thai"), 90)}));
    toJournal(fixture);
    QWidget *opener = QApplication::focusWidget();
    QCOMPARE(opener->objectName(), QStringLiteral("entryList"));
    fixture.press(Qt::Key_E);
    QTRY_VERIFY(fixture.find(QStringLiteral("sessionEditor")));
    fixture.press(Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), opener);
}

void TestJournalPage::list_showsDaysNewestFirst()
{
    UiFixture fixture;
    QVERIFY(
        fixture.workspace().journal().put({someSession(QDate(2026, 10, 20), QStringLiteral("thai"), 90)}));
    Skip skip;
    skip.id = newId(1);
    skip.day = QDate(2026, 11, 8);
    QVERIFY(fixture.workspace().journal().put({skip}));
    QVERIFY(
        fixture.workspace().journal().put({someSession(QDate(2026, 11, 11), QStringLiteral("swedish"), 60)}));
    toJournal(fixture);
    const QStringList rows = spokenRows(fixture);
    QCOMPARE(rows.size(), 5);
    QCOMPARE(rows.at(0), QStringLiteral("Wednesday 11 November, today"));
    QCOMPARE(rows.at(1), QStringLiteral("17:30, Swedish, 60 min, stress 7 before, 4 after"));
    QCOMPARE(rows.at(2), QStringLiteral("Sunday 8 November, skipped on purpose"));
    QCOMPARE(rows.at(3), QStringLiteral("Tuesday 20 October"));
    QCOMPARE(fixture.find<QLabel>(QStringLiteral("detailsRating-stress"))->text(), QStringLiteral("7 to 4"));
}

void TestJournalPage::deleting_offersUndo()
{
    UiFixture fixture;
    QVERIFY(
        fixture.workspace().journal().put({someSession(QDate(2026, 11, 10), QStringLiteral("thai"), 90)}));
    toJournal(fixture);
    fixture.press(Qt::Key_Delete);
    QVERIFY(sessions(fixture).isEmpty());
    QVERIFY(fixture.find<QLabel>(QStringLiteral("toastText"))
                ->text()
                .contains(QStringLiteral("Tuesday 10 November")));
    fixture.find<QPushButton>(QStringLiteral("toastUndo"))->click();
    QCOMPARE(sessions(fixture).size(), 1);
    QCOMPARE(spokenRows(fixture).size(), 2);
}

void TestJournalPage::emptyJournal_saysWhatWillAppear()
{
    UiFixture fixture;
    toJournal(fixture);
    QVERIFY(fixture.find(QStringLiteral("journalEmpty")));
    QVERIFY(
        fixture.workspace().journal().put({someSession(QDate(2026, 11, 10), QStringLiteral("thai"), 90)}));
    QVERIFY(!fixture.find(QStringLiteral("journalEmpty")));
    QVERIFY(fixture.find(QStringLiteral("entryList")));
}

void TestJournalPage::downKey_passesDayHeadings()
{
    UiFixture fixture;
    const Session older = someSession(QDate(2026, 10, 20), QStringLiteral("thai"), 90);
    const Session newer = someSession(QDate(2026, 11, 3), QStringLiteral("swedish"), 60);
    QVERIFY(fixture.workspace().journal().put({older, newer}));
    toJournal(fixture);
    auto *title = fixture.find<QLabel>(QStringLiteral("detailsTitle"));
    QCOMPARE(title->text(), QStringLiteral("Swedish"));
    fixture.press(Qt::Key_Down);
    title = fixture.find<QLabel>(QStringLiteral("detailsTitle"));
    QVERIFY(title);
    QCOMPARE(title->text(), QStringLiteral("Thai"));
}

void TestJournalPage::deleteKey_onAButton_deletesNothing()
{
    UiFixture fixture;
    QVERIFY(fixture.workspace().journal().put({someSession(QDate(2026, 11, 3), QStringLiteral("thai"), 90)}));
    toJournal(fixture);
    fixture.find<QPushButton>(QStringLiteral("journalLog"))->setFocus();
    fixture.press(Qt::Key_Delete);
    QCOMPARE(sessions(fixture).size(), 1);
}

void TestJournalPage::otherScale_shown_changesTheRows()
{
    UiFixture fixture;
    Session session = someSession(QDate(2026, 11, 3), QStringLiteral("thai"), 90);
    session.ratings[{Phase::Before, QStringLiteral("pain"), {}}].value = 6;
    session.ratings[{Phase::After, QStringLiteral("pain"), {}}].value = 2;
    QVERIFY(fixture.workspace().journal().put({session}));
    toJournal(fixture);
    QVERIFY(spokenRows(fixture).value(1).contains(QStringLiteral("stress 7")));
    QVERIFY(fixture.workspace().settings().set(Setting::ScalesShown, QStringList{QStringLiteral("pain")}));
    QVERIFY2(spokenRows(fixture).value(1).contains(QStringLiteral("pain 6 before, 2 after")),
             qPrintable(spokenRows(fixture).value(1)));
}

void TestJournalPage::undoOfTheChosenEntry_showsItsNeighbour()
{
    UiFixture fixture;
    const Session older = someSession(QDate(2026, 11, 3), QStringLiteral("thai"), 60);
    const Session newer = someSession(QDate(2026, 11, 10), QStringLiteral("swedish"), 90);
    QVERIFY(fixture.workspace().journal().put({older}));
    QVERIFY(fixture.workspace().journal().put({newer}));
    toJournal(fixture);
    fixture.window().go(GoRecord{RecordKind::Session, newer.id});
    fixture.window().undo();
    auto *title = fixture.find<QLabel>(QStringLiteral("detailsTitle"));
    QVERIFY(title);
    QCOMPARE(title->text(), QStringLiteral("Thai"));
}

void TestJournalPage::undo_namesTheEntry_andOffersRedo()
{
    UiFixture fixture;
    Session session = someSession(QDate(2026, 11, 3), QStringLiteral("thai"), 60);
    QVERIFY(fixture.workspace().journal().put({session}));
    toJournal(fixture);
    fixture.press(Qt::Key_Z, Qt::ControlModifier);
    const QString text = fixture.find<QLabel>(QStringLiteral("toastText"))->text();
    QVERIFY2(text.contains(QStringLiteral("session of Tuesday 3 November, 17:30")), qPrintable(text));
    QVERIFY(sessions(fixture).isEmpty());
    fixture.find<QPushButton>(QStringLiteral("toastRedo"))->click();
    QCOMPARE(sessions(fixture).size(), 1);
    QVERIFY(fixture.find(QStringLiteral("toastUndo")));
}

void TestJournalPage::notes_areShownAsMarkdown_andLoadNothing()
{
    UiFixture fixture;
    const QString picture = fixture.dataFolder() + QStringLiteral("/picture.png");
    QImage mark(300, 300, QImage::Format_RGB32);
    mark.fill(Qt::magenta);
    QVERIFY(mark.save(picture));
    Session session = someSession(QDate(2026, 11, 3), QStringLiteral("thai"), 60);
    session.notes =
        QStringLiteral("**Jaw** let go\nlate\n\n![a mark](<%1>)\n\n[more](https://example.org)").arg(picture);
    QVERIFY(fixture.workspace().journal().put({session}));
    toJournal(fixture);
    auto *notes = fixture.find<QTextEdit>(QStringLiteral("detailsNotes"));
    QVERIFY(notes);
    QCOMPARE(notes->toPlainText(), QStringLiteral("Jaw let go\nlate\na mark\nmore"));
    QVERIFY(!notes->toHtml().contains(QStringLiteral("href")));
    const QImage seen = notes->grab().toImage();
    for (int y = 0; y < seen.height(); y += 3) {
        for (int x = 0; x < seen.width(); x += 3)
            QVERIFY(seen.pixelColor(x, y) != QColor(Qt::magenta));
    }
}

STILLPOINT_UI_TEST_MAIN(TestJournalPage)
#include "tst_journalpage.moc"
