#include "app/journal/demojournal.h"
#include "tests/support/editortest.h"
#include "ui/journal/sessiondraft.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QTextEdit>
#include <QTextStream>

using namespace stillpoint;
using namespace stillpoint::ui;
using namespace stillpoint::test;

class TestSessionEditor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void practitioner_renamedElsewhereWhileTheFormIsOpen_staysOne();
    void everyField_byKeyboard_isStored();
    void editing_showsWhatIsStored_andLosesNothing();
    void editing_leavesWhatAnotherProgramChanged();
    void editing_fromAKeptDraft_leavesWhatAnotherProgramChanged();
    void editing_deletedSession_saysSoAndWritesNothing();
    void details_showEveryField();
    void everyControl_hasANameForScreenReaders();
    void focus_isAlwaysInSight();
    void none_andOtherEffects_excludeEachOther();
    void redFlag_showsOneCalmLine();
    void wrongHours_areSaidUnderTheEffects();
    void wrongCost_opensMore_andIsSaidThere();
    void ownCircumstance_keepsItsName_andIsFoundAgain();
    void newSession_takesPlaceAndCost_butNothingFelt();
    void demoSession_takesNothingNewAlong();
    void demoSessions_areNoHabits();
    void draft_throughJson_isTheSame();
    void killedMidWord_offersTheDraft();
};

namespace {

void fillMore(UiFixture &fixture)
{
    pressAt(fixture, QStringLiteral("moreFold"), Qt::Key_Space);
    pressAt(fixture, QStringLiteral("expectation"), Qt::Key_6);
    pressAt(fixture, QStringLiteral("satisfaction"), Qt::Key_X);
    pressAt(fixture, QStringLiteral("setting-practice"), Qt::Key_Space);
    pressAt(fixture, QStringLiteral("feel-right"), Qt::Key_Space);
    pressAt(fixture, QStringLiteral("aim-pain"), Qt::Key_Space);
    typeAt(fixture, QStringLiteral("cost"), QStringLiteral("72,50"));
    typeAt(fixture, QStringLiteral("currency"), QStringLiteral("eur"));
    typeAt(fixture, QStringLiteral("tags"), QStringLiteral("course, gift"));
}

} // namespace

