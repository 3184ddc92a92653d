#include "tests/support/shelf.h"

#include <QFile>
#include <QTest>
#include <SQLiteCpp/SQLiteCpp.h>

using namespace stillpoint;
using namespace stillpoint::test;

/// The index holds nothing that cannot be read again.
class TestLibraryIndex : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lostIndex_isRebuiltWithTheSameIds_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("deleted") << QByteArray();
        QTest::newRow("not a database") << QByteArray("x").repeated(9000);
        QTest::newRow("header only") << QByteArray("SQLite format 3\0", 16).leftJustified(4096, '\x55');
    }

    void lostIndex_isRebuiltWithTheSameIds()
    {
        QFETCH(QByteArray, bytes);
        Shelf shelf;
        shelf.write("a.md", "# First");
        shelf.import();
        const Article first = shelf.at("a.md");
        shelf.write("a.md", "# Changed since, so that only the anchor can know it");
        shelf.library.reset();
        for (const char *suffix : {"", "-wal", "-shm"})
            QFile::remove(shelf.index() + s(suffix));
        if (!bytes.isEmpty())
            test::writeFile(shelf.index(), bytes);
        shelf.reopen();
        QCOMPARE(shelf.library->size(), 0);
        QCOMPARE(shelf.import({anchorOf(first)}).added, 1);
        QCOMPARE(shelf.at("a.md").id, first.id);
    }

    void encodingChosen_readsThatFileAgain_andIsKeptWhateverHappensToTheIndex()
    {
        Shelf shelf;
        const QByteArray lithuanian("title: \xc0\xfeuolas\n---\n\nPoilsis mi\xf0ke.\n");
        shelf.write("a.md", "---\n" + lithuanian);
        shelf.write("b.md", "---\n" + lithuanian + "\xe9");
        shelf.import();
        ArticleAnchor anchor = anchorOf(shelf.at("a.md"));
        QVERIFY(shelf.at("a.md").title != s("Ąžuolas"));
        QVERIFY(!shelf.at("a.md").warnings.isEmpty());
        QVERIFY(shelf.find("miške").ids.isEmpty());
        anchor.encoding = s("windows-1257");
        QCOMPARE(counts(shelf.import({anchor})), s("+0 ~0 =2 -0 !0"));
        const auto isReadRight = [&](const char *name) {
            const Article article = shelf.at(name);
            return article.id == anchor.id && article.title == s("Ąžuolas") && article.warnings.isEmpty() &&
                   shelf.find("miške").ids == QList<QUuid>{anchor.id};
        };
        QVERIFY(isReadRight("a.md"));
        QVERIFY(shelf.at("b.md").title != s("Ąžuolas"));
        // Scans, a lost index, a move and an edit leave it.
        QCOMPARE(counts(shelf.import({anchor})), s("+0 ~0 =2 -0 !0"));
        QVERIFY(isReadRight("a.md"));
        shelf.library.reset();
        QVERIFY(QFile::remove(shelf.index()));
        shelf.reopen();
        const ImportReport again = shelf.import({anchor});
        QVERIFY(isReadRight("a.md"));
        QVERIFY(std::none_of(again.issues.begin(), again.issues.end(),
                             [&](const ImportIssue &issue) { return issue.file == shelf.path("a.md"); }));
        QVERIFY(QFile::rename(shelf.path("a.md"), shelf.path("c.md")));
        shelf.import({anchor});
        QVERIFY(isReadRight("c.md"));
        shelf.write("c.md", "---\n" + lithuanian + "\nmore\n");
        shelf.import({anchor});
        QVERIFY(isReadRight("c.md"));
        // Taken back.
        anchor.encoding.clear();
        shelf.import({anchor});
        QVERIFY(shelf.at("c.md").title != s("Ąžuolas"));
        QVERIFY(shelf.find("miške").ids.isEmpty());
        QVERIFY(!shelf.at("c.md").warnings.isEmpty());
    }

    void damagedPages_areFoundByTheNextImport_andReadAgain()
    {
        Shelf shelf;
        for (int i = 0; i < 40; ++i)
            shelf.write(qPrintable(s("%1.md").arg(i)),
                        QByteArray("# Title\n\n") + QByteArray("many words ").repeated(400));
        shelf.import();
        shelf.library.reset();
        QFile file(shelf.index());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.size() > 3 * 4096);
        for (qint64 page = 1; page < file.size() / 4096; ++page) {
            file.seek(page * 4096);
            file.write(QByteArray(4096, '\x2a'));
        }
        file.close();
        shelf.reopen();
        shelf.import();
        QCOMPARE(shelf.library->size(), 40);
        QCOMPARE(shelf.find("words").ids.size(), 40);
    }

    void damagedWords_areToldBySearch_andReadAgainByTheNextImport()
    {
        Shelf shelf;
        shelf.write("a.md", "# Stiff neck");
        shelf.import();
        const QUuid id = shelf.at("a.md").id;
        shelf.library.reset();
        // The catalogue stays whole, so that nothing but a search can notice.
        SQLite::Database(shelf.index().toStdString(), SQLite::OPEN_READWRITE)
            .exec("UPDATE search_data SET block = x'ff' WHERE id > 1000");
        shelf.reopen();
        QCOMPARE(shelf.library->size(), 1);
        const ArticleHits hits = shelf.find("neck");
        QVERIFY(hits.problem.contains(s("again")));
        QCOMPARE(counts(shelf.import({anchorOf(shelf.at("a.md"))})), s("+1 ~0 =0 -0 !0"));
        QCOMPARE(shelf.find("neck").ids, QList<QUuid>{id});
        QVERIFY(shelf.find("neck").problem.isEmpty());
        QCOMPARE(counts(shelf.import()), s("+0 ~0 =1 -0 !0"));
    }
};

QTEST_GUILESS_MAIN(TestLibraryIndex)
#include "tst_libraryindex.moc"
