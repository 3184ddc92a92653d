#include "app/journal/fold.h"
#include "app/journal/recordcodec.h"
#include "tests/support/journaltest.h"

#include <QJsonDocument>
#include <QTest>

using namespace stillpoint;

namespace {

QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(QByteArray(json)).object();
}

/// Read both ways, which must come to the same: from a document, and from the text as a journal is opened.
template<class T>
T valueOf(const QJsonObject &fields)
{
    T value;
    applyFields(value, fields);
    const QByteArray written = QJsonDocument(fields).toJson(QJsonDocument::Compact);
    T fromText;
    applyFields(fromText, payloadFields(written).value());
    return fromText == value ? value : T();
}

} // namespace

class TestRecordCodec : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void session_ofTheFormat_isReadWholeAndWrittenAlike()
    {
        const QJsonObject fields = object(
            R"({"start":"2026-11-10T16:30:00.000Z","offset":60,"zone":"Europe/Berlin","modalities":["deep-tissue"],
                "reason":"worse","status":"done","worked.back.right.trapezius":true,"context.poor-sleep":true,
                "hurts.front.right.jaw":2,"minutes":75,"pressure":4,"notes":"**better**",
                "practitioner":"018f0000-0000-7000-8000-000000000001",
                "rating.before.stress":{"v":7,"sv":1,"given":"2026-11-10T16:31:00.000Z","prov":"same-day"},
                "rating.after.pain.back.left.trapezius":{"v":2.5,"sv":1,"prov":"live"},
                "rating.after.mood":{"skipped":true,"sv":1,"prov":"live"}})");
        const Session session = valueOf<Session>(fields);
        QCOMPARE(session.start.moment->local().time(), QTime(17, 30));
        QCOMPARE(session.start.moment->zone, QByteArray("Europe/Berlin"));
        QCOMPARE(session.modalities, QStringList{QStringLiteral("deep-tissue")});
        QCOMPARE(session.reason, Reason::Worse);
        QVERIFY(session.worked.contains(QStringLiteral("back.right.trapezius")));
        QCOMPARE(session.hurts.value(QStringLiteral("front.right.jaw")), 2);
        const Rating stress = session.ratings.at({Phase::Before, QStringLiteral("stress"), {}});
        QCOMPARE(stress.value, std::optional(7.0));
        QCOMPARE(stress.provenance, Provenance::SameDay);
        const RatingKey region{Phase::After, QStringLiteral("pain"), QStringLiteral("back.left.trapezius")};
        QCOMPARE(session.ratings.at(region).value, std::optional(2.5));
        QVERIFY(!session.ratings.at({Phase::After, QStringLiteral("mood"), {}}).value);
        QVERIFY(session.extra.isEmpty());
        QCOMPARE(fieldsOf(session), fields);
    }

    void words_ofANewerVersion_areNotReplacedByDefaults()
    {
        const QJsonObject session = object(R"({"day":"2026-11-10","status":"no-show"})");
        QCOMPARE(fieldsOf(valueOf<Session>(session)), session);
        const QJsonObject checkIn = object(R"({"day":"2026-11-10","trigger":"tapped"})");
        QCOMPARE(fieldsOf(valueOf<CheckIn>(checkIn)), checkIn);
        Session done = valueOf<Session>(session);
        done.status = SessionStatus::Cancelled;
        QCOMPARE(fieldsOf(done)[QLatin1String("status")].toString(), QStringLiteral("cancelled"));
    }

    void texts_withSeparateAccents_areWrittenComposed()
    {
        Session session;
        session.notes = QStringLiteral("Kiefer gelo\u0308st");
        QCOMPARE(fieldsOf(session)[QLatin1String("notes")].toString(), QStringLiteral("Kiefer gel\u00f6st"));
        PlaceRecord place;
        place.path = QStringLiteral("/home/a/Artikel u\u0308ber");
        QCOMPARE(fieldsOf(place)[QLatin1String("path")].toString(), place.path);
    }

    void records_ofEveryKind_comeBackAsTheyWere()
    {
        CheckIn checkIn;
        checkIn.time = When::at({1'794'000'000'000, 345, QByteArrayLiteral("Asia/Kathmandu")});
        checkIn.trigger = Trigger::FollowUp;
        checkIn.session = QUuid::createUuid();
        checkIn.ratings[{Phase::NextMorning, QStringLiteral("sleep"), {}}].value = 0;
        checkIn.context = {QStringLiteral("travel")};
        checkIn.note = QStringLiteral("gut");
        QCOMPARE(valueOf<CheckIn>(fieldsOf(checkIn)), checkIn);
        Skip skip;
        skip.day = QDate(2026, 11, 8);
        QCOMPARE(valueOf<Skip>(fieldsOf(skip)), skip);
        Practitioner practitioner{
            {},   QStringLiteral("Ines"), QStringLiteral("I"), QStringLiteral("p"), QStringLiteral("n"), {},
            false};
        QCOMPARE(valueOf<Practitioner>(fieldsOf(practitioner)), practitioner);
        ArticleState article;
        article.place = QUuid::createUuid();
        article.path = QStringLiteral("a/b.md");
        article.readState = ReadState::Reading;
        article.starred = true;
        article.archived = true;
        article.encoding = QStringLiteral("KOI8-R");
        QCOMPARE(valueOf<ArticleState>(fieldsOf(article)), article);
        PlaceRecord place{{}, QStringLiteral("Notes"), QStringLiteral("/notes"), {}, false};
        QCOMPARE(valueOf<PlaceRecord>(fieldsOf(place)), place);
    }

    void session_withAllItsFields_comesBackAsItWas()
    {
        const QJsonObject fields = object(
            R"({"day":"2026-11-10","status":"done","modalities":["thai"],"setting":"self-care",
                "pressure_feel":"too-deep","aim":"mobility","expectation":7.5,"satisfaction":9,"cost":65.5,
                "currency":"EUR","tag.travel/spa":true,"effect.soreness":{"severity":3,"onset_h":2,"hours":24},
                "effect.bruise":{"region":"front.neck"}})");
        const Session session = valueOf<Session>(fields);
        QVERIFY(session.extra.isEmpty());
        QCOMPARE(session.setting, SessionSetting::SelfCare);
        QCOMPARE(session.effects.value(QStringLiteral("soreness")).hours, std::optional(24.0));
        QCOMPARE(session.effects.value(QStringLiteral("bruise")).region, QStringLiteral("front.neck"));
        QCOMPARE(session.cost, std::optional(65.5));
        QCOMPARE(fieldsOf(session), fields);
        // A field of an effect that only a newer version knows is not lost.
        const QJsonObject newer = object(R"({"day":"2026-11-10","status":"done",
                                             "effect.soreness":{"severity":3,"side":"left"}})");
        QCOMPARE(fieldsOf(valueOf<Session>(newer)), newer);
    }

    void everyKind_readsAndWritesItsFieldsAlike_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *kind, const char *json) {
            QTest::newRow(kind) << QString::fromLatin1(kind) << QByteArray(json);
        };
        row("period", R"({"what":"medication","from":"2026-11-01","to":"2026-11-09","note":"new dose"})");
        row("scale", R"({"code":"jaw","version.1":{"min":0,"max":5,"step":1,"direction":"higher-worse",
                         "name":"Jaw","low":"loose","high":"locked","recall":"today"},
                         "version.2":{"min":0,"max":10,"step":0.5,"direction":"neutral","name":"Jaw",
                         "from":"2026-11-10T00:00:00.000Z"}})");
        row("modality", R"({"code":"watsu","name":"Watsu","family":"own","aliases":["water shiatsu"]})");
        row("context", R"({"code":"moving-house","name":"Moving house"})");
        row("template", R"({"name":"Ines, 60","minutes":60,"modalities":["thai"],"pressure":4,
                            "worked.front.neck":true})");
        row("article",
            R"({"title":"Neck","state":"reading","starred":true,"tag.mine":true,"note":"try this"})");
        row("highlight",
            R"({"article":"018f0000-0000-7000-8000-000000000001","quote":"let go","prefix":"and ",
                             "suffix":".","start":12,"end":18,"heading":["Neck","Release"],"colour":"amber",
                             "note":"yes","status":"review"})");
        row("link", R"({"from":"018f0000-0000-7000-8000-000000000001","relation":"recommended-by",
                        "to":"018f0000-0000-7000-8000-000000000002"})");
        row("tag-rule", R"({"rule":"merge","tag":"nek","to":"neck"})");
        row("saved-filter", R"({"name":"Unread","filter":{"is":["unread"],"text":"neck"}})");
    }

    void everyKind_readsAndWritesItsFieldsAlike()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, json);
        const QJsonObject fields = object(json.constData());
        const RecordKind known = kindFromName(kind).value();
        QCOMPARE(kindName(known), kind);
        test::JournalFolder at;
        const QUuid id = newId(1);
        {
            Fold fold;
            Change change;
            change.kind = kind;
            change.record = id;
            change.payload = fields;
            fold.apply(change);
            const Record record = fold.record(known, id).value();
            QVERIFY(std::visit([](const auto &value) { return value.extra.isEmpty(); }, record));
            QCOMPARE(fieldsOf(record), fields);
            QVERIFY(at.open()->put({record}));
        }
        const auto journal = at.open();
        QCOMPARE(journal->refOf(id), std::optional(RecordRef(known, id)));
        QCOMPARE(fieldsOf(journal->record({known, id}).value()), fields);
        QVERIFY(journal->undo());
        QVERIFY(!journal->refOf(id));
    }

    void payload_ofAnyWriting_isReadAsADocumentWouldBe_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("plain");
        const auto row = [](const char *name, const char *apostrophes, bool plain) {
            QTest::newRow(name) << QByteArray(apostrophes).replace('\'', '"') << plain;
        };
        row("escapes in a text", "{'day':'2026-11-10','notes':'a \\'b\\' }\\n{,\\u00e4\\\\','status':'done'}",
            true);
        row("braces in a text", "{'day':'2026-11-10','notes':'}],{[','status':'done'}", true);
        row("numbers", "{'cost':6.5e1,'day':'2026-11-10','expectation':0.5,'minutes':75,'pressure':-3}",
            true);
        row("ratings",
            "{'rating.after.mood':{'skipped':true,'sv':1},'rating.after.pain':{'v':10,'sv':2},"
            "'rating.before.pain':{'prov':'guessed','v':3},'rating.before.stress':{'x':[1,{}],'v':7.5}}",
            true);
        row("a rating taken back", "{'rating.before.stress':null,'day':'2026-11-10'}", true);
        row("an escape in a name", "{'tag.\\u0061b':true,'day':'2026-11-10'}", false);
        row("spaces", "{ 'day':'2026-11-10'}", false);
        row("cut off", "{'day':'2026-11-10','notes':'a", false);
        QTest::newRow("nothing") << QByteArray("{}") << true;
        QTest::newRow("no object") << QByteArray("[1,2]") << false;
    }

    void payload_ofAnyWriting_isReadAsADocumentWouldBe()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, plain);
        const auto fields = payloadFields(json);
        QCOMPARE(fields.has_value(), plain);
        if (!plain)
            return; // a document is made of it
        Session fromText;
        fromText.ratings[{Phase::Before, QStringLiteral("stress"), {}}].value = 7;
        Session fromDocument = fromText;
        applyFields(fromText, *fields);
        applyFields(fromDocument, object(json.constData()));
        QCOMPARE(fromText, fromDocument);
    }

    void unknownFieldsAndValues_areKept()
    {
        const QJsonObject fields = object(
            R"({"day":"2026-11-10","status":"done","modalities":["thai"],"effect.soreness":{"severity":"much"},
                       "reason":"because","rating.before.stress":{"v":"high"},"future":[1,2]})");
        Session session = valueOf<Session>(fields);
        QCOMPARE(session.reason, Reason::Unknown);
        QVERIFY(session.ratings.empty());
        QCOMPARE(fieldsOf(session), fields);
        session.reason = Reason::Planned;
        QCOMPARE(difference(fields, fieldsOf(session)), object(R"({"reason":"planned"})"));
        applyFields(session, object(R"({"future":null})"));
        QVERIFY(!fieldsOf(session).contains(QLatin1String("future")));
    }

    void instant_removedAndBroughtBack_keepsItsOffset()
    {
        const QJsonObject fields =
            object(R"({"start":"2026-11-10T16:30:00.000Z","offset":60,"zone":"Europe/Berlin"})");
        Session session = valueOf<Session>(fields);
        applyFields(session, object(R"({"start":null,"day":"2026-11-10"})"));
        QVERIFY(session.start.isDayOnly());
        applyFields(session, object(R"({"start":"2026-11-10T17:30:00.000Z","day":null})"));
        QCOMPARE(session.start.moment->offsetMinutes, 60);
        QCOMPARE(session.start.moment->zone, QByteArray("Europe/Berlin"));
        applyFields(session, object(R"({"start":null,"offset":null,"zone":null,"day":"2026-11-10"})"));
        QVERIFY(session.extra.isEmpty());
        QCOMPARE(session.start, When::on({2026, 11, 10}));
    }

    void difference_turnsOneIntoTheOther()
    {
        const QJsonObject before = object(R"({"a":1,"b":2,"c":3})");
        const QJsonObject after = object(R"({"a":1,"b":4,"d":5})");
        QCOMPARE(difference(before, after), object(R"({"b":4,"c":null,"d":5})"));
        QVERIFY(difference(after, after).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRecordCodec)
#include "tst_recordcodec.moc"