void TestSessionEditor::everyField_byKeyboard_isStored()
{
    UiFixture fixture;
    fixture.window().go(GoPage{PageId::Journal});
    fixture.press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(fixture.find(QStringLiteral("sessionEditor")));
    typeAt(fixture, QStringLiteral("began"), QStringLiteral("1730"));
    pressAt(fixture, QStringLiteral("modality-thai"), Qt::Key_Space);
    pressAt(fixture, QStringLiteral("modality-swedish"), Qt::Key_Space);
    typeAt(fixture, QStringLiteral("practitioner"), QStringLiteral("Ploy Srisai"));
    pressAt(fixture, QStringLiteral("pressure"), Qt::Key_4);
    pressAt(fixture, QStringLiteral("before-stress"), Qt::Key_7);
    pressAt(fixture, QStringLiteral("after-stress"), Qt::Key_X);
    pressAt(fixture, QStringLiteral("context-travel"), Qt::Key_Space);
    pressAt(fixture, QStringLiteral("effect-soreness"), Qt::Key_Space);
    pressAt(fixture, QStringLiteral("effectSeverity-soreness"), Qt::Key_2);
    typeAt(fixture, QStringLiteral("effectOnset-soreness"), QStringLiteral("1,5"));
    typeAt(fixture, QStringLiteral("effectHours-soreness"), QStringLiteral("24"));
    pressAt(fixture, QStringLiteral("reason-worse"), Qt::Key_Space);
    fillMore(fixture);
    QVERIFY(fixture.tabTo(QStringLiteral("bodyMap"), 120));
    fixture.press(Qt::Key_Down);
    const QString region = map(fixture)->current();
    fixture.press(Qt::Key_2);
    pressAt(fixture, QStringLiteral("areaName-") + region, Qt::Key_Space);
    QCOMPARE(focused()->objectName(), QStringLiteral("areaBefore-") + region);
    fixture.press(Qt::Key_6);
    pressAt(fixture, QStringLiteral("areaAfter-") + region, Qt::Key_3);
    typeAt(fixture, QStringLiteral("notes"), QStringLiteral("Hips. **Long**"));
    save(fixture);

    QCOMPARE(sessions(fixture).size(), 1);
    const Session session = onlySession(fixture);
    QCOMPARE(session.start.moment->local().time(), QTime(17, 30));
    QCOMPARE(session.modalities, QStringList({QStringLiteral("thai"), QStringLiteral("swedish")}));
    QCOMPARE(fixture.workspace().journal().find<Practitioner>(session.practitioner)->name,
             QStringLiteral("Ploy Srisai"));
    QCOMPARE(session.pressure, std::optional(4));
    QCOMPARE(session.ratings.at({Phase::Before, QStringLiteral("stress"), {}}).value, std::optional(7.0));
    QCOMPARE(session.ratings.at({Phase::After, QStringLiteral("stress"), {}}).value, std::optional(10.0));
    QCOMPARE(session.context, QSet<QString>{QStringLiteral("travel")});
    QCOMPARE(session.effects, (QMap<QString, Effect>{{QStringLiteral("soreness"), {2, 1.5, 24, {}}}}));
    QCOMPARE(session.reason, Reason::Worse);
    QCOMPARE(session.setting, SessionSetting::Practice);
    QCOMPARE(session.pressureFeel, PressureFeel::Right);
    QCOMPARE(session.aim, Aim::Pain);
    QCOMPARE(session.status, SessionStatus::Done);
    QCOMPARE(session.expectation, std::optional(6.0));
    QCOMPARE(session.satisfaction, std::optional(10.0));
    QCOMPARE(session.cost, std::optional(72.5));
    QCOMPARE(session.currency, QStringLiteral("EUR"));
    QCOMPARE(session.tags, (QSet<QString>{QStringLiteral("course"), QStringLiteral("gift")}));
    QCOMPARE(session.hurts, (QMap<QString, int>{{region, 2}}));
    QCOMPARE(session.ratings.at(painOf(Phase::Before, region)).value, std::optional(6.0));
    QCOMPARE(session.ratings.at(painOf(Phase::After, region)).value, std::optional(3.0));
    QCOMPARE(session.notes, QStringLiteral("Hips. **Long**"));
}

void TestSessionEditor::editing_showsWhatIsStored_andLosesNothing()
{
    UiFixture fixture;
    const Session before = fullSession();
    QVERIFY(fixture.workspace().journal().put({before}));
    openEditor(fixture, before.id);
    QCOMPARE(map(fixture)->areas(), (BodyAreas{before.hurts, before.worked}));
    QVERIFY(fixture.find<QPushButton>(QStringLiteral("effect-soreness"))->isChecked());
    QVERIFY(fixture.find<QPushButton>(QStringLiteral("moreFold"))->text().contains(QStringLiteral("spa")));
    pressAt(fixture, QStringLiteral("after-stress"), Qt::Key_3);
    save(fixture);
    Session expected = before;
    const RatingKey added{Phase::After, QStringLiteral("stress"), {}};
    Session after = onlySession(fixture);
    QCOMPARE(after.ratings.at(added).value, std::optional(3.0));
    after.ratings.erase(added);
    QVERIFY(after == expected);
}

void TestSessionEditor::editing_leavesWhatAnotherProgramChanged()
{
    UiFixture fixture;
    Session session = fullSession();
    Journal &journal = fixture.workspace().journal();
    QVERIFY(journal.put({session}));
    openEditor(fixture, session.id);
    session.minutes = 30;
    session.hurts.insert(QStringLiteral("back.sacrum"), 2);
    session.ratings[{Phase::Before, QStringLiteral("stress"), {}}].value = 2;
    QVERIFY(journal.put({session}));
    pressAt(fixture, QStringLiteral("pressure"), Qt::Key_5);
    save(fixture);
    session.pressure = 5;
    QVERIFY(onlySession(fixture) == session);
}

