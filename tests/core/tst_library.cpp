#include "tests/support/shelf.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFutureWatcher>
#include <QLockFile>
#include <QSignalSpy>
#include <QTest>

using namespace stillpoint;
using namespace stillpoint::test;

class TestLibrary : public QObject
{
    Q_OBJECT

    SystemClock m_clock;

private Q_SLOTS:
    void import_folder_listsWhatItHolds()
    {
        Shelf shelf;
        shelf.write("a.md",
                    "---\ntitle: A desk day\ntags: [neck, desk]\ncategory: Self-care\ndate: 2024-05-06\n"
                    "author: Hanna\n---\nSome words here.\n");
        shelf.write("deep/er/b.MARKDOWN", "# From the heading\n\nText.\n");
        shelf.write("c.mdx", "Nothing but text.");
        shelf.write("empty.md", "");
        for (const char *name : {".hidden/x.md", "node_modules/p/x.md", "notes.txt", "md", ".dot.md"})
            shelf.write(name, "# Not an article of this library");
        QCOMPARE(counts(shelf.import()), s("+4 ~0 =0 -0 !0"));
        QCOMPARE(shelf.library->size(), 4);
        const Article a = shelf.at("a.md");
        QCOMPARE(a.title, s("A desk day"));
        QCOMPARE(a.tags, (QStringList{s("neck"), s("desk")}));
        QCOMPARE(a.categories, QStringList{s("Self-care")});
        QCOMPARE(a.author, s("Hanna"));
        QCOMPARE(a.words, 3);
        QCOMPARE(a.path, s("a.md"));
        QCOMPARE(a.dateMs, QDate(2024, 5, 6).startOfDay().toMSecsSinceEpoch());
        QCOMPARE(shelf.at("deep/er/b.MARKDOWN").title, s("From the heading"));
        QCOMPARE(shelf.at("c.mdx").title, s("c"));
        QVERIFY(!shelf.at("empty.md").id.isNull());
        shelf.reopen();
        QCOMPARE(shelf.at("a.md"), a);
    }

    void import_singleFile_isAPlace()
    {
        Shelf shelf;
        shelf.write("one.md", "# One");
        shelf.write("two.md", "# Two");
        auto future = shelf.library->import({{placeId, s("one.md"), shelf.path("one.md")}}, {});
        future.waitForFinished();
        QCOMPARE(future.result()->added, 1);
        QCOMPARE(shelf.at("one.md").path, s("one.md"));
        QCOMPARE(shelf.at("one.md").title, s("One"));
    }

    void import_badFiles_areNamedAndTheRestIsListed()
    {
        Shelf shelf;
        shelf.write("good.md", "# Good");
        shelf.write("binary.md", QByteArray("\x00\x01\x02\x03\xff\xfe\x00", 7).repeated(100));
        shelf.write("huge.md", QByteArray(17 * 1024 * 1024, 'x'));
        QVERIFY(QFile::link(s("/nowhere/at/all.md"), shelf.path("broken.md")));
        const ImportReport report = shelf.import();
        QVERIFY(!shelf.at("good.md").id.isNull());
        QCOMPARE(shelf.at("huge.md").title, s("huge"));
        QVERIFY(!shelf.at("huge.md").warnings.isEmpty());
        QVERIFY(shelf.at("binary.md").id.isNull());
        QCOMPARE(report.skipped, 1);
        for (const char *name : {"binary.md", "huge.md"}) {
            const auto named =
                std::find_if(report.issues.begin(), report.issues.end(),
                             [&](const ImportIssue &issue) { return issue.file == shelf.path(name); });
            QVERIFY2(named != report.issues.end(), name);
            QVERIFY(named->message.endsWith(QLatin1Char('.')));
        }
    }

    void import_linkOutOfThePlace_isNotFollowed()
    {
        Shelf shelf;
        test::DataFolder elsewhere;
        test::writeFile(elsewhere.file(s("secret.md")), "# Secret");
        shelf.write("real.md", "# Real");
        QVERIFY(QFile::link(elsewhere.file(s("secret.md")), shelf.path("out.md")));
        QVERIFY(QFile::link(elsewhere.path(), shelf.path("folder")));
        QVERIFY(QFile::link(shelf.path("real.md"), shelf.path("inside.md")));
        const ImportReport report = shelf.import();
        QCOMPARE(counts(report), s("+2 ~0 =0 -0 !0"));
        QVERIFY(shelf.find("secret").ids.isEmpty());
        QCOMPARE(report.issues.size(), 1);
        QCOMPARE(report.issues.first().file, shelf.path("out.md"));
    }

