#include "app/library/indexstore.h"
#include "tests/support/coretest.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace stillpoint;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

struct Answer
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
    QJsonDocument json() const { return QJsonDocument::fromJson(out); }
    QJsonObject object() const { return json().object(); }
    QJsonArray array() const { return json().array(); }
};

/// The real program on a fresh data folder, with a folder of articles beside it.
class Cli
{
public:
    QString articles() const { return m_folder.file(s("articles")); }
    QString path(const char *name) const { return articles() + QLatin1Char('/') + s(name); }
    QString data() const { return m_folder.file(s("data")); }

    Answer operator()(const QStringList &arguments) const
    {
        QProcess process;
        process.start(test::programPath(s("stillpoint-cli")), QStringList{s("--data"), data()} + arguments);
        process.waitForFinished();
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                process.readAllStandardOutput(), process.readAllStandardError()};
    }

    Answer json(const QStringList &arguments) const { return (*this)(arguments + QStringList{s("--json")}); }

    /// Three articles, added.
    void fill() const
    {
        test::writeFile(path("neck.md"),
                        "---\ntitle: A stiff neck\ntags: [neck, desk]\ncategory: Self-care\n"
                        "date: 2024-05-06T10:00:00Z\nauthor: Hanna\nsummary: In short.\n---\n"
                        "# First\n\nHours at a desk.\n\n## Second\n\n![Alt](https://p.example/x.png)\n");
        test::writeFile(path("desk.md"),
                        "---\ntitle: The desk\ntags: [desk]\ndate: 2023-01-02T10:00:00Z\n---\nbody\n");
        test::writeFile(path("draft.md"), "---\ntitle: Unfinished\ndraft: true\ntags: [Neck]\n---\nbody\n");
        const Answer added = json({s("library"), s("add"), articles()});
        QCOMPARE(added.exitCode, 0);
        QCOMPARE(added.object().value(QLatin1String("added")).toInt(), 3);
    }

private:
    test::DataFolder m_folder;
};

QStringList titles(const Answer &answer)
{
    QStringList all;
    for (const QJsonValue &article : answer.array())
        all.append(article[QLatin1String("title")].toString());
    return all;
}

QStringList keysOf(const QJsonObject &object)
{
    QStringList keys = object.keys();
    keys.sort();
    return keys;
}

QStringList sorted(const char *words)
{
    QStringList list = s(words).split(QLatin1Char(' '));
    list.sort();
    return list;
}

} // namespace