void TestSessionEditor::editing_fromAKeptDraft_leavesWhatAnotherProgramChanged()
{
    UiFixture fixture;
    Session session = fullSession();
    Journal &journal = fixture.workspace().journal();
    QVERIFY(journal.put({session}));
    openEditor(fixture, session.id);
    pressAt(fixture, QStringLiteral("pressure"), Qt::Key_5);
    fixture.press(Qt::Key_Escape);
    QTRY_VERIFY(!fixture.find(QStringLiteral("sessionEditor")));
    session.minutes = 30;
    QVERIFY(journal.put({session}));
    openEditor(fixture, session.id);
    save(fixture);
    session.pressure = 5;
    QVERIFY(onlySession(fixture) == session);
}

void TestSessionEditor::editing_deletedSession_saysSoAndWritesNothing()
{
    UiFixture fixture;
    const Session session = fullSession();
    Journal &journal = fixture.workspace().journal();
    QVERIFY(journal.put({session}));
    QVERIFY(journal.remove(RecordKind::Session, session.id));
    fixture.window().go(GoEditor{session.id, false});
    QVERIFY(!fixture.find(QStringLiteral("sessionEditor")));
    QVERIFY(fixture.find<QLabel>(QStringLiteral("toastText"))
                ->text()
                .contains(QStringLiteral("Recently deleted")));
}

void TestSessionEditor::details_showEveryField()
{
    UiFixture fixture;
    const Session session = fullSession();
    QVERIFY(fixture.workspace().journal().put({session}));
    fixture.window().go(GoRecord{RecordKind::Session, session.id});
    QWidget *details = fixture.find(QStringLiteral("entryDetails"));
    QVERIFY(details);
    QStringList words;
    for (const QLabel *label : details->findChildren<QLabel *>())
        words.append(label->text());
    words.append(fixture.find<QTextEdit>(QStringLiteral("detailsNotes"))->toPlainText());
    for (const char *expected :
         {"spa", "3 of 5, medium, too light", "travel", "free slot", "for recovery",
          "right top of shoulder 3 of 3, right jaw 1 of 3",
          "right jaw: tension 5 before, right top of shoulder: pain 6 before",
          "Soreness 3 of 10 after 2 h for 24 h", "6 of 10", "8 of 10", "72.5 EUR", "course", "notes"})
        QVERIFY2(words.contains(QLatin1String(expected)), qPrintable(words.join(QLatin1Char('|'))));
}

void TestSessionEditor::everyControl_hasANameForScreenReaders()
{
    UiFixture fixture;
    const Session session = fullSession();
    QVERIFY(fixture.workspace().journal().put({session}));
    openEditor(fixture, session.id);
    for (const char *opener : {"moreFold", "effectOpen", "effectMore", "areasMore"})
        fixture.find<QAbstractButton>(QLatin1String(opener))->click();
    int controls = 0;
    for (QWidget *widget : fixture.find(QStringLiteral("sessionEditor"))->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy())
            continue;
        const QAccessibleInterface *access = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(access && !access->text(QAccessible::Name).isEmpty(),
                 qPrintable(QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') +
                            widget->objectName()));
        ++controls;
    }
    QVERIFY(controls > 80);
}

void TestSessionEditor::focus_isAlwaysInSight()
{
    UiFixture fixture;
    const Session session = fullSession();
    QVERIFY(fixture.workspace().journal().put({session}));
    openEditor(fixture, session.id);
    fixture.find<QAbstractButton>(QStringLiteral("moreFold"))->click();
    const QWidget *sheet = fixture.find(QStringLiteral("sessionEditor"));
    const auto inSight = [] { return focused()->visibleRegion().boundingRect() == focused()->rect(); };
    for (const char *name : {"tags", "areasAdd", "began"}) {
        QVERIFY2(fixture.tabTo(QLatin1String(name), 160), name);
        QTRY_VERIFY2(inSight(), name);
    }
    sheet->findChild<QWidget *>(QStringLiteral("tags"))->setFocus(Qt::OtherFocusReason);
    QTRY_VERIFY(inSight());
}

