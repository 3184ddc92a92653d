#include "app/journal/drafts.h"
#include "app/journal/skips.h"
#include "tests/support/editortest.h"
#include "tests/support/writetrouble.h"
#include "ui/journal/checkindraft.h"
#include "ui/widgets/fieldbox.h"
#include "ui/widgets/ratingrow.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QDateEdit>
#include <QDialog>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace stillpoint;
using namespace stillpoint::ui;
using namespace stillpoint::test;

namespace {

const QString stress = QStringLiteral("stress");
const QString mobility = QStringLiteral("mobility");

RatingKey adHoc(const QString &scale)
{
    return {Phase::AdHoc, scale, {}};
}

} // namespace

/// The sheet in which a check-in is corrected or written for an earlier time. Wednesday 11 November, 18:42.
class TestCheckInEditor : public QObject
{
    Q_OBJECT

    std::unique_ptr<UiFixture> m_ui;

    Journal &journal() { return m_ui->workspace().journal(); }
    QList<CheckIn> checkIns() { return journal().all<CheckIn>(); }
    static Moment berlin(int day, int hour, int minute = 0)
    {
        return momentFromLocal(QDate(2026, 11, day), QTime(hour, minute), QByteArrayLiteral("Europe/Berlin"));
    }
    static CheckIn stored()
    {
        CheckIn checkIn;
        checkIn.id = newId(1);
        checkIn.time = When::at(berlin(10, 9, 0));
        Rating rating;
        rating.value = 6;
        rating.givenMs = berlin(10, 9, 0).utcMs;
        checkIn.ratings[adHoc(stress)] = rating;
        rating.value = 3;
        checkIn.ratings[adHoc(QStringLiteral("tension"))] = rating;
        checkIn.note = QStringLiteral("audit at work");
        checkIn.context = {QStringLiteral("travel")};
        return checkIn;
    }
    QDialog *sheet() { return m_ui->find<QDialog>(QStringLiteral("checkInEditor")); }
    template<class T>
    T *part(const QByteArray &name)
    {
        return m_ui->find<T>(QString::fromLatin1(name));
    }
    QString toast() { return part<QLabel>("toastText")->text(); }
    QString errorUnder(const char *field)
    {
        const auto *box = part<FieldBox>(field + QByteArrayLiteral("Box"));
        return box && box->errorRow()->isVisible() ? box->error() : QString();
    }
    void openEarlier()
    {
        m_ui->window().go(GoPage{PageId::Today});
        QVERIFY(m_ui->tabTo(QStringLiteral("addEarlier")));
        m_ui->press(Qt::Key_Space);
        QTRY_VERIFY(sheet() && sheet()->isActiveWindow());
    }
    void openStored(const CheckIn &checkIn)
    {
        QVERIFY(journal().put({checkIn}));
        m_ui->window().go(GoRecord{RecordKind::CheckIn, checkIn.id});
        m_ui->press(Qt::Key_E);
        QTRY_VERIFY(sheet() && sheet()->isActiveWindow());
    }
    void letDraftsBeKept(bool kept) { letBeWritten(*m_ui, "slot", kept); }
    void save()
    {
        m_ui->press(Qt::Key_Return, Qt::ControlModifier);
        waitForWindow();
    }
    /// The sheet is closed, and the window below it has the keyboard again.
    void waitForWindow()
    {
        QTRY_VERIFY(!sheet());
        m_ui->window().activateWindow();
        QTRY_VERIFY(m_ui->window().isActiveWindow());
    }
    void typeTime(const QString &time)
    {
        QVERIFY(m_ui->tabTo(QStringLiteral("checkInTime")));
        part<QLineEdit>("checkInTime")->selectAll();
        m_ui->press(Qt::Key_Delete);
        m_ui->type(time);
    }

private Q_SLOTS:
    void init()
    {
        m_ui = std::make_unique<UiFixture>();
        Session any; // so that there is something to come back to
        any.id = newId(2);
        any.start = When::on(QDate(2026, 10, 1));
        any.modalities = {QStringLiteral("thai")};
        QVERIFY(journal().put({any}));
    }
    void cleanup() { m_ui.reset(); }