class TestLibraryCli : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void add_folder_printsTheReport()
    {
        const Cli cli;
        test::writeFile(cli.path("good.md"), "# Good");
        test::writeFile(cli.path("bad.md"), QByteArray("\x00\x01\xff", 3).repeated(500));
        const Answer answer = cli.json({s("library"), s("add"), cli.articles()});
        QCOMPARE(answer.exitCode, 0);
        QCOMPARE(keysOf(answer.object()), sorted("added updated unchanged removed skipped seconds issues"));
        QCOMPARE(answer.object().value(QLatin1String("added")).toInt(), 1);
        QCOMPARE(answer.object().value(QLatin1String("skipped")).toInt(), 1);
        const QJsonObject issue = answer.object().value(QLatin1String("issues")).toArray().first().toObject();
        QCOMPARE(keysOf(issue), sorted("file line severity message"));
        QCOMPARE(issue.value(QLatin1String("file")).toString(),
                 QFileInfo(cli.path("bad.md")).canonicalFilePath());
        QCOMPARE(issue.value(QLatin1String("severity")).toString(), s("error"));
        const Answer again = cli.json({s("library"), s("rescan")});
        QCOMPARE(again.object().value(QLatin1String("unchanged")).toInt(), 1);
    }

    void add_wrongPath_changesNothing()
    {
        const Cli cli;
        test::writeFile(cli.path("good.md"), "# Good");
        test::writeFile(cli.path("photo.png"), "x");
        for (const QString &wrong : {cli.path("absent"), cli.path("photo.png")}) {
            const Answer answer = cli({s("library"), s("add"), cli.articles(), wrong});
            QCOMPARE(answer.exitCode, 1);
            QVERIFY(answer.out.isEmpty());
            QVERIFY(answer.err.contains("Nothing was added"));
            QVERIFY(cli.json({s("library"), s("places")}).array().isEmpty());
        }
    }

    void add_unreadablePath_changesNothing()
    {
        const Cli cli;
        test::writeFile(cli.path("a/good.md"), "# Good");
        test::writeFile(cli.path("b/closed.md"), "# Closed");
        QFile closed(cli.path("b"));
        QVERIFY(closed.setPermissions(QFileDevice::Permissions()));
        const bool isClosed = !QFileInfo(closed).isReadable();
        const Answer answer = cli({s("library"), s("add"), cli.path("a"), cli.path("b")});
        const QJsonArray places = cli.json({s("library"), s("places")}).array();
        QVERIFY(
            closed.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
        if (!isClosed) { // to root nothing is closed
            QCOMPARE(answer.exitCode, 0);
            QCOMPARE(places.size(), 2);
            return;
        }
        QCOMPARE(answer.exitCode, 1);
        QVERIFY(answer.err.contains("Nothing was added"));
        QVERIFY(places.isEmpty());
    }

    void list_asText_saysWhatIsWrongWithAnArticle()
    {
        const Cli cli;
        test::writeFile(cli.path("huge.md"), QByteArray(17 * 1024 * 1024, 'x'));
        QCOMPARE(cli({s("library"), s("add"), cli.articles()}).exitCode, 0);
        const Answer list = cli({s("library"), s("list")});
        QVERIFY2(list.out.contains("16 MB"), list.out.constData());
    }

    void list_everything_hasTheContractsFields()
    {
        const Cli cli;
        cli.fill();
        const Answer answer = cli.json({s("library"), s("list")});
        QCOMPARE(answer.exitCode, 0);
        QCOMPARE(titles(answer).size(), 3);
        QJsonObject neck;
        for (const QJsonValue &article : answer.array()) {
            if (article[QLatin1String("title")].toString() == s("A stiff neck"))
                neck = article.toObject();
            if (article[QLatin1String("title")].toString() == s("Unfinished"))
                QVERIFY(article[QLatin1String("date")].isNull() && article[QLatin1String("draft")].toBool());
        }
        QCOMPARE(keysOf(neck),
                 sorted("id path title date author summary tags categories words minutes state starred "
                        "archived draft missing warnings"));
        QCOMPARE(neck.value(QLatin1String("path")).toString(),
                 QFileInfo(cli.path("neck.md")).canonicalFilePath());
        QCOMPARE(neck.value(QLatin1String("date")).toString(), s("2024-05-06T10:00:00.000Z"));
        QCOMPARE(neck.value(QLatin1String("author")).toString(), s("Hanna"));
        QCOMPARE(neck.value(QLatin1String("summary")).toString(), s("In short."));
        QCOMPARE(neck.value(QLatin1String("tags")).toArray(), (QJsonArray{s("neck"), s("desk")}));
        QCOMPARE(neck.value(QLatin1String("categories")).toArray(), QJsonArray{s("Self-care")});
        QCOMPARE(neck.value(QLatin1String("state")).toString(), s("unread"));
        QCOMPARE(neck.value(QLatin1String("minutes")).toInt(), 1);
    }

    void list_filters_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QStringList>("found");
        const QString neck = s("A stiff neck");
        const QString desk = s("The desk");
        const QString draft = s("Unfinished");
        QTest::newRow("tag, any case")
            << QStringList{s("--tag"), s("NECK"), s("--sort"), s("title")} << QStringList{neck, draft};
        QTest::newRow("two tags") << QStringList{s("--tag"), s("neck"), s("--tag"), s("desk")}
                                  << QStringList{neck};
        QTest::newRow("any of two") << QStringList{s("--tag"), s("neck"),   s("--tag"), s("desk"),
                                                   s("--any"), s("--sort"), s("title")}
                                    << QStringList{neck, desk, draft};
        QTest::newRow("not tag") << QStringList{s("--not-tag"), s("neck")} << QStringList{desk};
        QTest::newRow("category") << QStringList{s("--category"), s("self care")} << QStringList{neck};
        QTest::newRow("published by date") << QStringList{s("--published")} << QStringList{neck, desk};
        QTest::newRow("limit") << QStringList{s("--published"), s("--limit"), s("1")} << QStringList{neck};
        QTest::newRow("limit zero") << QStringList{s("--limit"), s("0")} << QStringList{};
        QTest::newRow("starred") << QStringList{s("--is"), s("starred")} << QStringList{};
        QTest::newRow("length") << QStringList{s("--tag"), s("desk"), s("--sort"), s("length")}
                                << QStringList{desk, neck};
    }

    void list_filters()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QStringList, found);
        static const Cli cli;
        if (!QFileInfo::exists(cli.data()))
            cli.fill();
        QCOMPARE(titles(cli.json(QStringList{s("library"), s("list")} + arguments)), found);
    }

    void tags_underAFilter_areCounted()
    {
        const Cli cli;
        cli.fill();
        const QJsonArray all = cli.json({s("library"), s("tags")}).array();
        QCOMPARE(all, (QJsonArray{QJsonObject{{s("tag"), s("desk")}, {s("count"), 2}},
                                  QJsonObject{{s("tag"), s("Neck")}, {s("count"), 2}}}));
        const QJsonArray some = cli.json({s("library"), s("tags"), s("--published")}).array();
        QCOMPARE(some.last()[QLatin1String("count")].toInt(), 1);
    }

    void search_ranksAndShowsWhere()
    {
        const Cli cli;
        cli.fill();
        const Answer answer = cli.json({s("library"), s("search"), s("desk")});
        QCOMPARE(answer.exitCode, 0);
        QCOMPARE(keysOf(answer.object()), sorted("total milliseconds hits"));
        QCOMPARE(answer.object().value(QLatin1String("total")).toInt(), 2);
        const QJsonArray hits = answer.object().value(QLatin1String("hits")).toArray();
        QCOMPARE(keysOf(hits.first().toObject()), sorted("id title snippet score"));
        QCOMPARE(hits.first()[QLatin1String("title")].toString(), s("The desk"));
        QVERIFY(hits.first()[QLatin1String("score")].toDouble() >
                hits.last()[QLatin1String("score")].toDouble());
        QVERIFY(hits.last()[QLatin1String("snippet")].toString().contains(s("Hours at a desk")));
        const Answer limited = cli.json({s("library"), s("search"), s("desk"), s("--limit"), s("1")});
        QCOMPARE(limited.object().value(QLatin1String("total")).toInt(), 2);
        QCOMPARE(limited.object().value(QLatin1String("hits")).toArray().size(), 1);
        const Answer odd = cli.json({s("library"), s("search"), s("desk before:whenever")});
        QVERIFY(odd.err.contains("before:whenever"));
        QCOMPARE(odd.object().value(QLatin1String("total")).toInt(), 2);
    }

    void search_forbiddenWordFirst_isNoOption_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("alone") << QStringList{s("-neck")};
        QTest::newRow("looks like help") << QStringList{s("-hours")};
        QTest::newRow("before an option") << QStringList{s("-neck"), s("--limit"), s("5")};
        QTest::newRow("behind a word") << QStringList{s("desk"), s("-hours")};
        QTest::newRow("a phrase") << QStringList{s("-\"stiff neck\"")};
    }

    void search_forbiddenWordFirst_isNoOption()
    {
        QFETCH(QStringList, words);
        const Cli cli;
        cli.fill();
        const Answer answer = cli.json(QStringList{s("library"), s("search")} + words);
        QCOMPARE(answer.exitCode, 0);
        QVERIFY(answer.object().value(QLatin1String("total")).toInt() > 0);
        for (const QJsonValue &hit : answer.object().value(QLatin1String("hits")).toArray())
            QVERIFY(hit[QLatin1String("title")].toString() != s("A stiff neck"));
    }

    void search_inADamagedIndex_makesItAgain()
    {
        const Cli cli;
        cli.fill();
        SQLite::Database((cli.data() + s("/library-v1.db")).toStdString(), SQLite::OPEN_READWRITE)
            .exec("UPDATE search_data SET block = x'ff' WHERE id > 1000");
        const Answer answer = cli.json({s("library"), s("search"), s("desk")});
        QCOMPARE(answer.exitCode, 0);
        QCOMPARE(answer.object().value(QLatin1String("total")).toInt(), 2);
        QVERIFY(!answer.err.isEmpty());
        QCOMPARE(cli.json({s("library"), s("search"), s("desk")}).err, QByteArray());
    }

    void show_byIdAndPath_isTheReadersPage()
    {
        const Cli cli;
        cli.fill();
        const QJsonObject whole = cli.json({s("library"), s("show"), cli.path("neck.md")}).object();
        QCOMPARE(whole.value(QLatin1String("title")).toString(), s("A stiff neck"));
        QCOMPARE(whole.value(QLatin1String("blocked_hosts")).toArray(), QJsonArray{s("p.example")});
        const QString id = whole.value(QLatin1String("id")).toString();
        const Answer html = cli({s("library"), s("show"), id, s("--html")});
        QVERIFY(html.out.startsWith("<!doctype html>"));
        QVERIFY(html.out.contains("Hours at a desk."));
        QVERIFY(!html.out.contains("src=\"http"));
        QCOMPARE(cli({s("library"), s("show"), id, s("--outline")}).out, QByteArray("First\n  Second\n"));
        const QJsonArray outline = cli.json({s("library"), s("show"), id, s("--outline")}).array();
        QCOMPARE(outline.size(), 2);
        QCOMPARE(keysOf(outline.first().toObject()), sorted("level text anchor"));
        QVERIFY(cli({s("library"), s("show"), id, s("--text")}).out.contains("Hours at a desk."));
        const Answer none = cli({s("library"), s("show"), s("no-such")});
        QCOMPARE(none.exitCode, 1);
        QVERIFY(none.out.isEmpty() && !none.err.isEmpty());
    }

    void remove_place_forgetsItsArticles()
    {
        const Cli cli;
        cli.fill();
        const QJsonArray places = cli.json({s("library"), s("places")}).array();
        QCOMPARE(places.size(), 1);
        QCOMPARE(places.first()[QLatin1String("articles")].toInt(), 3);
        const Answer removed = cli.json({s("library"), s("remove"), cli.articles()});
        QCOMPARE(removed.object().value(QLatin1String("removed")).toInt(), 3);
        QVERIFY(cli.json({s("library"), s("list")}).array().isEmpty());
        QVERIFY(QFileInfo::exists(cli.path("neck.md")));
        QCOMPARE(cli({s("library"), s("remove"), cli.articles()}).exitCode, 1);
    }

    void lostIndex_isMadeAgainUnasked()
    {
        const Cli cli;
        cli.fill();
        const Answer before = cli.json({s("library"), s("list")});
        for (const char *suffix : {"", "-wal", "-shm"})
            QFile::remove(cli.data() + s("/library-v1.db") + s(suffix));
        const Answer after = cli.json({s("library"), s("list")});
        QCOMPARE(after.array(), before.array());
        QVERIFY(!after.err.isEmpty());
    }

    void indexWhoseMakingWasCutShort_isMadeAgainUnasked()
    {
        const Cli cli;
        cli.fill();
        for (const char *suffix : {"", "-wal", "-shm"})
            QFile::remove(cli.data() + s("/library-v1.db") + s(suffix));
        QVERIFY(IndexStore::open(cli.data() + s("/library-v1.db"), IndexStore::Mode::ReadWrite));
        QCOMPARE(cli.json({s("library"), s("list")}).array().size(), 3);
    }

    void wrongUsage_isTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing to add") << QStringList{s("library"), s("add")};
        QTest::newRow("no command") << QStringList{s("library")};
        QTest::newRow("unknown sort") << QStringList{s("library"), s("list"), s("--sort"), s("colour")};
        QTest::newRow("unknown state") << QStringList{s("library"), s("list"), s("--is"), s("good")};
        QTest::newRow("two outputs") << QStringList{s("library"), s("show"), s("x"), s("--html"),
                                                    s("--text")};
        QTest::newRow("nothing to search") << QStringList{s("library"), s("search")};
        QTest::newRow("unknown option of search")
            << QStringList{s("library"), s("search"), s("x"), s("--lmit")};
        QTest::newRow("negative limit") << QStringList{s("library"), s("list"), s("--limit"), s("-1")};
    }

    void wrongUsage_isTwo()
    {
        QFETCH(QStringList, arguments);
        const Cli cli;
        QCOMPARE(cli(arguments).exitCode, 2);
        QVERIFY(!QFileInfo::exists(cli.data()));
    }
};

QTEST_GUILESS_MAIN(TestLibraryCli)
#include "tst_librarycli.moc"