void TestSessionEditor::none_andOtherEffects_excludeEachOther()
{
    UiFixture fixture;
    openEditor(fixture);
    const auto chip = [&fixture](const char *kind) {
        return fixture.find<QPushButton>(QStringLiteral("effect-") + QLatin1String(kind));
    };
    chip("soreness")->click();
    QVERIFY(fixture.find(QStringLiteral("effectDetail-soreness")));
    chip("none")->click();
    QVERIFY(chip("none")->isChecked());
    QVERIFY(!chip("soreness")->isChecked());
    QVERIFY(!fixture.find(QStringLiteral("effectDetail-soreness")));
    chip("bruise")->click();
    QVERIFY(!chip("none")->isChecked());
    QVERIFY(chip("bruise")->isChecked());
}

void TestSessionEditor::redFlag_showsOneCalmLine()
{
    UiFixture fixture;
    openEditor(fixture);
    fixture.find<QPushButton>(QStringLiteral("effect-soreness"))->click();
    QVERIFY(!fixture.find(QStringLiteral("effectSafety")));
    pressAt(fixture, QStringLiteral("effectMore"), Qt::Key_Space);
    pressAt(fixture, QStringLiteral("effect-chest-pain"), Qt::Key_Space);
    QWidget *line = fixture.find(QStringLiteral("effectSafety"));
    QVERIFY(line);
    QString words;
    for (const QLabel *label : line->findChildren<QLabel *>())
        words += label->text();
    QVERIFY(words.contains(QStringLiteral("emergency number")));
    QVERIFY(!words.contains(QStringLiteral("massage")));
    fixture.press(Qt::Key_Space);
    QVERIFY(!fixture.find(QStringLiteral("effectSafety")));
}

void TestSessionEditor::wrongHours_areSaidUnderTheEffects()
{
    UiFixture fixture;
    openEditor(fixture);
    fixture.find<QPushButton>(QStringLiteral("modality-thai"))->click();
    fixture.find<QPushButton>(QStringLiteral("effect-bruise"))->click();
    typeAt(fixture, QStringLiteral("effectHours-bruise"), QStringLiteral("a day"));
    fixture.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(sessions(fixture).isEmpty());
    auto *error = fixture.find<QLabel>(QStringLiteral("fieldError"));
    QVERIFY(error && error->text().contains(QStringLiteral("a day")));
    QCOMPARE(fixture.find<QLineEdit>(QStringLiteral("effectHours-bruise"))->text(), QStringLiteral("a day"));
    QVERIFY(focused()->objectName().endsWith(QStringLiteral("-bruise")));
}

void TestSessionEditor::wrongCost_opensMore_andIsSaidThere()
{
    UiFixture fixture;
    openEditor(fixture);
    fixture.find<QPushButton>(QStringLiteral("modality-thai"))->click();
    auto *fold = fixture.find<QPushButton>(QStringLiteral("moreFold"));
    fold->click();
    typeAt(fixture, QStringLiteral("cost"), QStringLiteral("-5"));
    fold->click();
    QVERIFY(!fixture.find(QStringLiteral("cost")));
    fixture.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(sessions(fixture).isEmpty());
    QVERIFY(fixture.find(QStringLiteral("cost")));
    QVERIFY(fixture.find<QLabel>(QStringLiteral("fieldError"))->text().contains(QStringLiteral("-5")));
}