    void rescan_readsOnlyWhatChanged()
    {
        Shelf shelf;
        shelf.write("same.md", "# Same");
        shelf.write("changed.md", "# Before");
        shelf.write("touched.md", "# Touched");
        shelf.write("gone.md", "# Gone\n\nvanishing");
        shelf.import();
        const QUuid id = shelf.at("changed.md").id;
        shelf.write("changed.md", "# Afterwards");
        shelf.write("new.md", "# New");
        QVERIFY(QFile::remove(shelf.path("gone.md")));
        QFile touched(shelf.path("touched.md"));
        QVERIFY(touched.open(QIODevice::ReadWrite));
        QVERIFY(
            touched.setFileTime(QDateTime::currentDateTime().addDays(-3), QFileDevice::FileModificationTime));
        touched.close();
        QCOMPARE(counts(shelf.import()), s("+1 ~1 =2 -1 !0"));
        QCOMPARE(shelf.at("changed.md").title, s("Afterwards"));
        QCOMPARE(shelf.at("changed.md").id, id);
        QVERIFY(shelf.find("before").ids.isEmpty());
        QVERIFY(shelf.find("vanishing").ids.isEmpty());
        QCOMPARE(shelf.find("afterwards").ids, QList<QUuid>{id});
        QCOMPARE(shelf.find("touched").ids.size(), 1);
        QCOMPARE(counts(shelf.import()), s("+0 ~0 =4 -0 !0"));
    }

    void rescan_announcesOnlyWhatChanged()
    {
        Shelf shelf;
        shelf.write("a.md", "# A");
        shelf.import();
        QCoreApplication::processEvents();
        QSignalSpy changes(shelf.library.get(), &Library::changed);
        shelf.import();
        QCoreApplication::processEvents();
        QCOMPARE(changes.size(), 0);
        // Another program's import: the index is new, and this library must notice at its next one.
        auto other =
            Library::open({shelf.index(), test::programPath(s("stillpoint-render")), false}, m_clock);
        shelf.write("b.md", "# B");
        auto theirs = (*other)->import(shelf.places(), {});
        theirs.waitForFinished();
        QCOMPARE(counts(shelf.import()), s("+0 ~0 =2 -0 !0"));
        QCoreApplication::processEvents();
        QCOMPARE(changes.size(), 1);
        QCOMPARE(shelf.library->size(), 2);
    }

    void rescan_movedFile_keepsItsIdAndWords()
    {
        Shelf shelf;
        shelf.write("a.md", "# Moving\n\nhouse");
        shelf.import();
        const QUuid id = shelf.at("a.md").id;
        QVERIFY(QDir().mkpath(shelf.path("sub")));
        QVERIFY(QFile::rename(shelf.path("a.md"), shelf.path("sub/b.md")));
        QCOMPARE(counts(shelf.import()), s("+0 ~1 =0 -0 !0"));
        QCOMPARE(shelf.at("sub/b.md").id, id);
        QCOMPARE(shelf.find("house").ids, QList<QUuid>{id});
    }

    void place_absorbedByItsParent_keepsIds()
    {
        Shelf shelf;
        shelf.write("sub/a.md", "# Twin");
        shelf.write("sub/b.md", "# Twin");
        auto child =
            shelf.library->import({{QUuid::createUuidV5(placeId, s("c")), s("sub"), shelf.path("sub")}}, {});
        child.waitForFinished();
        const QUuid a = shelf.at("sub/a.md").id;
        const QUuid b = shelf.at("sub/b.md").id;
        QCOMPARE(counts(shelf.import()), s("+0 ~0 =2 -0 !0"));
        QCOMPARE(shelf.at("sub/a.md").id, a);
        QCOMPARE(shelf.at("sub/b.md").id, b);
        QCOMPARE(shelf.at("sub/a.md").path, s("sub/a.md"));
    }

    void goneArticle_thatAPersonTouched_staysAsMissing()
    {
        Shelf shelf;
        shelf.write("a.md", "# Kept");
        shelf.write("b.md", "# Not kept");
        shelf.import();
        const Article kept = shelf.at("a.md");
        QVERIFY(QFile::remove(shelf.path("a.md")));
        QVERIFY(QFile::remove(shelf.path("b.md")));
        QCOMPARE(counts(shelf.import({anchorOf(kept)})), s("+0 ~0 =0 -2 !0"));
        QCOMPARE(shelf.library->size(), 1);
        QVERIFY(shelf.library->article(kept.id)->missing);
        QCOMPARE(counts(shelf.import({anchorOf(kept)})), s("+0 ~0 =0 -0 !0"));
        shelf.write("a.md", "# Kept");
        shelf.import({anchorOf(kept)});
        QVERIFY(!shelf.library->article(kept.id)->missing);
        QCOMPARE(shelf.find("kept").ids, QList<QUuid>{kept.id});
    }

