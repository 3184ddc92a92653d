#include "app/journal/demojournal.h"
#include "app/workspace/bundled.h"
#include "app/workspace/workspace.h"
#include "tests/support/coretest.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace stillpoint;

namespace {

/// A fresh data folder, opened, beside a folder of articles.
class Desk
{
public:
    Desk()
    {
        for (const char *folder : {"articles/a", "articles/b"})
            QDir().mkpath(path(folder));
        test::writeFile(path("articles/a/neck.md"), "# Neck\n\nwords\n");
        reopen();
    }

    void reopen()
    {
        workspace.reset();
        auto opened = Workspace::open({paths(), false}, m_clock);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        workspace = std::move(*opened);
    }

    QString path(const char *name) const { return m_folder.file(QString::fromLatin1(name)); }
    AppPaths paths() const { return AppPaths::inFolder(m_folder.file(QStringLiteral("data"))); }

    QStringList places() const
    {
        QStringList paths;
        for (const Place &place : workspace->places())
            paths.append(place.path);
        return paths;
    }

    Article imported() const
    {
        auto started = workspace->rescan();
        started->waitForFinished();
        return workspace->library().value()->articles().value(0);
    }

private:
    test::DataFolder m_folder;
    SystemClock m_clock;

public:
    std::unique_ptr<Workspace> workspace;
};

} // namespace