void TestSessionEditor::ownCircumstance_keepsItsName_andIsFoundAgain()
{
    UiFixture fixture;
    openEditor(fixture);
    fixture.find<QPushButton>(QStringLiteral("modality-thai"))->click();
    pressAt(fixture, QStringLiteral("contextAdd"), Qt::Key_Space);
    fixture.type(QStringLiteral("Yoga at Ana's"));
    fixture.press(Qt::Key_Return);
    save(fixture);
    const QList<ContextRecord> own = fixture.workspace().journal().all<ContextRecord>();
    QCOMPARE(own.size(), 1);
    QCOMPARE(own.first().name, QStringLiteral("Yoga at Ana's"));
    QVERIFY(onlySession(fixture).context.contains(own.first().code));
    openEditor(fixture);
    pressAt(fixture, QStringLiteral("contextAdd"), Qt::Key_Space);
    fixture.type(QStringLiteral("yoga at ana's"));
    fixture.press(Qt::Key_Return);
    auto *chip = fixture.find<QPushButton>(QStringLiteral("context-") + own.first().code);
    QVERIFY(chip);
    QCOMPARE(chip->text(), QStringLiteral("Yoga at Ana's"));
    QVERIFY(chip->isChecked());
}

void TestSessionEditor::newSession_takesPlaceAndCost_butNothingFelt()
{
    UiFixture fixture;
    const Session last = fullSession();
    QVERIFY(fixture.workspace().journal().put({last}));
    for (const bool sameAsLast : {false, true}) {
        const SessionDraft draft =
            newDraft(fixture.workspace().journal(), fixture.workspace().clock(), sameAsLast);
        QCOMPARE(draft.more.setting, SessionSetting::Spa);
        QCOMPARE(draft.more.cost, QStringLiteral("72.5"));
        QCOMPARE(draft.more.currency, QStringLiteral("EUR"));
        QVERIFY(draft.areas.hurts.isEmpty());
        QCOMPARE(draft.areas.worked.isEmpty(), !sameAsLast);
        QVERIFY(draft.effects.isEmpty());
        QVERIFY(draft.context.isEmpty());
        QVERIFY(draft.ratings.empty());
        QVERIFY(!draft.more.expectation && !draft.more.satisfaction);
        QCOMPARE(draft.more.pressureFeel, PressureFeel::Unknown);
        QCOMPARE(draft.reason, Reason::Unknown);
        QVERIFY(draft.notes.isEmpty());
    }
}

/// What is named in a made-up session for the first time would stay when the made-up year goes.
void TestSessionEditor::demoSession_takesNothingNewAlong()
{
    UiFixture fixture;
    Journal &journal = fixture.workspace().journal();
    const Clock &clock = fixture.workspace().clock();
    QVERIFY(addDemoJournal(journal, clock));
    const SessionDraft untouched = draftOf(onlySession(fixture), journal);
    QCOMPARE(recordsOf(untouched, journal, clock)->size(), 1);
    const auto refusedField = [&](const SessionDraft &typed) {
        const auto records = recordsOf(typed, journal, clock);
        return records ? QStringLiteral("none") : records.error().field;
    };
    SessionDraft draft = untouched;
    draft.touched.insert(QStringLiteral("practitioner"));
    draft.practitioner = QStringLiteral("Ines Okafor");
    QCOMPARE(refusedField(draft), QStringLiteral("practitioner"));
    draft = untouched;
    draft.context.insert(QStringLiteral("yoga"));
    draft.ownContexts.insert(QStringLiteral("yoga"), QStringLiteral("Yoga"));
    QCOMPARE(refusedField(draft), QStringLiteral("context"));

    openEditor(fixture, untouched.session);
    const auto *names = fixture.find<QComboBox>(QStringLiteral("practitioner"));
    QCOMPARE(names->count(), journal.all<Practitioner>().size());
}

