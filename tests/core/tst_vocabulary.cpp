#include "app/journal/vocabulary.h"
#include "tests/support/journaltest.h"

#include <QTest>

using namespace stillpoint;

namespace {

ScaleRecord reworded(const QString &code, int version, const QString &question, double maximum = 10)
{
    ScaleRecord record;
    record.id = newId(version);
    record.code = code;
    Scale scale = scaleByCode(code).value_or(Scale{});
    scale.code = code;
    scale.version = version;
    scale.name = scale.name.isEmpty() ? code : scale.name;
    scale.question = question;
    scale.maximum = maximum;
    record.versions.insert(version, scale);
    return record;
}

} // namespace

class TestVocabulary : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void scale_rewordedByThePerson_keepsItsOldVersion()
    {
        const test::JournalFolder at;
        const auto journal = at.open();
        QCOMPARE(journal->vocabulary().scales(), shippedScales());
        const QString stress = QStringLiteral("stress");
        QVERIFY(journal->put({reworded(stress, 2, QStringLiteral("How wound up are you?"))}));
        const auto reopened = at.open();
        for (const Journal *one : {journal.get(), reopened.get()}) {
            const Vocabulary &words = one->vocabulary();
            QCOMPARE(words.scales().size(), shippedScales().size());
            QCOMPARE(words.scale(stress)->question, QStringLiteral("How wound up are you?"));
            QCOMPARE(words.scale(stress)->version, 2);
            QCOMPARE(words.scale(stress, 1)->question, shippedScales().first().question);
        }
        QVERIFY(journal->undo());
        QCOMPARE(journal->vocabulary().scales(), shippedScales());
    }

    void scale_ofOnesOwn_limitsItsRatings()
    {
        const test::JournalFolder at;
        const auto journal = at.open();
        const QString jaw = QStringLiteral("jaw");
        QVERIFY(journal->put({reworded(jaw, 1, QStringLiteral("How tight is the jaw?"), 4)}));
        QCOMPARE(journal->vocabulary().scales().last().code, jaw);
        CheckIn checkIn = at.checkIn(3);
        checkIn.ratings[{Phase::AdHoc, jaw, {}}].value = 4;
        QVERIFY(journal->put({checkIn}));
        checkIn.ratings[{Phase::AdHoc, jaw, {}}].value = 5;
        const auto refused = journal->put({checkIn});
        QVERIFY(!refused);
        QCOMPARE(refused.error().field, QStringLiteral("rating.jaw"));
    }

    void modalityAndContext_ofOnesOwn_areFoundByNameAndAlias()
    {
        const test::JournalFolder at;
        const auto journal = at.open();
        ModalityRecord watsu;
        watsu.id = newId(1);
        watsu.modality = {QStringLiteral("watsu"),
                          QStringLiteral("Watsu"),
                          QStringLiteral("own"),
                          {QStringLiteral("Water shiatsu")}};
        ContextRecord moving;
        moving.id = newId(1);
        moving.code = QStringLiteral("moving-house");
        moving.name = QStringLiteral("Moving the house");
        QVERIFY(journal->put({watsu, moving}));
        const Vocabulary &words = journal->vocabulary();
        QCOMPARE(words.modality(QStringLiteral("water SHIATSU")), std::optional(watsu.modality));
        QCOMPARE(words.modalityName(QStringLiteral("watsu")), QStringLiteral("Watsu"));
        QCOMPARE(words.contextName(moving.code), moving.name);
        QCOMPARE(words.contextCode(QStringLiteral("moving the House")), moving.code);
        QCOMPARE(words.contextCode(QStringLiteral("New Job")), QStringLiteral("new-job"));
        QVERIFY(!words.modality(QStringLiteral("unheard of")));
    }
};

QTEST_GUILESS_MAIN(TestVocabulary)
#include "tst_vocabulary.moc"
