#include "app/journal/contexts.h"
#include "app/journal/modalities.h"
#include "app/journal/regions.h"
#include "app/journal/scales.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace stillpoint;

class TestBodyData : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void regions_areExactlyThoseOfTheBodyMap()
    {
        QFile map(QStringLiteral(STILLPOINT_TEST_DATA "/../../resources/bodymap.svg"));
        QVERIFY(map.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(map.readAll());
        QSet<QString> onMap;
        auto ids = QRegularExpression(QStringLiteral("id=\"((?:front|back)\\.[^\"]+)\"")).globalMatch(text);
        while (ids.hasNext())
            onMap.insert(ids.next().captured(1));
        onMap -= {QStringLiteral("front.outline"), QStringLiteral("back.outline"),
                  QStringLiteral("front.detail"), QStringLiteral("back.detail")};
        QSet<QString> codes;
        for (const Region &region : shippedRegions())
            codes.insert(region.code);
        QCOMPARE(codes, onMap);
        QCOMPARE(shippedRegions().size(), 53);
    }

    void regions_haveNamesRollUpsAndMutualNeighbours()
    {
        QSet<QString> names;
        QSet<QString> rollUps;
        for (const Region &region : shippedRegions()) {
            names.insert(region.name);
            rollUps.insert(region.rollUp);
            QVERIFY2(!region.neighbours.isEmpty(), qPrintable(region.code));
            for (const QString &neighbour : region.neighbours)
                QVERIFY(regionByCode(neighbour)->neighbours.contains(region.code));
        }
        QCOMPARE(names.size(), 53);
        QCOMPARE(rollUps.size(), 6);
        QCOMPARE(regionByCode(QStringLiteral("back.left.shoulder-blade"))->name,
                 QStringLiteral("Left shoulder blade"));
        QCOMPARE(regionByCode(QStringLiteral("back.right.trapezius"))->name,
                 QStringLiteral("Right top of shoulder"));
    }

    void scales_areTheSevenInOrder()
    {
        QStringList codes;
        for (const Scale &scale : shippedScales()) {
            codes.append(scale.code);
            QCOMPARE(scale.minimum, 0.0);
            QCOMPARE(scale.maximum, 10.0);
            QVERIFY(!scale.hint.isEmpty());
        }
        QCOMPARE(codes.join(QLatin1Char(' ')),
                 QStringLiteral("stress mobility pain tension sleep energy mood"));
        const Scale stress = *scaleByCode(QStringLiteral("stress"));
        QCOMPARE(stress.question, QStringLiteral("How stressed do you feel right now?"));
        QCOMPARE(stress.direction, Direction::HigherWorse);
        QCOMPARE(scaleByCode(QStringLiteral("mobility"))->direction, Direction::HigherBetter);
        QVERIFY(!scaleByCode(QStringLiteral("joy")));
    }

    void modalities_unknownOne_offersTheNearest()
    {
        QCOMPARE(nearModalities(QStringLiteral("deep tisue")).value(0), QStringLiteral("deep-tissue"));
        QCOMPARE(nearModalities(QStringLiteral("myofascial")).value(0), QStringLiteral("myofascial-release"));
        QVERIFY(nearModalities(QStringLiteral("xyzzyxyzzy")).isEmpty());
        QCOMPARE(nearRegions(QStringLiteral("back.left.trapesius")).value(0),
                 QStringLiteral("back.left.trapezius"));
    }

    void contexts_typedWords_becomeCodesAndBack()
    {
        QCOMPARE(contextCode(QStringLiteral(" Poor  Sleep ")), QStringLiteral("poor-sleep"));
        QCOMPARE(contextName(QStringLiteral("poor-sleep")), QStringLiteral("Poor sleep"));
        QCOMPARE(contextName(contextCode(QStringLiteral("Moving House"))), QStringLiteral("Moving house"));
    }
};

QTEST_GUILESS_MAIN(TestBodyData)
#include "tst_bodydata.moc"