    void unreachablePlace_keepsItsArticlesAsMissing()
    {
        Shelf shelf;
        shelf.write("a.md", "# On a drive");
        shelf.import();
        QVERIFY(QDir().rename(shelf.articles(), shelf.articles() + s(" away")));
        QCOMPARE(shelf.import().issues.size(), 1);
        QCOMPARE(shelf.library->size(), 1);
        QVERIFY(shelf.library->articles().first().missing);
        QVERIFY(QDir().rename(shelf.articles() + s(" away"), shelf.articles()));
        shelf.import();
        QVERIFY(!shelf.library->articles().first().missing);
    }

    void removedPlace_forgetsItsArticles()
    {
        Shelf shelf;
        shelf.write("a.md", "# A");
        shelf.import();
        auto future = shelf.library->import({}, {anchorOf(shelf.at("a.md"))});
        future.waitForFinished();
        QCOMPARE(future.result()->removed, 1);
        QCOMPARE(shelf.library->size(), 0);
    }

    void cancel_midway_leavesTheOldState()
    {
        Shelf shelf;
        shelf.write("old.md", "# Old");
        shelf.import();
        const QList<Article> before = shelf.library->articles();
        for (int i = 0; i < 300; ++i)
            shelf.write(qPrintable(s("n/%1.md").arg(i)), QByteArray("# New\n\nword"));
        shelf.write("old.md", "# Old, but changed");
        auto running = shelf.library->import(shelf.places(), {});
        // Asked, not waited for as a signal: those come late on a busy machine, after the last file.
        while (running.progressValue() <= 5 && !running.isFinished())
            QThread::yieldCurrentThread();
        running.cancel();
        QTRY_VERIFY(running.isFinished());
        QVERIFY(running.isCanceled());
        QCOMPARE(running.resultCount(), 0);
        QCOMPARE(shelf.library->articles(), before);
        shelf.reopen();
        QCOMPARE(shelf.library->articles(), before);
        QVERIFY(shelf.find("word").ids.isEmpty());
        QCOMPARE(shelf.import().added, 300);
    }

    void import_whileAnotherRuns_isBusy()
    {
        Shelf shelf;
        QLockFile other(shelf.index() + s(".lock"));
        QVERIFY(other.tryLock());
        auto future = shelf.library->import(shelf.places(), {});
        future.waitForFinished();
        QVERIFY(!future.result());
        QCOMPARE(future.result().error().code, ErrorCode::Busy);
    }

    void import_whileItsOwnRuns_isBusyAndTheFirstGoesOn()
    {
        Shelf shelf;
        for (int i = 0; i < 50; ++i)
            shelf.write(qPrintable(s("%1.md").arg(i)), "# One");
        auto first = shelf.library->import(shelf.places(), {});
        auto second = shelf.library->import(shelf.places(), {});
        second.waitForFinished();
        QVERIFY(!second.result());
        QCOMPARE(second.result().error().code, ErrorCode::Busy);
        first.waitForFinished();
        QCOMPARE(first.result()->added, 50);
    }

    void import_withoutTheHelper_changesNothing()
    {
        Shelf shelf(s("/nonexistent/stillpoint-render"));
        shelf.write("a.md", "# A");
        auto future = shelf.library->import(shelf.places(), {});
        future.waitForFinished();
        QVERIFY(!future.result());
        QCOMPARE(future.result().error().code, ErrorCode::Unavailable);
        QCOMPARE(shelf.library->size(), 0);
    }

    void import_withATroubledHelper_listsTheArticleAsPlainText()
    {
        Shelf shelf(test::programPath(QStringLiteral("troubled-render")));
        shelf.write("bad.md", "Deadly\nDIE with findable words");
        shelf.write("good.md", "Good\nx");
        const ImportReport report = shelf.import();
        QCOMPARE(report.added, 2);
        QCOMPARE(shelf.at("bad.md").title, s("Deadly"));
        QCOMPARE(shelf.at("bad.md").tags, QStringList{s("kept")});
        QCOMPARE(shelf.at("bad.md").warnings.size(), 1);
        QCOMPARE(report.issues.size(), 1);
        QCOMPARE(shelf.find("findable").ids.size(), 1);
        auto future = shelf.library->page(shelf.at("bad.md").id);
        future.waitForFinished();
        QVERIFY(future.result());
        QVERIFY(future.result()->plainTextOnly);
        QVERIFY(future.result()->html.contains("DIE with findable words"));
        QCOMPARE(future.result()->notes.size(), 1);
    }

