#include "app/base/clock.h"
#include "app/base/files.h"
#include "app/base/frames.h"
#include "app/base/identifiers.h"
#include "app/base/tag.h"
#include "tests/support/coretest.h"

#include <QFileInfo>
#include <QtEndian>
#include <QTest>

using namespace stillpoint;

class TestBase : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void foldedTag_spellingsOfOneTag_meet_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("folded");
        QTest::newRow("case") << QStringLiteral("Self-Care") << QStringLiteral("self care");
        QTest::newRow("underscore") << QStringLiteral("self_care") << QStringLiteral("self care");
        QTest::newRow("accent") << QStringLiteral("Über-Schön") << QStringLiteral("uber schon");
        QTest::newRow("decomposed") << QStringLiteral("Ru\u0308cken") << QStringLiteral("rucken");
        QTest::newRow("sound mark stays") << QStringLiteral("ガ") << QStringLiteral("ガ");
        QTest::newRow("leading hash") << QStringLiteral("#massage") << QStringLiteral("massage");
        QTest::newRow("trailing hash stays") << QStringLiteral("C#") << QStringLiteral("c#");
        QTest::newRow("full width") << QStringLiteral("ＮＥＣＫ") << QStringLiteral("neck");
        QTest::newRow("kana keeps its mark") << QStringLiteral("が") << QStringLiteral("が");
        QTest::newRow("hangul stays composed") << QStringLiteral("목") << QStringLiteral("목");
    }
    void foldedTag_spellingsOfOneTag_meet()
    {
        QFETCH(QString, written);
        QTEST(foldedTag(written), "folded");
    }

    void newId_twoInOrder_sortByTimeAndSayVersionSeven()
    {
        const QUuid first = newId(1'000'000);
        const QUuid second = newId(1'000'001);
        QVERIFY(idText(first) < idText(second));
        QCOMPARE(idText(first).at(14), QLatin1Char('7'));
        QVERIFY(QStringLiteral("89ab").contains(idText(first).at(19)));
        QCOMPARE(idFromText(idText(first)), first);
        QVERIFY(newId(5) != newId(5));
    }

    void frames_bytesInPieces_giveTheSameFrame()
    {
        const Frame sent{{{QStringLiteral("job"), 7}}, QByteArray("b\0dy", 4)};
        const QByteArray bytes = encodeFrame(sent) + encodeFrame(sent);
        FrameReader reader;
        int received = 0;
        for (const char byte : bytes) {
            reader.append(QByteArray(1, byte));
            if (const auto frame = reader.next()) {
                QCOMPARE(*frame, sent);
                ++received;
            }
        }
        QCOMPARE(received, 2);
    }

    void frames_hugeSize_isBroken()
    {
        QByteArray bytes(8, '\xff');
        FrameReader reader;
        reader.append(bytes);
        QVERIFY(!reader.next());
        QVERIFY(reader.isBroken());
    }

    void momentFromLocal_acrossDst_keepsTheFeltOffset()
    {
        const QByteArray berlin("Europe/Berlin");
        const Moment winter = momentFromLocal(QDate(2026, 1, 10), QTime(17, 30), berlin);
        const Moment summer = momentFromLocal(QDate(2026, 7, 10), QTime(17, 30), berlin);
        QCOMPARE(winter.offsetMinutes, 60);
        QCOMPARE(summer.offsetMinutes, 120);
        QCOMPARE(toRfc3339(winter.utcMs), QStringLiteral("2026-01-10T16:30:00.000Z"));
        QCOMPARE(fromRfc3339(toRfc3339(summer.utcMs)), std::optional<qint64>(summer.utcMs));
        QCOMPARE(summer.local().time(), QTime(17, 30));
        QVERIFY(!fromRfc3339(QStringLiteral("2026-01-10T16:30:00")));
    }

    void files_writtenAtomically_replaceAndRefuseTooLarge()
    {
        test::DataFolder folder;
        const QString path = folder.file(QStringLiteral("a.txt"));
        QVERIFY(writeFileAtomically(path, "one"));
        QVERIFY(writeFileAtomically(path, "three"));
        QCOMPARE(readFile(path, 5).value(), QByteArray("three"));
        QCOMPARE(readFile(path, 4).error().code, ErrorCode::Limit);
        QCOMPARE(readFile(folder.path(), 4).error().code, ErrorCode::Invalid);
        QCOMPARE(readFile(folder.file(QStringLiteral("none")), 4).error().code, ErrorCode::NotFound);
        QCOMPARE(writeFileAtomically(folder.file(QStringLiteral("no/such/dir")), "x").error().code,
                 ErrorCode::Io);
    }
};

QTEST_GUILESS_MAIN(TestBase)
#include "tst_base.moc"
