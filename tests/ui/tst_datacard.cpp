#include "app/base/identifiers.h"
#include "app/journal/backups.h"
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