    void earlierTime_byKeyboard_isRemembered_andUndone()
    {
        openEarlier();
        QCOMPARE(focused()->objectName(), QStringLiteral("day"));
        part<QDateEdit>("day")->setDate(QDate(2026, 11, 9));
        typeTime(QStringLiteral("9:15"));
        QVERIFY(m_ui->tabTo(QStringLiteral("checkIn-stress")));
        QVERIFY(!part<RatingRow>("checkIn-stress")->value());
        m_ui->press(Qt::Key_7);
        QVERIFY(m_ui->tabTo(QStringLiteral("checkIn-mobility")));
        m_ui->press(Qt::Key_X);
        QVERIFY(m_ui->tabTo(QStringLiteral("context-poor-sleep")));
        m_ui->press(Qt::Key_Space);
        QVERIFY(m_ui->tabTo(QStringLiteral("checkInNote")));
        m_ui->type(QStringLiteral("late train"));
        save();
        QCOMPARE(checkIns().size(), 1);
        const CheckIn made = checkIns().first();
        QCOMPARE(made.time, When::at(berlin(9, 9, 15)));
        QCOMPARE(made.trigger, Trigger::Self);
        const Rating &rating = made.ratings.at(adHoc(stress));
        QCOMPARE(rating.value, std::optional<double>(7));
        QCOMPARE(rating.provenance, Provenance::Remembered);
        QCOMPARE(rating.givenMs, std::optional<qint64>(m_ui->clock().now().utcMs));
        QCOMPARE(made.ratings.at(adHoc(mobility)).value, std::optional<double>(10));
        QCOMPARE(made.context, QSet<QString>{QStringLiteral("poor-sleep")});
        QCOMPARE(made.note, QStringLiteral("late train"));
        QCOMPARE(toast(), QStringLiteral("Check-in of Monday 9 November, 09:15 saved"));
        m_ui->press(QKeySequence(QStringLiteral("Ctrl+Z")));
        QVERIFY(checkIns().isEmpty());
    }

    void earlierTime_ofTheSameDay_isSameDay_andOnlyTheDay_isPossible()
    {
        openEarlier();
        typeTime(QStringLiteral("7:30"));
        QVERIFY(m_ui->tabTo(QStringLiteral("checkIn-stress")));
        m_ui->press(Qt::Key_2);
        save();
        QCOMPARE(checkIns().first().ratings.at(adHoc(stress)).provenance, Provenance::SameDay);
        QVERIFY(journal().undo());
        openEarlier();
        QVERIFY(m_ui->tabTo(QStringLiteral("checkIn-stress")));
        m_ui->press(Qt::Key_2);
        save();
        QCOMPARE(checkIns().first().time, When::on(QDate(2026, 11, 11)));
    }

    void wrongTimes_areSaidUnderTheField_andNothingIsStored()
    {
        openEarlier();
        QVERIFY(m_ui->tabTo(QStringLiteral("checkIn-stress")));
        m_ui->press(Qt::Key_2);
        typeTime(QStringLiteral("soon"));
        m_ui->press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(errorUnder("time").contains(QStringLiteral("not a time of day")));
        QCOMPARE(focused()->objectName(), QStringLiteral("checkInTime"));
        typeTime(QStringLiteral("23:00"));
        m_ui->press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(errorUnder("time").contains(QStringLiteral("still to come")));
        QVERIFY(checkIns().isEmpty());
        typeTime(QStringLiteral("8:00"));
        save();
        QCOMPARE(checkIns().size(), 1);
    }

    void nothingRated_isSaidUnderTheRatings()
    {
        openEarlier();
        m_ui->press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(errorUnder("rating").contains(QStringLiteral("at least one rating")));
        QCOMPARE(focused()->objectName(), QStringLiteral("checkIn-stress"));
    }

    void editing_byKeyboard_changesRatingNoteAndTime_andIsUndone()
    {
        const CheckIn before = stored();
        openStored(before);
        QCOMPARE(focused()->objectName(), QStringLiteral("checkIn-stress"));
        QCOMPARE(part<RatingRow>("checkIn-stress")->value(), std::optional<double>(6));
        QCOMPARE(part<RatingRow>("checkIn-tension")->value(), std::optional<double>(3)); // although not shown
        m_ui->press(Qt::Key_4);
        QVERIFY(m_ui->tabTo(QStringLiteral("checkIn-tension")));
        m_ui->press(Qt::Key_Delete);
        QVERIFY(m_ui->tabTo(QStringLiteral("checkInNote")));
        m_ui->press(Qt::Key_End, Qt::ControlModifier);
        m_ui->type(QStringLiteral(", loud"));
        typeTime(QStringLiteral("10:30"));
        save();
        const CheckIn after = *journal().find<CheckIn>(before.id);
        QCOMPARE(after.time, When::at(berlin(10, 10, 30)));
        QCOMPARE(after.ratings.at(adHoc(stress)).value, std::optional<double>(4));
        QCOMPARE(after.ratings.at(adHoc(stress)).provenance, Provenance::Remembered);
        QVERIFY(after.ratings.count(adHoc(QStringLiteral("tension"))) == 0);
        QCOMPARE(after.note, QStringLiteral("audit at work, loud"));
        QCOMPARE(after.context, before.context);
        QCOMPARE(focused()->objectName(), QStringLiteral("entryList"));
        m_ui->press(QKeySequence(QStringLiteral("Ctrl+Z")));
        QCOMPARE(*journal().find<CheckIn>(before.id), before);
    }

