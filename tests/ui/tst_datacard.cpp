#include "app/base/identifiers.h"
#include "app/journal/backups.h"
#include "app/journal/journalfile.h"
#include "app/workspace/workspace.h"
#include "tests/support/uitest.h"
#include "ui/shell/mainwindow.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

using namespace stillpoint;
using namespace stillpoint::ui;
using namespace stillpoint::test;

class TestDataCard : public QObject
{
    Q_OBJECT

    std::unique_ptr<UiFixture> m_ui;

    QString toast() { return m_ui->find<QLabel>(QStringLiteral("toastText"))->text(); }
    void press(const char *button) { m_ui->find<QPushButton>(QLatin1String(button))->click(); }
    void pressByKey(const char *button)
    {
        QVERIFY2(m_ui->tabTo(QLatin1String(button)), button);
        m_ui->press(Qt::Key_Space);
    }
    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// other.json: one session, written on another device.
    QString exportOfAnotherJournal(const DataFolder &folder)
    {
        const QString path = folder.file(QStringLiteral("other.json"));
        const auto other =
            Journal::open({folder.file(QStringLiteral("journal.db")), folder.file(QStringLiteral("device")),
                           folder.file(QStringLiteral("backups")), 0, false},
                          m_ui->clock());
        Session session;
        session.id = newId(3);
        session.start = When::on(QDate(2026, 11, 2));
        session.modalities = {QStringLiteral("thai")};
        QFile file(path);
        if (!other || !(*other)->put({session}) || !file.open(QIODevice::WriteOnly) ||
            !exportJson(**other, {}, m_ui->clock(), file))
            qFatal("the other journal was not written");
        return path;
    }
    template<class T>
    T *sheetPart(const char *name)
    {
        return m_ui->window().findChild<T *>(QLatin1String(name));
    }
    QList<Backup> backups() { return listBackups(m_ui->workspace().paths().backupsFolder()); }

private Q_SLOTS:
    void init()
    {
        m_ui = std::make_unique<UiFixture>();
        CheckIn checkIn;
        checkIn.id = newId(1);
        checkIn.time = When::at(m_ui->clock().now());
        checkIn.ratings[{Phase::AdHoc, QStringLiteral("stress"), {}}].value = 4;
        QVERIFY(m_ui->workspace().journal().put({checkIn}));
        m_ui->window().go(GoPage{PageId::Settings});
    }
    void cleanup() { m_ui.reset(); }

    void backUp_pressed_makesOneThatHoldsTheEntry()
    {
        QVERIFY(m_ui->find<QLabel>(QStringLiteral("settingsLastBackup"))
                    ->text()
                    .startsWith(QStringLiteral("None yet")));
        press("settingsBackUp");
        QTRY_COMPARE(backups().size(), 1);
        QTRY_VERIFY(m_ui->find(QStringLiteral("toastText")));
        QCOMPARE(toast(), QStringLiteral("Backed up and checked: sessions 0, check-ins 1"));
        const auto contents = verifyBackup(backups().first().file);
        QVERIFY(contents);
        QCOMPARE(contents->records.value(RecordKind::CheckIn), 1);
        QVERIFY(m_ui->find<QLabel>(QStringLiteral("settingsLastBackup"))
                    ->text()
                    .contains(QStringLiteral("11 Nov 2026")));
    }

