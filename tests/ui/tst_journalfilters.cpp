#include "app/base/identifiers.h"
#include "app/journal/backups.h"
#include "app/journal/demojournal.h"
#include "app/journal/skips.h"
#include "app/workspace/workspace.h"
#include "tests/support/uitest.h"
#include "ui/journal/monthgrid.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/searchbox.h"

#include <QDateEdit>
#include <QDialog>
#include <QFileInfo>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

using namespace stillpoint;
using namespace stillpoint::ui;
using namespace stillpoint::test;

namespace {
const QString list = QStringLiteral("entryList");
}

/// Finding entries again: words, menus, the month, and what was deleted.
class TestJournalFilters : public QObject
{
    Q_OBJECT

    std::unique_ptr<UiFixture> m_ui;

    Journal &journal() { return m_ui->workspace().journal(); }

    void addSession(const QDate &day, const QString &modality, const QString &notes, const QString &worked)
    {
        Session session;
        session.id = newId(day.startOfDay(Qt::UTC).toMSecsSinceEpoch());
        session.start = When::at(momentFromLocal(day, QTime(17, 30), QByteArrayLiteral("Europe/Berlin")));
        session.modalities = {modality};
        session.notes = notes;
        session.worked = {worked};
        QVERIFY(journal().put({session}));
    }
    void addCheckIn(const QDate &day, const QString &note)
    {
        CheckIn checkIn;
        checkIn.id = newId(day.startOfDay(Qt::UTC).toMSecsSinceEpoch());
        checkIn.time = When::at(momentFromLocal(day, QTime(9, 0), QByteArrayLiteral("Europe/Berlin")));
        checkIn.ratings[{Phase::AdHoc, QStringLiteral("stress"), {}}].value = 4;
        checkIn.note = note;
        QVERIFY(journal().put({checkIn}));
    }
    /// Entries without the headings of their days.
    int entries()
    {
        const auto *view = m_ui->find<QListView>(list);
        int count = 0;
        for (int row = 0; view && row < view->model()->rowCount(); ++row)
            count += view->model()->index(row, 0).flags() != Qt::NoItemFlags ? 1 : 0;
        return count;
    }
    /// Takes an entry of a header menu, as a click does.
    bool take(const QString &button, const QString &text)
    {
        QMenu *menu = m_ui->find<QPushButton>(button)->menu();
        Q_EMIT menu->aboutToShow();
        for (QAction *action : menu->actions()) {
            if (action->text() == text) {
                action->trigger();
                return true;
            }
        }
        return false;
    }
    QDialog *sheet() { return m_ui->find<QDialog>(QStringLiteral("trashSheet")); }
    QString state() { return m_ui->find<QLabel>(QStringLiteral("trashState"))->text(); }
    /// Deletes the newest entry and opens what was deleted, with the focus on the way to erase it.
    void openTrashAtErase()
    {
        m_ui->find<QListView>(list)->setFocus();
        m_ui->press(Qt::Key_Home);
        m_ui->press(Qt::Key_Delete);
        QTest::mouseClick(m_ui->find<QPushButton>(QStringLiteral("recentlyDeleted")), Qt::LeftButton);
        QTRY_VERIFY(sheet() && sheet()->isActiveWindow());
        QVERIFY(m_ui->tabTo(QStringLiteral("trashErase")));
    }
    /// Whether the words lie anywhere in the journal's own files.
    bool isInTheFiles(const char *words)
    {
        const QString journalFile = m_ui->workspace().paths().journalFile();
        for (const char *part : {"", "-wal"}) {
            QFile file(journalFile + QLatin1String(part));
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(words))
                return true;
        }
        return false;
    }
    QString summary() { return m_ui->find<QLabel>(QStringLiteral("monthSummary"))->text(); }

