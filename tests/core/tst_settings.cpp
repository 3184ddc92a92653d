#include "app/settings/settings.h"
#include "tests/support/coretest.h"

#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace stillpoint;

class TestSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void set_valueAndDefault_writesOnlyWhatDiffers()
    {
        test::DataFolder folder;
        const QString path = folder.file(QStringLiteral("settings.ini"));
        {
            Settings settings(path);
            QSignalSpy spy(&settings, &Settings::changed);
            QCOMPARE(settings.text(Setting::Theme), QStringLiteral("system"));
            QVERIFY(settings.set(Setting::Theme, QStringLiteral("dark")));
            QVERIFY(settings.set(Setting::DayStart, 240));
            QVERIFY(settings.set(Setting::DayStart, 0));
            QCOMPARE(spy.count(), 3);
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("theme=dark"));
        QVERIFY(!text.contains("day-start"));
        QCOMPARE(Settings(path).text(Setting::Theme), QStringLiteral("dark"));
    }

    void read_wrongKindAndUnknownKeys_useDefaultsAndKeepThem()
    {
        test::DataFolder folder;
        const QString path = folder.file(QStringLiteral("settings.ini"));
        test::writeFile(path,
                        "[appearance]\ntext-scale=9000\n[future]\nthing=7\n[journal]\nday-start=soon\n");
        {
            Settings settings(path);
            QCOMPARE(settings.number(Setting::TextScale), 200);
            QCOMPARE(settings.number(Setting::DayStart), 0);
            QVERIFY(settings.set(Setting::Theme, QStringLiteral("light")));
        }
        QCOMPARE(QSettings(path, QSettings::IniFormat).value(QStringLiteral("future/thing")).toInt(), 7);
    }

    void set_readOnly_isRefusedWithASentence()
    {
        test::DataFolder folder;
        Settings settings(folder.file(QStringLiteral("settings.ini")), true);
        const auto refused = settings.set(Setting::Theme, QStringLiteral("dark"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::ReadOnly);
        QVERIFY(!QFile::exists(folder.file(QStringLiteral("settings.ini"))));
    }

    void set_onceItFailed_worksAgainWhenTheCauseIsGone()
    {
        test::DataFolder folder;
        const QString inTheWay = folder.file(QStringLiteral("config"));
        const QString path = inTheWay + QStringLiteral("/settings.ini");
        test::writeFile(inTheWay, "a file where the folder should be");
        Settings settings(path);
        QCOMPARE(settings.set(Setting::Theme, QStringLiteral("dark")).error().code, ErrorCode::Io);
        QCOMPARE(settings.text(Setting::Theme), QStringLiteral("system"));
        QVERIFY(QFile::remove(inTheWay));
        QVERIFY(settings.set(Setting::TextScale, 120));
        QCOMPARE(settings.number(Setting::TextScale), 120);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("theme"));
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
