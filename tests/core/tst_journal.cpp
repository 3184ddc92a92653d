#include "tests/support/journaltest.h"

#include <QSignalSpy>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace stillpoint;

namespace {

QStringList verbs(const Journal &journal, const QUuid &id)
{
    QStringList verbs;
    const auto history = journal.history(id).value();
    for (const QJsonObject &change : history)
        verbs.append(change[QLatin1String("verb")].toString());
    return verbs;
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void put_newSession_isThereAfterReopening()
    {
        test::JournalFolder at;
        Session session = at.session();
        session.hurts.insert(QStringLiteral("front.right.jaw"), 2);
        session.worked.insert(QStringLiteral("back.right.trapezius"));
        session.context.insert(QStringLiteral("poor-sleep"));
        session.notes = QStringLiteral("Kiefer l\u00f6ste sich **langsam**");
        QVERIFY(at.open()->put({session}));
        const auto journal = at.open();
        QCOMPARE(journal->find<Session>(session.id), std::optional(session));
        QCOMPARE(journal->entries().size(), 1);
        QCOMPARE(journal->entries().first().day, QDate(2026, 11, 10));
    }

    void put_sameValues_writesNothing()
    {
        test::JournalFolder at;
        const auto journal = at.open();
        const Session session = at.session();
        QVERIFY(journal->put({session}));
        QVERIFY(journal->put({session}));
        QCOMPARE(verbs(*journal, session.id), QStringList{QStringLiteral("add")});
    }

    void put_editedSession_writesOnlyWhatDiffers()
    {
        test::JournalFolder at;
        const auto journal = at.open();
        Session session = at.session();
        session.context.insert(QStringLiteral("travel"));
        QVERIFY(journal->put({session}));
        session.minutes = 75;
        session.context.clear();
        QVERIFY(journal->put({session}));
        const auto history = journal->history(session.id).value();
        const QJsonObject expected{{QStringLiteral("minutes"), 75},
                                   {QStringLiteral("context.travel"), QJsonValue::Null}};
        QCOMPARE(history.last()[QLatin1String("payload")].toObject(), expected);
        QCOMPARE(at.open()->find<Session>(session.id), std::optional(session));
    }

    void undo_addEditDelete_walksBackAcrossReopening()
    {
        test::JournalFolder at;
        Session session = at.session();
        const Session first = session;
        {
            const auto journal = at.open();
            QVERIFY(journal->put({session}));
            session.minutes = 75;
            QVERIFY(journal->put({session}));
            QVERIFY(journal->remove(RecordKind::Session, session.id));
            QVERIFY(!journal->find<Session>(session.id));
            QCOMPARE(journal->trash().size(), 1);
        }
        QCOMPARE(at.open()->undo().value().verb, QStringLiteral("delete"));
        QCOMPARE(at.open()->find<Session>(session.id), std::optional(session));
        QCOMPARE(at.open()->undo().value().verb, QStringLiteral("edit"));
        QCOMPARE(at.open()->find<Session>(session.id), std::optional(first));
        QCOMPARE(at.open()->undo().value().verb, QStringLiteral("add"));
        QVERIFY(at.open()->isEmpty());
        QVERIFY(at.open()->trash().isEmpty());
        QCOMPARE(at.open()->undo().error().code, ErrorCode::NotFound);
    }

    void redo_afterSeveralUndos_walksForwardAcrossReopening()
    {
        test::JournalFolder at;
        Session session = at.session();
        {
            const auto journal = at.open();
            QVERIFY(journal->put({session}));
            for (int minutes : {70, 80, 90}) {
                session.minutes = minutes;
                QVERIFY(journal->put({session}));
            }
            for (int i = 0; i < 4; ++i)
                QVERIFY(journal->undo());
            QVERIFY(!journal->canUndo());
        }
        for (int minutes : {60, 70, 80, 90}) {
            QVERIFY(at.open()->redo());
            QCOMPARE(at.open()->find<Session>(session.id)->minutes, std::optional(minutes));
        }
        QVERIFY(!at.open()->canRedo());
        QVERIFY(at.open()->undo());
        QCOMPARE(at.open()->find<Session>(session.id)->minutes, std::optional(80));
        QVERIFY(at.open()->redo());
        QCOMPARE(at.open()->find<Session>(session.id), std::optional(session));
    }

    void redo_afterNewAction_isGone()
    {
        test::JournalFolder at;
        const auto journal = at.open();
        QVERIFY(journal->put({at.session()}));
        QVERIFY(journal->undo());
        QVERIFY(journal->canRedo());
        QVERIFY(journal->put({at.checkIn(4)}));
        QVERIFY(!journal->canRedo());
        QCOMPARE(journal->redo().error().code, ErrorCode::NotFound);
        QVERIFY(!at.open()->canRedo());
    }

    void undo_automaticChange_isPassedOver()
    {
        test::JournalFolder at;
        const auto journal = at.open();
        ArticleState article;
        article.id = newId(1);
        article.title = QStringLiteral("Neck");
        article.starred = true;
        QVERIFY(journal->put({article}));
        article.readState = ReadState::Read;
        QVERIFY(journal->put({article}, Author::Auto));
        QCOMPARE(journal->undo().value().verb, QStringLiteral("add"));
        const auto left = journal->find<ArticleState>(article.id);
        QVERIFY(left);
        QVERIFY(!left->starred);
        QCOMPARE(left->readState, ReadState::Read);
        QCOMPARE(left->title, QStringLiteral("Neck"));
        QVERIFY(!journal->canUndo());
    }

    void changed_onEdit_namesOldAndNewDay()
    {
        test::JournalFolder at;
        const auto journal = at.open();
        Session session = at.session();
        QVERIFY(journal->put({session}));
        QSet<QDate> told;
        connect(journal.get(), &Journal::changed, this,
                [&](const QSet<RecordKind> &, const QSet<QUuid> &, const QSet<QDate> &days) { told = days; });
        session.start = When::on(QDate(2026, 11, 8));
        QVERIFY(journal->put({session}));
        QCOMPARE(told, (QSet<QDate>{QDate(2026, 11, 10), QDate(2026, 11, 8)}));
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