    void editing_onlyTheNote_leavesRatingsAsTheyWere()
    {
        const CheckIn before = stored();
        openStored(before);
        m_ui->press(Qt::Key_9);
        m_ui->press(Qt::Key_6); // as it was
        QVERIFY(m_ui->tabTo(QStringLiteral("checkInNote")));
        m_ui->type(QStringLiteral("x"));
        save();
        const CheckIn after = *journal().find<CheckIn>(before.id);
        QCOMPARE(after.ratings, before.ratings);
        QCOMPARE(after.time, before.time);
    }

    void editing_leavesWhatAnotherProgramChanged()
    {
        const CheckIn before = stored();
        openStored(before);
        CheckIn elsewhere = before;
        elsewhere.note = QStringLiteral("from elsewhere");
        QVERIFY(journal().put({elsewhere}));
        m_ui->press(Qt::Key_1);
        save();
        const CheckIn after = *journal().find<CheckIn>(before.id);
        QCOMPARE(after.note, QStringLiteral("from elsewhere"));
        QCOMPARE(after.ratings.at(adHoc(stress)).value, std::optional<double>(1));
    }

    void editing_followUp_keepsItsPhaseAndSkips()
    {
        CheckIn answer = stored();
        answer.ratings.clear();
        answer.trigger = Trigger::FollowUp;
        answer.session = newId(2);
        Rating skipped;
        answer.ratings[{Phase::NextMorning, stress, {}}] = skipped;
        openStored(answer);
        QVERIFY(m_ui->tabTo(QStringLiteral("checkIn-mobility")));
        m_ui->press(Qt::Key_5);
        save();
        const CheckIn after = *journal().find<CheckIn>(answer.id);
        QCOMPARE(after.ratings.at({Phase::NextMorning, stress, {}}), skipped);
        QCOMPARE(after.ratings.at({Phase::NextMorning, mobility, {}}).value, std::optional<double>(5));
        QCOMPARE(after.ratings.size(), std::size_t(2));
    }

    void details_edit_byKeyboard_opensIt()
    {
        const CheckIn checkIn = stored();
        QVERIFY(journal().put({checkIn}));
        m_ui->window().go(GoRecord{RecordKind::CheckIn, checkIn.id});
        QVERIFY(m_ui->tabTo(QStringLiteral("detailsEdit")));
        m_ui->press(Qt::Key_Space);
        QTRY_VERIFY(sheet());
        sheet()->reject();
        waitForWindow();
        m_ui->window().go(GoPage{PageId::Today});
        QVERIFY(journal().remove(RecordKind::CheckIn, checkIn.id));
        m_ui->window().go(GoCheckIn{checkIn.id});
        QVERIFY(!sheet());
        QVERIFY(toast().contains(QStringLiteral("deleted")));
    }

    void closedWithoutSaving_offersTheDraft_whichCanBeDiscarded()
    {
        openEarlier();
        typeTime(QStringLiteral("9:1"));
        QVERIFY(m_ui->tabTo(QStringLiteral("checkInNote")));
        m_ui->type(QStringLiteral("half a"));
        m_ui->press(Qt::Key_Escape);
        waitForWindow();
        QVERIFY(checkIns().isEmpty());
        QTRY_VERIFY(part<QPushButton>("addEarlier")->text().contains(QStringLiteral("unfinished")));
        openEarlier();
        QCOMPARE(part<QPlainTextEdit>("checkInNote")->toPlainText(), QStringLiteral("half a"));
        QCOMPARE(part<QLineEdit>("checkInTime")->text(), QStringLiteral("9:1"));
        QVERIFY(part<QLabel>("checkInOrigin")->text().contains(QStringLiteral("18:42")));
        QVERIFY(m_ui->tabTo(QStringLiteral("checkInDiscard")));
        m_ui->press(Qt::Key_Space);
        waitForWindow();
        QTRY_VERIFY(!part<QPushButton>("addEarlier")->text().contains(QStringLiteral("unfinished")));
        openEarlier();
        QVERIFY(part<QPlainTextEdit>("checkInNote")->toPlainText().isEmpty());
        QVERIFY(!part<QLabel>("checkInOrigin"));
    }