    void import_ofManyWithATroubledHelper_losesNone()
    {
        Shelf shelf(test::programPath(QStringLiteral("troubled-render")));
        for (int i = 0; i < 120; ++i) {
            const QByteArray number = QByteArray::number(i);
            shelf.write((number + ".md").constData(),
                        "Title " + number + (i % 7 == 3 ? "\nDIE word" : "\nword") + number);
        }
        QCOMPARE(counts(shelf.import()), s("+120 ~0 =0 -0 !0"));
        for (const int i : {0, 3, 4, 10, 115, 119}) {
            const QByteArray number = QByteArray::number(i);
            QCOMPARE(shelf.at((number + ".md").constData()).title, s("Title ") + QString::number(i));
            QCOMPARE(shelf.find(("word" + number).constData()).ids.size(), 1);
        }
    }

    void oversizedFile_saysWhyOnItsRowAndItsPage()
    {
        Shelf shelf;
        shelf.write("huge.md", QByteArray(17 * 1024 * 1024, 'x'));
        shelf.write("long.md", "# Long\n\n" + QByteArray("many words ").repeated(200'000));
        shelf.import();
        for (const char *name : {"huge.md", "long.md"}) {
            const QUuid id = shelf.at(name).id;
            QCOMPARE(shelf.at(name).warnings.size(), 1);
            const QString reason = shelf.at(name).warnings.first();
            auto snippets = shelf.library->snippets({}, {id});
            snippets.waitForFinished();
            QCOMPARE(snippets.result().value(id).text, reason);
            auto page = shelf.library->page(id);
            page.waitForFinished();
            QVERIFY2(page.result(), name);
            QCOMPARE(page.result()->notes, QStringList{reason});
            QVERIFY(page.result()->plainTextOnly);
        }
    }

    void goneArticle_thatAPersonTouchedInAPlaceSinceAbsorbed_staysAsMissing()
    {
        Shelf shelf;
        shelf.write("sub/a.md", "# Kept");
        auto child =
            shelf.library->import({{QUuid::createUuidV5(placeId, s("c")), s("sub"), shelf.path("sub")}}, {});
        child.waitForFinished();
        const ArticleAnchor anchor = anchorOf(shelf.at("sub/a.md"));
        shelf.import({anchor});
        QVERIFY(QFile::remove(shelf.path("sub/a.md")));
        QCOMPARE(counts(shelf.import({anchor})), s("+0 ~0 =0 -1 !0"));
        QVERIFY(shelf.library->article(anchor.id).value_or(Article()).missing);
    }

    void readOnlyLibrary_showsAndImportsNothing()
    {
        Shelf shelf;
        shelf.write("a.md", "# Shown");
        shelf.import();
        SystemClock clock;
        auto beside = Library::open({shelf.index(), QString(), true}, clock);
        QVERIFY(beside);
        QCOMPARE((*beside)->size(), 1);
        auto future = (*beside)->import(shelf.places(), {});
        future.waitForFinished();
        QCOMPARE(future.result().error().code, ErrorCode::ReadOnly);
        auto none = Library::open({shelf.index() + s(".absent"), QString(), true}, clock);
        QVERIFY(none);
        QCOMPARE((*none)->size(), 0);
    }

    void markedArticles_areFilteredAndAnnounced()
    {
        Shelf shelf;
        shelf.write("a.md", "# A");
        shelf.write("b.md", "# B");
        shelf.import();
        int changes = 0;
        connect(shelf.library.get(), &Library::changed, this, [&changes] { ++changes; });
        QCoreApplication::processEvents();
        changes = 0;
        const QUuid id = shelf.at("a.md").id;
        shelf.library->setMarks({{id, {ArticleMarks::State::Read, true, false}}});
        QCOMPARE(changes, 1);
        QCOMPARE(shelf.find("is:read").ids, QList<QUuid>{id});
        QCOMPARE(shelf.find("is:starred").ids, QList<QUuid>{id});
        QCOMPARE(shelf.find("-is:read").ids, QList<QUuid>{shelf.at("b.md").id});
    }
};

QTEST_GUILESS_MAIN(TestLibrary)
#include "tst_library.moc"