    void restore_ofABackup_bringsTheJournalBack_andKeepsWhatWasThere()
    {
        press("settingsBackUp");
        QTRY_COMPARE(backups().size(), 1);
        QTRY_VERIFY(m_ui->find<QPushButton>(QStringLiteral("settingsBackUp"))->isEnabled());
        Journal &journal = m_ui->workspace().journal();
        const QUuid first = journal.entries().first().id;
        QVERIFY(journal.remove(RecordKind::CheckIn, first));
        Session later;
        later.id = newId(2);
        later.start = When::at(m_ui->clock().now());
        later.modalities = {QStringLiteral("thai")};
        QVERIFY(journal.put({later}));
        press("settingsBackups");
        auto *table = sheetPart<QTableView>("backupTable");
        QTRY_COMPARE(table->model()->index(0, 3).data().toString(),
                     QStringLiteral("sessions 0, check-ins 1"));
        QCOMPARE(table->model()->index(0, 1).data().toString(), QStringLiteral("by hand"));
        sheetPart<QPushButton>("backupRestore")->click();
        QVERIFY(toast().startsWith(QStringLiteral("The journal is as it was on 11 Nov 2026")));
        QVERIFY(journal.find<CheckIn>(first));
        QVERIFY(!journal.find<Session>(later.id));
        QCOMPARE(backups().size(), 2);
        const QList<Backup> all = backups();
        const auto kept = std::find_if(all.begin(), all.end(), [](const Backup &each) {
            return each.reason == BackupReason::BeforeRestore;
        });
        QCOMPARE(verifyBackup(kept->file)->records.value(RecordKind::Session), 1);
        // It goes on at once.
        QVERIFY(journal.put({later}));
    }

    void restore_ofADamagedBackup_cannotBeChosen_andSaysWhy()
    {
        press("settingsBackUp");
        QTRY_COMPARE(backups().size(), 1);
        QTRY_VERIFY(m_ui->find<QPushButton>(QStringLiteral("settingsBackUp"))->isEnabled());
        writeFile(backups().first().file, QByteArray(8192, 'x'));
        press("settingsBackups");
        auto *table = sheetPart<QTableView>("backupTable");
        QTRY_COMPARE(table->model()->index(0, 3).data().toString(), QStringLiteral("cannot be used"));
        QVERIFY(!sheetPart<QPushButton>("backupRestore")->isEnabled());
        QVERIFY(!sheetPart<QLabel>("backupState")->text().isEmpty());
    }

    void restore_whileAnotherProgramHasTheJournal_saysWhyAndChangesNothing()
    {
        press("settingsBackUp");
        QTRY_COMPARE(backups().size(), 1);
        QTRY_VERIFY(m_ui->find<QPushButton>(QStringLiteral("settingsBackUp"))->isEnabled());
        const AppPaths paths = m_ui->workspace().paths();
        const auto other = Journal::open(
            {paths.journalFile(), paths.deviceFile(), paths.backupsFolder(), 0, false}, m_ui->clock());
        QVERIFY(other);
        press("settingsBackups");
        auto *restore = sheetPart<QPushButton>("backupRestore");
        QTRY_VERIFY(restore->isEnabled());
        restore->click();
        QVERIFY(sheetPart<QLabel>("backupState")->text().contains(QStringLiteral("Another program")));
        QCOMPARE(m_ui->workspace().journal().entries().size(), 1);
    }

    void sizes_areOfTheWholeFolder()
    {
        QTRY_VERIFY(
            m_ui->find<QLabel>(QStringLiteral("settingsSizes"))->text().contains(QStringLiteral("in all")));
    }