    void draft_throughJson_isTheSame()
    {
        CheckInDraft draft = draftOf(stored());
        rate(draft, *scaleByCode(stress), 8, m_ui->clock().now());
        draft.time = QStringLiteral("half past");
        draft.ownContexts.insert(QStringLiteral("moving-house"), QStringLiteral("Moving house"));
        draft.keptMs = 17;
        draft.checkIn.time = {}; // stands in the fields
        const auto read = checkInDraftFromJson(toJson(draft));
        QVERIFY(read);
        QCOMPARE(*read, draft);
    }

    void skipThisDay_byKeyboard_isUndoable_andIsTakenBackByARating()
    {
        const QDate day(2026, 11, 9);
        openEarlier();
        part<QDateEdit>("day")->setDate(day);
        QVERIFY(m_ui->tabTo(QStringLiteral("checkInSkip")));
        m_ui->press(Qt::Key_Space);
        waitForWindow();
        QCOMPARE(journal().entries({day, day, RecordKind::Skip}).size(), 1);
        QCOMPARE(toast(), QStringLiteral("Monday 9 November is skipped on purpose"));
        m_ui->press(QKeySequence(QStringLiteral("Ctrl+Z")));
        QCOMPARE(journal().entries({day, day, RecordKind::Skip}).size(), 0);
        m_ui->press(QKeySequence(QStringLiteral("Ctrl+Shift+Z")));
        QCOMPARE(journal().entries({day, day, RecordKind::Skip}).size(), 1);
        openEarlier();
        part<QDateEdit>("day")->setDate(day);
        QVERIFY(part<QPushButton>("checkInSkip")->text().contains(QStringLiteral("take it back")));
        typeTime(QStringLiteral("9:00"));
        QVERIFY(m_ui->tabTo(QStringLiteral("checkIn-stress")));
        m_ui->press(Qt::Key_3);
        save();
        QCOMPARE(journal().entries({day, day, RecordKind::Skip}).size(), 0);
        QCOMPARE(checkIns().size(), 1);
        QVERIFY(journal().undo()); // both at once
        QCOMPARE(journal().entries({day, day, RecordKind::Skip}).size(), 1);
        QVERIFY(checkIns().isEmpty());
    }

    void note_onASkippedDay_leavesItSkipped()
    {
        const QDate today(2026, 11, 11);
        QVERIFY(skipDay(journal(), today, m_ui->clock().now()));
        openEarlier();
        QVERIFY(m_ui->tabTo(QStringLiteral("checkInNote")));
        m_ui->type(QStringLiteral("nothing to say"));
        save();
        QCOMPARE(checkIns().size(), 1);
        QCOMPARE(skipsOf(journal(), today).size(), 1);
    }

    /// My day starts at 04:00, and it is 01:00 of the 11th: the 10th goes on.
    void lateAtNight_todayIsTheDayThatGoesOn()
    {
        const QDate today(2026, 11, 10);
        m_ui->clock().set(berlin(11, 1));
        m_ui->workspace().settings().set(Setting::DayStart, 4 * 60);
        openEarlier();
        QCOMPARE(part<QDateEdit>("day")->date(), today);
        QVERIFY(m_ui->tabTo(QStringLiteral("checkInSkip")));
        m_ui->press(Qt::Key_Space);
        waitForWindow();
        QCOMPARE(toast(), QStringLiteral("Today is skipped on purpose"));
        QCOMPARE(skipsOf(journal(), today).size(), 1);
        openEarlier();
        QVERIFY(m_ui->tabTo(QStringLiteral("checkIn-stress")));
        m_ui->press(Qt::Key_3);
        part<QDateEdit>("day")->setDate(today.addDays(1)); // still to come
        QVERIFY(!part<QPushButton>("checkInSkip"));
        m_ui->press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(errorUnder("time").contains(QStringLiteral("still to come")));
        QVERIFY(errorUnder("day").isEmpty());
        part<QDateEdit>("day")->setDate(today);
        save();
        QCOMPARE(checkIns().first().time, When::on(today));
        QVERIFY(skipsOf(journal(), today).isEmpty());
    }