private Q_SLOTS:
    void init()
    {
        m_ui = std::make_unique<UiFixture>();
        addSession(QDate(2026, 11, 10), QStringLiteral("deep-tissue"),
                   QStringLiteral("Came with a stiff JÄW"), QStringLiteral("back.left.trapezius"));
        addSession(QDate(2026, 10, 20), QStringLiteral("thai"), QStringLiteral("Long hips"),
                   QStringLiteral("back.left.foot"));
        addCheckIn(QDate(2026, 11, 9), QStringLiteral("audit at work"));
        addCheckIn(QDate(2026, 11, 8), {});
        m_ui->window().go(GoPage{PageId::Journal});
        QCOMPARE(entries(), 4);
    }
    void cleanup() { m_ui.reset(); }

    void words_foldedAndFromAnyText_narrowTheList()
    {
        auto *search = m_ui->find<SearchBox>(QStringLiteral("journalSearch"));
        search->setText(QStringLiteral("jaw STIFF"));
        QCOMPARE(entries(), 1);
        search->setText(QStringLiteral("audit"));
        QCOMPARE(entries(), 1);
        search->setText(QStringLiteral("thai"));
        QCOMPARE(entries(), 1);
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(entries(), 4);
    }

    void menus_eachNarrows_andNothingFits_offersAll()
    {
        const auto *kind = m_ui->find<QPushButton>(QStringLiteral("kindFilter"));
        QVERIFY(!kind->property("on").toBool());
        QVERIFY(take(QStringLiteral("kindFilter"), QStringLiteral("Sessions only")));
        QVERIFY(kind->property("on").toBool()); // looks pressed
        QCOMPARE(entries(), 2);
        QVERIFY(take(QStringLiteral("modalityFilter"), QStringLiteral("Thai")));
        QCOMPARE(entries(), 1);
        QCOMPARE(m_ui->find<QPushButton>(QStringLiteral("modalityFilter"))->text(), QStringLiteral("Thai"));
        QVERIFY(take(QStringLiteral("areaFilter"), QStringLiteral("Neck and shoulders")));
        QVERIFY(!m_ui->find<QListView>(list));
        auto *all = m_ui->find(QStringLiteral("nothingFits"))->findChild<QPushButton *>();
        QTest::mouseClick(all, Qt::LeftButton);
        QCOMPARE(entries(), 4);
        QCOMPARE(m_ui->find<QPushButton>(QStringLiteral("modalityFilter"))->text(),
                 QStringLiteral("Modality"));
    }

    void calendar_dayChosen_showsItsEntry()
    {
        auto *grid = m_ui->find<MonthGrid>(QStringLiteral("monthGrid"));
        grid->setSelectedDate(QDate(2026, 11, 9));
        const auto *view = m_ui->find<QListView>(list);
        QVERIFY(
            view->currentIndex().data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("audit")));
    }

    void calendar_emptyDayChosen_offersToAddToIt()
    {
        m_ui->find<MonthGrid>(QStringLiteral("monthGrid"))->setSelectedDate(QDate(2026, 11, 3));
        QCOMPARE(m_ui->find<QLabel>(QStringLiteral("detailsTitle"))->text(),
                 QStringLiteral("Tuesday 3 November 2026"));
        m_ui->find<QPushButton>(QStringLiteral("detailsCheckIn"))->click();
        QTRY_VERIFY(qobject_cast<QDialog *>(QApplication::activeWindow()));
        QVERIFY(m_ui->tabTo(QStringLiteral("checkIn-stress")));
        m_ui->press(Qt::Key_3);
        m_ui->press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(entries(), 5);
        QCOMPARE(m_ui->find<QLabel>(QStringLiteral("detailsTitle"))->text(), QStringLiteral("Check-in"));
        QCOMPARE(journal().entries({QDate(2026, 11, 3), QDate(2026, 11, 3), RecordKind::CheckIn}).size(), 1);
    }

    void emptyDayChosen_thenSkipped_saysSo()
    {
        m_ui->find<MonthGrid>(QStringLiteral("monthGrid"))->setSelectedDate(QDate(2026, 11, 3));
        const auto text = [this] { return m_ui->find<QLabel>(QStringLiteral("emptyDayText"))->text(); };
        QVERIFY(text().startsWith(QStringLiteral("Nothing")));
        QVERIFY(skipDay(journal(), QDate(2026, 11, 3), m_ui->clock().now()));
        QVERIFY(text().contains(QStringLiteral("skipped")));
    }

    void emptyDayChosen_thenAFilter_showsWhatFits()
    {
        m_ui->find<MonthGrid>(QStringLiteral("monthGrid"))->setSelectedDate(QDate(2026, 11, 3));
        m_ui->find<QLineEdit>(QStringLiteral("journalSearch"))->setText(QStringLiteral("audit"));
        QCOMPARE(m_ui->find<QLabel>(QStringLiteral("detailsTitle"))->text(), QStringLiteral("Check-in"));
    }

    void emptyDayLeft_withOneColumn_doesNotComeBack()
    {
        QVERIFY(m_ui->workspace().settings().set(Setting::TextScale, 200));
        m_ui->find<QPushButton>(QStringLiteral("journalCalendar"))->click();
        m_ui->find<MonthGrid>(QStringLiteral("monthGrid"))->setSelectedDate(QDate(2026, 11, 3));
        QVERIFY(!m_ui->find(list));
        m_ui->press(Qt::Key_Escape);
        QVERIFY(m_ui->find(list));
        m_ui->window().go(GoPage{PageId::Today});
        const QWidget *focused = QApplication::focusWidget();
        addCheckIn(QDate(2026, 11, 8), QStringLiteral("calm"));
        QCOMPARE(QApplication::focusWidget(), focused);
        m_ui->window().go(GoPage{PageId::Journal});
        QVERIFY(m_ui->find(list));
    }

    void calendar_emptyDayChosen_logsASessionOfThatDay()
    {
        m_ui->find<MonthGrid>(QStringLiteral("monthGrid"))->setSelectedDate(QDate(2026, 11, 3));
        m_ui->find<QPushButton>(QStringLiteral("detailsLog"))->click();
        QCOMPARE(m_ui->find<QDateEdit>(QStringLiteral("day"))->date(), QDate(2026, 11, 3));
        m_ui->press(Qt::Key_Return, Qt::ControlModifier);
        const auto made = journal().entries({QDate(2026, 11, 3), QDate(2026, 11, 3), RecordKind::Session});
        QCOMPARE(made.size(), 1);
        QVERIFY(!journal().find<Session>(made.first().id)->start.moment);
    }

    void calendar_listMoved_follows()
    {
        m_ui->find<QListView>(list)->setFocus();
        m_ui->press(Qt::Key_End);
        QCOMPARE(m_ui->find<MonthGrid>(QStringLiteral("monthGrid"))->selectedDate(), QDate(2026, 10, 20));
        QCOMPARE(m_ui->find<QLabel>(QStringLiteral("calendarMonth"))->text(), QStringLiteral("October 2026"));
        QVERIFY(summary().startsWith(QStringLiteral("1 session")));
    }

    void summary_runningMonth_countsDaysUntilToday()
    {
        QCOMPARE(summary(), QStringLiteral("1 session · 2 of 11 days checked in"));
        Skip skip;
        skip.id = newId(1);
        skip.day = QDate(2026, 11, 7);
        QVERIFY(journal().put({skip}));
        QCOMPARE(summary(), QStringLiteral("1 session · 2 of 11 days checked in\n1 day skipped on purpose"));
    }

    void summary_besideMadeUpEntries_countsOnlyOnesOwn()
    {
        QVERIFY(addDemoJournal(journal(), m_ui->workspace().clock()));
        QCOMPARE(summary(), QStringLiteral("1 session · 2 of 11 days checked in\n"
                                           "the made-up entries are not counted"));
        QVERIFY(journal().removeDemo());
        QCOMPARE(summary(), QStringLiteral("1 session · 2 of 11 days checked in"));
    }

    void deleted_isListedAndComesBack()
    {
        auto session = journal().find<Session>(journal().entries({{}, {}, RecordKind::Session}).first().id);
        QVERIFY(session);
        session->modalities.append(QStringLiteral("swedish"));
        session->minutes = 60;
        session->pressure = 3;
        QVERIFY(journal().put({*session}));
        m_ui->find<QListView>(list)->setFocus();
        m_ui->press(Qt::Key_Home);
        m_ui->press(Qt::Key_Delete);
        QCOMPARE(entries(), 3);
        auto *link = m_ui->find<QPushButton>(QStringLiteral("recentlyDeleted"));
        QVERIFY(link);
        QTest::mouseClick(link, Qt::LeftButton);
        auto *table = m_ui->window().findChild<QTableView *>(QStringLiteral("trashTable"));
        QVERIFY(table);
        QCOMPARE(table->model()->rowCount(), 1);
        QVERIFY(table->model()->index(0, 0).data().toString().endsWith(QStringLiteral(", 17:30")));
        const QModelIndex what = table->model()->index(0, 1);
        QVERIFY(table->sizeHintForIndex(what).width() <= table->columnWidth(1)); // not cut
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(entries(), 4);
        QCOMPARE(journal().trash().size(), 0);
    }

    void deletedCheckIns_areToldApart()
    {
        const auto checkIns = journal().entries({{}, {}, RecordKind::CheckIn});
        QVERIFY(journal().remove(RecordKind::CheckIn, checkIns.first().id));
        QTest::mouseClick(m_ui->find<QPushButton>(QStringLiteral("recentlyDeleted")), Qt::LeftButton);
        const auto *table = m_ui->window().findChild<QTableView *>(QStringLiteral("trashTable"));
        QCOMPARE(table->model()->index(0, 1).data().toString(), QStringLiteral("Check-in, stress 4"));
    }

    void lastEntryDeleted_canStillBeBroughtBack()
    {
        m_ui->find<QListView>(list)->setFocus();
        for (int i = 0; i < 4; ++i) {
            m_ui->press(Qt::Key_Home);
            m_ui->press(Qt::Key_Delete);
        }
        QCOMPARE(journal().trash().size(), 4);
        QVERIFY(m_ui->find<QPushButton>(QStringLiteral("recentlyDeleted")));
    }

    void erase_asksFirst_andCancelKeepsTheEntry()
    {
        openTrashAtErase();
        m_ui->prompts().confirmations.push(false);
        m_ui->press(Qt::Key_Space);
        QCOMPARE(m_ui->prompts().asked.size(), 1);
        QVERIFY(m_ui->prompts().asked.first().startsWith(QStringLiteral("Erase this entry for good?")));
        QVERIFY(m_ui->prompts().asked.first().contains(QStringLiteral("10 Nov")));
        QCOMPARE(journal().trash().size(), 1);
    }

    void erase_byKeyboard_leavesNothing_andNamesTheBackups()
    {
        const AppPaths paths = m_ui->workspace().paths();
        const auto backup = createBackup(paths.journalFile(), paths.backupsFolder(), BackupReason::Manual, 1);
        QVERIFY(backup);
        QVERIFY(isInTheFiles("Came with a stiff"));
        openTrashAtErase();
        m_ui->prompts().confirmations.push(true);
        m_ui->press(Qt::Key_Space);
        QVERIFY(journal().trash().isEmpty());
        QVERIFY(!isInTheFiles("Came with a stiff"));
        QVERIFY2(state().contains(QFileInfo(backup->file).fileName()), qPrintable(state()));
        QVERIFY(sheet()); // what it says can be read
        QVERIFY(!m_ui->find<QPushButton>(QStringLiteral("trashErase"))->isEnabled());
        m_ui->press(Qt::Key_Escape);
        QTRY_VERIFY(!sheet());
        QCOMPARE(entries(), 3);
    }

    void erase_whileAnotherProgramHasTheJournal_saysWhyAndChangesNothing()
    {
        const AppPaths paths = m_ui->workspace().paths();
        const auto other = Journal::open(
            {paths.journalFile(), paths.deviceFile(), paths.backupsFolder(), 0, false}, m_ui->clock());
        QVERIFY(other);
        openTrashAtErase();
        m_ui->prompts().confirmations.push(true);
        m_ui->press(Qt::Key_Space);
        QVERIFY2(state().contains(QStringLiteral("Another program")), qPrintable(state()));
        QCOMPARE(journal().trash().size(), 1);
    }

    void smallestWindow_headerFits()
    {
        m_ui->window().resize(760, 600);
        QTRY_VERIFY(!m_ui->find(QStringLiteral("journalCheckIn")));
        const QWidget *search = m_ui->find(QStringLiteral("journalSearch"));
        const QWidget *filters = m_ui->find(QStringLiteral("journalFilters"));
        const auto right = [](const QWidget *widget) {
            return widget->mapTo(widget->window(), QPoint(widget->width(), 0)).x();
        };
        QTRY_VERIFY(right(search) <= filters->mapTo(filters->window(), QPoint()).x());
    }

    void narrowWindow_calendarIsAPopUp()
    {
        m_ui->window().resize(1024, 700);
        QTRY_VERIFY(m_ui->find(QStringLiteral("journalCalendar")));
        QVERIFY(!m_ui->find(QStringLiteral("monthGrid")));
        QVERIFY(m_ui->find(QStringLiteral("journalFilters")));
        QTest::mouseClick(m_ui->find(QStringLiteral("journalCalendar")), Qt::LeftButton);
        auto *grid = m_ui->find<MonthGrid>(QStringLiteral("monthGrid"));
        QVERIFY(grid);
        grid->setSelectedDate(QDate(2026, 11, 9));
        QTRY_VERIFY(!m_ui->find(QStringLiteral("monthGrid")));
    }
};

STILLPOINT_UI_TEST_MAIN(TestJournalFilters)
#include "tst_journalfilters.moc"