    void export_toAFile_holdsTheJournal()
    {
        const DataFolder folder;
        m_ui->prompts().saveFiles.push(folder.file(QStringLiteral("out.json")));
        press("settingsExport");
        QTRY_VERIFY(m_ui->find(QStringLiteral("toastText")));
        QCOMPARE(toast(), QStringLiteral("The journal is in out.json"));
        QFile file(folder.file(QStringLiteral("out.json")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
        QCOMPARE(json.value(QLatin1String("format")).toString(), QStringLiteral("stillpoint-journal"));
        QCOMPARE(json.value(QLatin1String("records")).toArray().size(), 1);
    }

    void exportTables_intoAFolder_holdSessionsAndRatings_andAskBeforeReplacing()
    {
        const DataFolder folder;
        m_ui->prompts().folders.push(folder.path());
        pressByKey("settingsExportTables");
        QTRY_VERIFY(m_ui->find(QStringLiteral("toastText")));
        QVERIFY(toast().startsWith(QStringLiteral("sessions.csv and ratings.csv are in ")));
        const QByteArray ratings = bytesOf(folder.file(QStringLiteral("ratings.csv")));
        QVERIFY(ratings.startsWith("record,kind,session,day"));
        QCOMPARE(ratings.count('\n'), 2);
        QVERIFY(bytesOf(folder.file(QStringLiteral("sessions.csv"))).startsWith("id,day,start"));
        writeFile(folder.file(QStringLiteral("ratings.csv")), "mine");
        m_ui->prompts().folders.push(folder.path());
        m_ui->prompts().confirmations.push(false);
        pressByKey("settingsExportTables");
        QVERIFY(m_ui->prompts().asked.last().contains(QStringLiteral("already holds")));
        QCOMPARE(bytesOf(folder.file(QStringLiteral("ratings.csv"))), QByteArray("mine"));
    }

    void import_ofAnotherJournal_asksWithCounts_backsUp_andMerges()
    {
        const DataFolder folder;
        const QString file = exportOfAnotherJournal(folder);
        m_ui->prompts().files.push({file});
        m_ui->prompts().confirmations.push(false);
        pressByKey("settingsImport");
        QTRY_COMPARE(m_ui->prompts().asked.size(), 2);
        QVERIFY2(m_ui->prompts().asked.last().contains(
                     QStringLiteral("1 added, 0 changed, 0 put in the trash, 0 as before")),
                 qPrintable(m_ui->prompts().asked.last()));
        QCOMPARE(m_ui->workspace().journal().entries().size(), 1); // Cancel
        m_ui->prompts().files.push({file});
        m_ui->prompts().confirmations.push(true);
        QTRY_VERIFY(m_ui->find<QPushButton>(QStringLiteral("settingsImport"))->isEnabled());
        pressByKey("settingsImport");
        QTRY_COMPARE(m_ui->workspace().journal().entries().size(), 2);
        QVERIFY(toast().startsWith(QStringLiteral("Imported: 1 added")));
        QCOMPARE(backups().size(), 1);
        m_ui->prompts().files.push({file});
        pressByKey("settingsImport");
        QTRY_VERIFY(toast().startsWith(QStringLiteral("Nothing is new in other.json")));
    }

    void import_ofTables_isOneStep_thatUndoTakesBack()
    {
        const DataFolder folder;
        writeFile(
            folder.file(QStringLiteral("sessions.csv")),
            "id,day,start,zone,minutes,modalities,practitioner,setting,pressure,reason,worked,hurts,context,"
            "cost,currency,satisfaction,notes\n"
            "01900000-0000-7000-8000-000000000001,2026-11-03,,,60,thai,,,,,,,,,,,\n");
        m_ui->prompts().files.push({folder.file(QStringLiteral("sessions.csv"))});
        m_ui->prompts().confirmations.push(true);
        pressByKey("settingsImport");
        QTRY_COMPARE(m_ui->workspace().journal().all<Session>().size(), 1);
        m_ui->press(QKeySequence(QStringLiteral("Ctrl+Z")));
        QVERIFY(m_ui->workspace().journal().all<Session>().isEmpty());
    }

    void import_ofSomethingElse_saysSoAndAsksNothing()
    {
        const DataFolder folder;
        writeFile(folder.file(QStringLiteral("other.json")), "{\"format\":\"recipes\"}");
        m_ui->prompts().files.push({folder.file(QStringLiteral("other.json"))});
        pressByKey("settingsImport");
        QTRY_VERIFY(m_ui->find(QStringLiteral("toastText")));
        QVERIFY(toast().contains(QStringLiteral("not an export of a Stillpoint journal")));
        QCOMPARE(m_ui->prompts().asked.size(), 1); // for the file
    }

    void export_whereNothingCanBeWritten_saysSoAndWhatToDo()
    {
        m_ui->prompts().saveFiles.push(m_ui->dataFolder() + QStringLiteral("/no/such/folder/out.json"));
        press("settingsExport");
        QTRY_VERIFY(m_ui->find(QStringLiteral("toastText")));
        QVERIFY(toast().contains(QStringLiteral("choose another folder")));
    }
};

STILLPOINT_UI_TEST_MAIN(TestDataCard)
#include "tst_datacard.moc"