    void savingUnchanged_saysNothing_andUndoesNothing()
    {
        const CheckIn before = stored();
        openStored(before);
        save();
        QVERIFY(!part<QLabel>("toastText"));
        QCOMPARE(*journal().find<CheckIn>(before.id), before);
        m_ui->press(QKeySequence(QStringLiteral("Ctrl+Z"))); // what was done before
        QVERIFY(!journal().find<CheckIn>(before.id));
    }

    void draft_thatIsAsStored_isNone()
    {
        const CheckIn before = stored();
        openStored(before);
        QVERIFY(m_ui->tabTo(QStringLiteral("checkInNote")));
        m_ui->type(QStringLiteral("x"));
        QTRY_VERIFY(journal().slot(checkInDraftSlot(before.id)).value());
        m_ui->press(Qt::Key_Backspace);
        m_ui->press(Qt::Key_Escape);
        waitForWindow();
        QVERIFY(!journal().slot(checkInDraftSlot(before.id)).value());
    }

    void draftThatCannotBeKept_keepsTheSheetOpen()
    {
        openEarlier();
        QVERIFY(m_ui->tabTo(QStringLiteral("checkInNote")));
        letDraftsBeKept(false);
        m_ui->type(QStringLiteral("precious"));
        for (int times = 0; times < 2; ++times) {
            m_ui->press(Qt::Key_Escape);
            QVERIFY(sheet());
            QVERIFY(!part<QLabel>("checkInError")->text().isEmpty());
            QCOMPARE(part<QPlainTextEdit>("checkInNote")->toPlainText(), QStringLiteral("precious"));
        }
        letDraftsBeKept(true);
        m_ui->press(Qt::Key_Escape);
        waitForWindow();
        openEarlier();
        QCOMPARE(part<QPlainTextEdit>("checkInNote")->toPlainText(), QStringLiteral("precious"));
    }

    void nothingTyped_closes_alsoWhenNothingCanBeKept()
    {
        openEarlier();
        letDraftsBeKept(false);
        QVERIFY(m_ui->tabTo(QStringLiteral("checkInNote")));
        m_ui->type(QStringLiteral("x"));
        m_ui->press(Qt::Key_Backspace);
        m_ui->press(Qt::Key_Escape);
        waitForWindow();
    }

    void draftThatCannotBeKept_canBeDiscarded()
    {
        openEarlier();
        QVERIFY(m_ui->tabTo(QStringLiteral("checkInNote")));
        letDraftsBeKept(false);
        m_ui->type(QStringLiteral("not so precious"));
        m_ui->press(Qt::Key_Escape);
        QVERIFY(m_ui->tabTo(QStringLiteral("checkInDiscard")));
        m_ui->press(Qt::Key_Space);
        waitForWindow();
        QVERIFY(!toast().isEmpty());
        letDraftsBeKept(true);
        openEarlier();
        QVERIFY(part<QPlainTextEdit>("checkInNote")->toPlainText().isEmpty());
    }

    void checkInThatCannotBeSaved_saysSoForGood()
    {
        openEarlier();
        QVERIFY(m_ui->tabTo(QStringLiteral("checkIn-stress")));
        m_ui->press(Qt::Key_4);
        letBeWritten(*m_ui, "change", false);
        m_ui->press(Qt::Key_Return, Qt::ControlModifier);
        const QString said = part<QLabel>("checkInError")->text();
        QVERIFY(!said.isEmpty());
        const auto kept = journal().slot(checkInDraftSlot({})).value();
        QVERIFY(kept); // at once
        m_ui->press(Qt::Key_5);
        QTRY_VERIFY(journal().slot(checkInDraftSlot({})).value() != kept);
        QVERIFY(part<QLabel>("checkInError")->isVisible());
        QCOMPARE(part<QLabel>("checkInError")->text(), said);
        letBeWritten(*m_ui, "change", true);
        save();
    }

    void everyControl_hasANameForScreenReaders()
    {
        openEarlier();
        int controls = 0;
        for (QWidget *widget : sheet()->findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy())
                continue;
            const QAccessibleInterface *access = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(access && !access->text(QAccessible::Name).isEmpty(),
                     qPrintable(QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') +
                                widget->objectName()));
            ++controls;
        }
        QVERIFY(controls > 12);
    }
};

STILLPOINT_UI_TEST_MAIN(TestCheckInEditor)
#include "tst_checkineditor.moc"