class TestWorkspace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void openJournalLater_readsOnAWorkerAndTellsHere()
    {
        Desk desk;
        QVERIFY(desk.workspace->addPlace(desk.path("articles/a")));
        desk.workspace.reset();
        const SystemClock clock;
        const auto later = Workspace::prepare({desk.paths(), false}, clock).value();
        QStringList said;
        later->openJournalLater([&](const Result<void> &opened) {
            said.append(opened ? later->places().first().path : opened.error().message);
        });
        QVERIFY(said.isEmpty());
        QTRY_COMPARE(said, QStringList{desk.path("articles/a")});
        QSignalSpy told(later.get(), &Workspace::placesChanged);
        QVERIFY(later->journal().undo());
        QCOMPARE(told.count(), 1);
        // Everything is read anew, and the places are as before.
        QVERIFY(addDemoJournal(later->journal(), clock));
        QVERIFY(later->journal().removeDemo());
        QCOMPARE(told.count(), 1);

        test::writeFile(desk.paths().journalFile(), "no journal at all");
        const auto broken = Workspace::prepare({desk.paths(), false}, clock).value();
        broken->openJournalLater(
            [&](const Result<void> &opened) { said.append(opened ? QString() : opened.error().message); });
        QTRY_COMPARE(said.size(), 2);
        QVERIFY(!said.last().isEmpty());
    }

    void addPlace_aboveOthers_absorbsThemInOneUndoStep()
    {
        Desk desk;
        QVERIFY(desk.workspace->addPlace(desk.path("articles/a")));
        QVERIFY(desk.workspace->addPlace(desk.path("articles/b")));
        QSignalSpy changes(&desk.workspace->journal(), &Journal::changed);
        QVERIFY(desk.workspace->addPlace(desk.path("articles")));
        QCOMPARE(changes.count(), 1);
        QCOMPARE(desk.places(), QStringList{desk.path("articles")});
        QVERIFY(desk.workspace->journal().undo());
        QCOMPARE(desk.places(), (QStringList{desk.path("articles/a"), desk.path("articles/b")}));
    }

    void addPlace_insideAnother_addsNothing()
    {
        Desk desk;
        QVERIFY(desk.workspace->addPlace(desk.path("articles")));
        QVERIFY(desk.workspace->addPlace(desk.path("articles/a")));
        QVERIFY(desk.workspace->addPlace(desk.path("articles/a/neck.md")));
        QCOMPARE(desk.places(), QStringList{desk.path("articles")});
    }

    void addPlace_ofNothing_saysSo()
    {
        Desk desk;
        QCOMPARE(desk.workspace->addPlace(desk.path("none")).error().code, ErrorCode::NotFound);
        QVERIFY(desk.places().isEmpty());
    }

    void removePlace_goneFromDisk_isForgotten_unknownIsNot()
    {
        Desk desk;
        QVERIFY(desk.workspace->addPlace(desk.path("articles")));
        QVERIFY(QDir(desk.path("articles")).removeRecursively());
        QCOMPARE(desk.workspace->removePlace(desk.path("other")).error().code, ErrorCode::NotFound);
        QVERIFY(desk.workspace->removePlace(desk.path("articles")));
        QVERIFY(desk.places().isEmpty());
    }

    void starredArticle_survivesTheLossOfTheIndex()
    {
        Desk desk;
        QVERIFY(desk.workspace->addPlace(desk.path("articles")));
        const QUuid id = desk.imported().id;
        QVERIFY(desk.workspace->setStarred(id, true));
        desk.workspace.reset();
        QVERIFY(QFile::remove(desk.paths().libraryFile()));
        desk.reopen();
        QCOMPARE(desk.imported().id, id);
        ArticleQuery query;
        query.read = ReadFilter::Starred;
        auto found = desk.workspace->library().value()->find(query);
        found.waitForFinished();
        QCOMPARE(found.result().ids, QList<QUuid>{id});
    }

    void encodingChosen_isInPageListAndSearch_andUndone()
    {
        Desk desk;
        test::writeFile(desk.path("articles/a/neck.md"),
                        "---\ntitle: \xc0\xfeuolas\n---\nPoilsis mi\xf0ke\n");
        QVERIFY(desk.workspace->addPlace(desk.path("articles")));
        const QUuid id = desk.imported().id;
        Library &library = *desk.workspace->library().value();
        QSignalSpy told(&library, &Library::encodingsChanged);
        const auto page = [&] {
            auto future = library.page(id);
            future.waitForFinished();
            return future.result().value();
        };
        QVERIFY(page().html.contains("article:encoding"));
        QVERIFY(page().chosenEncoding.isEmpty());

        QVERIFY(desk.workspace->setEncoding(id, QStringLiteral("windows-1257")));
        QCOMPARE(told.count(), 1);
        const ArticlePage chosen = page();
        QVERIFY(chosen.html.contains("<title>Ąžuolas</title>"));
        QCOMPARE(chosen.text, QStringLiteral("Poilsis miške"));
        QVERIFY(chosen.notes.isEmpty());
        QVERIFY(!chosen.html.contains("article:encoding"));
        QCOMPARE(chosen.encoding, QStringLiteral("windows-1257"));
        QCOMPARE(chosen.chosenEncoding, QStringLiteral("windows-1257"));
        QCOMPARE(desk.imported().title, QStringLiteral("Ąžuolas"));
        QCOMPARE(page().html, chosen.html);
        QVERIFY(desk.workspace->setStarred(id, true));
        QCOMPARE(told.count(), 1);

        QVERIFY(desk.workspace->journal().undo());
        QVERIFY(desk.workspace->journal().undo());
        QCOMPARE(told.count(), 2);
        QVERIFY(page().text != QStringLiteral("Poilsis miške"));
        QVERIFY(desk.imported().title != QStringLiteral("Ąžuolas"));
    }

    void bundle_removed_leavesWhatAPersonDid()
    {
        Desk desk;
        QVERIFY(addBundle(*desk.workspace, Bundle::Samples));
        QVERIFY(isBundleAdded(*desk.workspace, Bundle::Samples));
        desk.imported();
        const QList<Article> articles = desk.workspace->library().value()->articles();
        QVERIFY(articles.size() > 2);
        QVERIFY(desk.workspace->setReadState(articles.at(0).id, ReadState::Read, Author::Auto));
        QVERIFY(desk.workspace->setStarred(articles.at(1).id, true));

        QVERIFY(removeBundle(*desk.workspace, Bundle::Samples));
        QVERIFY(!isBundleAdded(*desk.workspace, Bundle::Samples));
        QVERIFY(!QDir(bundleFolder(desk.paths(), Bundle::Samples)).exists());
        const Journal &journal = desk.workspace->journal();
        QCOMPARE(journal.find<ArticleState>(articles.at(0).id), std::nullopt);
        QVERIFY(journal.find<ArticleState>(articles.at(1).id)->starred);
        desk.imported();
        QVERIFY(desk.workspace->library().value()->articles().isEmpty());

        QVERIFY(addBundle(*desk.workspace, Bundle::Samples));
        desk.imported();
        const auto again = desk.workspace->library().value()->article(articles.at(1).id);
        QVERIFY(again && again->title == articles.at(1).title);
    }

    void bundle_removed_leavesEncodingsLinksAndWhatAnotherVersionWrote()
    {
        Desk desk;
        QVERIFY(addBundle(*desk.workspace, Bundle::Samples));
        desk.imported();
        const QList<Article> articles = desk.workspace->library().value()->articles();
        QVERIFY(articles.size() > 3);
        Journal &journal = desk.workspace->journal();
        for (int i = 0; i < 4; ++i)
            QVERIFY(desk.workspace->setReadState(articles.at(i).id, ReadState::Read, Author::Auto));
        QVERIFY(desk.workspace->setEncoding(articles.at(0).id, QStringLiteral("windows-1257")));
        ArticleState later = *journal.find<ArticleState>(articles.at(1).id);
        later.extra.insert(QStringLiteral("rating-of-later"), 5);
        Link link;
        link.id = QUuid::createUuid();
        link.from = articles.at(2).id;
        link.to = QUuid::createUuid();
        QVERIFY(journal.put({later, link}));

        QVERIFY(removeBundle(*desk.workspace, Bundle::Samples));
        for (int i = 0; i < 4; ++i)
            QCOMPARE(journal.find<ArticleState>(articles.at(i).id).has_value(), i < 3);
    }

    void bundle_whileTheJournalIsReadOnly_writesNoFile()
    {
        const Desk desk;
        const SystemClock clock;
        const auto reading = Workspace::open({desk.paths(), true}, clock).value();
        QCOMPARE(addBundle(*reading, Bundle::Samples).error().code, ErrorCode::ReadOnly);
        const QString folder = bundleFolder(desk.paths(), Bundle::Samples);
        QVERIFY(!QDir(folder).exists());
        QVERIFY(addBundle(*desk.workspace, Bundle::Samples));
        QCOMPARE(removeBundle(*reading, Bundle::Samples).error().code, ErrorCode::ReadOnly);
        QVERIFY(QDir(folder).exists());
    }

    void bundle_besideAnotherPlace_leavesThatAlone()
    {
        Desk desk;
        QVERIFY(desk.workspace->addPlace(desk.path("articles")));
        QVERIFY(addBundle(*desk.workspace, Bundle::Manual));
        QVERIFY(removeBundle(*desk.workspace, Bundle::Manual));
        QCOMPARE(desk.places(), QStringList{desk.path("articles")});
        QVERIFY(removeBundle(*desk.workspace, Bundle::Manual));
    }

    void markingAnArticle_saysWhatIsWrong()
    {
        Desk desk;
        const auto unknown =
            desk.workspace->setReadState(QUuid::createUuid(), ReadState::Read, Author::Person);
        QCOMPARE(unknown.error().code, ErrorCode::NotFound);
        Desk blocked;
        QVERIFY(QDir().mkpath(blocked.paths().libraryFile()));
        const auto unopened = blocked.workspace->setStarred(QUuid::createUuid(), true);
        QVERIFY(unopened.error().code != ErrorCode::NotFound);
        QVERIFY(unopened.error().message.contains(blocked.paths().libraryFile()));
    }
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