void TestSessionEditor::demoSessions_areNoHabits()
{
    UiFixture fixture;
    openEditor(fixture);
    const auto chips = [&] {
        QStringList shown;
        for (const QPushButton *chip : fixture.window().findChildren<QPushButton *>()) {
            if (chip->isVisible() && chip->objectName().startsWith(QLatin1String("modality-")))
                shown.append(chip->objectName());
        }
        return shown;
    };
    const QStringList before = chips();
    QVERIFY(!before.isEmpty());
    fixture.press(Qt::Key_Escape);
    QVERIFY(addDemoJournal(fixture.workspace().journal(), fixture.workspace().clock()));
    openEditor(fixture);
    QCOMPARE(chips(), before);
}

void TestSessionEditor::draft_throughJson_isTheSame()
{
    UiFixture fixture;
    SessionDraft draft = draftOf(fullSession(), fixture.workspace().journal());
    draft.ownContexts = {{QStringLiteral("yoga"), QStringLiteral("Yoga!")}};
    draft.effects[QStringLiteral("bruise")].hours = QStringLiteral("not a num");
    draft.touched = {QStringLiteral("cost")};
    draft.keptMs = 1'794'332'640'000;
    const auto read = draftFromJson(toJson(draft));
    QVERIFY(read);
    QVERIFY(*read == draft);
}

/// What the killed process does: types into the notes until it is killed.
static int typeUntilKilled(const QString &dataFolder)
{
    UiFixture fixture(dataFolder);
    fixture.window().go(GoEditor{});
    fixture.find(QStringLiteral("notes"))->setFocus();
    fixture.find<BodyMap>(QStringLiteral("bodyMap"))->setLevel(jaw, 2);
    bool told = false;
    for (;;) {
        fixture.type(QStringLiteral("word"));
        QTest::qWait(20);
        const auto kept = fixture.workspace().journal().slot(QStringLiteral("draft.session"));
        if (!told && kept && *kept) {
            QTextStream(stdout) << "kept" << Qt::endl;
            told = true;
        }
    }
}

void TestSessionEditor::killedMidWord_offersTheDraft()
{
    const DataFolder folder;
    QProcess typing;
    typing.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--type-into"), folder.path()});
    QVERIFY(typing.waitForReadyRead(30'000));
    QVERIFY(typing.readAll().contains("kept"));
    typing.kill();
    QVERIFY(typing.waitForFinished());
    QCOMPARE(typing.exitStatus(), QProcess::CrashExit);
    UiFixture fixture(folder.path());
    openEditor(fixture);
    QVERIFY(fixture.find<QPlainTextEdit>(QStringLiteral("notes"))
                ->toPlainText()
                .startsWith(QStringLiteral("word")));
    QCOMPARE(map(fixture)->areas().hurts.value(jaw), 2);
    QVERIFY(
        fixture.find<QLabel>(QStringLiteral("editorOrigin"))->text().contains(QStringLiteral("your draft")));
    QVERIFY(sessions(fixture).isEmpty());
}

void TestSessionEditor::practitioner_renamedElsewhereWhileTheFormIsOpen_staysOne()
{
    UiFixture fixture;
    Practitioner ines;
    ines.id = newId(1);
    ines.name = QStringLiteral("Ines");
    Session session = fullSession();
    session.practitioner = ines.id;
    Journal &journal = fixture.workspace().journal();
    QVERIFY(journal.put({ines, session}));
    openEditor(fixture, session.id);
    ines.name = QStringLiteral("Ines Okafor");
    QVERIFY(journal.put({ines}));
    pressAt(fixture, QStringLiteral("notes"), Qt::Key_X);
    save(fixture);
    QCOMPARE(journal.all<Practitioner>().size(), 1);
    QCOMPARE(onlySession(fixture).practitioner, ines.id);
    QVERIFY(onlySession(fixture).notes.contains(QLatin1Char('x')));
}

int main(int argc, char **argv)
{
    stillpoint::test::prepareUiTest();
    QApplication app(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--type-into") == 0)
        return typeUntilKilled(QString::fromLocal8Bit(argv[2]));
    QTEST_SET_MAIN_SOURCE_PATH
    TestSessionEditor test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_sessioneditor.moc"
