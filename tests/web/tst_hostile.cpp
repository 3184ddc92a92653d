#include "app/base/clock.h"
#include "app/base/files.h"
#include "app/library/library.h"
#include "app/library/readerpage.h"
#include "app/library/renderclient.h"
#include "tests/support/coretest.h"
#include "tests/web/enginelog.h"
#include "tests/web/hostilecases.h"
#include "tests/web/ownnetwork.h"
#include "tests/web/readerfixture.h"
#include "ui/reader/librarypages.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QStringEncoder>
#include <QTest>
#include <QWebEnginePage>
#include <QWebEngineProfile>
#include <QWebEngineSettings>

using namespace stillpoint;
using namespace stillpoint::test;

namespace {

constexpr int pagesAtOnce = 64;
constexpr char withoutLocks[] = "--without-locks";

QString domWalk()
{
    QFile file(QStringLiteral(STILLPOINT_DOM_WALK));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// What the walk finds in each of these documents, as the engine's own parser reads them.
QList<QStringList> faultsIn(const Reader &reader, const QList<QByteArray> &pages)
{
    QList<QStringList> faults;
    for (qsizetype at = 0; at < pages.size(); at += pagesAtOnce) {
        QJsonArray texts;
        for (const QByteArray &page : pages.mid(at, pagesAtOnce))
            texts.append(QString::fromUtf8(page));
        const QString call =
            QStringLiteral("%1.map((text) => (%2)(new DOMParser().parseFromString(text, 'text/html')))")
                .arg(QString::fromUtf8(QJsonDocument(texts).toJson(QJsonDocument::Compact)), domWalk());
        const QVariantList answers = reader.evaluate(call).toList();
        for (const QVariant &answer : answers)
            faults.append(answer.toStringList());
    }
    return faults;
}

QStringList faultsOnScreen(const Reader &reader)
{
    const QVariant answer = reader.evaluate(QStringLiteral("(%1)(document)").arg(domWalk()));
    return answer.isValid() ? answer.toStringList() : QStringList{QStringLiteral("no answer")};
}

/// A NUL makes a file binary, except in UTF-16.
void writeArticle(const QString &file, const QByteArray &text)
{
    QStringEncoder utf16(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    writeFile(file, text.contains('\0') ? QByteArray(utf16.encode(QString::fromUtf8(text))) : text);
}

/// What Library::page() does, with a helper that goes on.
Result<ArticlePage> pageBy(RenderClient &helper, const Article &article)
{
    const auto bytes = readFile(article.file, 1 << 20);
    if (!bytes)
        return tl::unexpected<Error>(bytes.error());
    const auto rendered = helper.render(
        article.path, *bytes,
        {QStringLiteral("meta"), QStringLiteral("text"), QStringLiteral("outline"), QStringLiteral("html")});
    if (!rendered)
        return tl::unexpected<Error>(rendered.error());
    const QString folder = QFileInfo(article.file).path();
    return readerPage(article, *rendered, {folder, folder}, Catalogue());
}

template<class T>
T waitedFor(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

} // namespace

/// Hostile articles by the way that every article takes: file, render helper, library, engine.
class TestHostile : public QObject
{
    Q_OBJECT

    DataFolder m_folder;
    SystemClock m_clock;
    std::unique_ptr<EngineLog> m_log;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<Reader> m_reader;
    Listener m_listener;
    QList<HostileCase> m_cases;

    QString file(const char *folder, const QByteArray &name) const
    {
        return m_folder.file(
            QStringLiteral("articles/%1/%2.md").arg(QString::fromLatin1(folder), QString::fromLatin1(name)));
    }
    Article articleIn(const QString &file) const { return m_library->articleAt(file).value_or(Article()); }
    ArticlePage pageIn(const QString &file) const
    {
        const auto page = waitedFor(m_library->page(articleIn(file).id));
        return page ? *page : ArticlePage();
    }
    void writeCases();
    /// A reader over some page, whose parser and isolated world can be used.
    Reader &someReader()
    {
        if (!m_reader) {
            m_reader = std::make_unique<Reader>();
            m_reader->pages.add(QStringLiteral("article:some"), articleHtml("<p>x</p>"));
            if (!m_reader->open(QStringLiteral("article:some")))
                qFatal("The engine shows no page.");
        }
        return *m_reader;
    }
    void open(Reader &reader, ui::LibraryPages &pages, const QString &file);
    void checkShown(const Reader &reader);
    static void addFiles(const TestHostile &test);

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void cases_areMany();
    void listener_engineWithoutLocks_isNoticed();
    void walk_faultyPage_namesIt_data();
    void walk_faultyPage_namesIt();
    void eachCase_inEachPlace_becomesClean_data();
    void eachCase_inEachPlace_becomesClean();
    void allCases_opened_nothingLeaves_data();
    void allCases_opened_nothingLeaves();
    void allCases_scriptsForcedOn_nothingRuns_data();
    void allCases_scriptsForcedOn_nothingRuns();
};

void TestHostile::writeCases()
{
    QList<QByteArray> ordinary;
    for (const HostileCase &one : std::as_const(m_cases)) {
        if (!one.swallows)
            ordinary.append(one.text);
    }
    for (const Wrapping &wrapping : wrappings()) {
        for (qsizetype i = 0; i < m_cases.size(); ++i)
            writeArticle(file(wrapping.name, QByteArray::number(i)), wrapped(wrapping, {m_cases.at(i).text}));
        writeArticle(file("all", wrapping.name), wrapped(wrapping, ordinary));
    }
    for (qsizetype i = 0; i < m_cases.size(); ++i) {
        if (m_cases.at(i).swallows)
            writeArticle(file("all", "swallower " + QByteArray::number(i)), QByteArray(safeWords) + "\n\n" +
                                                                                m_cases.at(i).text + "\n\n" +
                                                                                ordinary.join("\n\n"));
    }
}

void TestHostile::initTestCase()
{
    m_log = std::make_unique<EngineLog>();
    QVERIFY(m_listener.isListening());
    qInfo("%s", m_listener.seesEverything() ? "every packet is seen" : "one port of this machine is watched");
    m_cases = reachingOut(m_listener.address("127.0.0.1")) + scripting();
    for (const Wrapping &wrapping : wrappings())
        QDir().mkpath(m_folder.file(QStringLiteral("articles/") + QString::fromLatin1(wrapping.name)));
    QDir().mkpath(m_folder.file(QStringLiteral("articles/all")));
    writeCases();
    auto opened = Library::open({m_folder.file(QStringLiteral("library-v1.db")),
                                 programPath(QStringLiteral("stillpoint-render")), false},
                                m_clock);
    QVERIFY(opened);
    m_library = std::move(*opened);
    const Place place{QUuid::createUuid(), QStringLiteral("articles"),
                      m_folder.file(QStringLiteral("articles"))};
    const auto report = waitedFor(m_library->import({place}, {}));
    QVERIFY(report);
    QCOMPARE(report->skipped, 0);
    QVERIFY(report->added > m_cases.size() * wrappings().size());
}

void TestHostile::cleanupTestCase()
{
    m_reader.reset();
    m_log.reset();
}

void TestHostile::cases_areMany()
{
    QVERIFY(reachingOut("x").size() >= 40);
    QVERIFY(scripting().size() >= 200);
    QVERIFY(wrappings().size() >= 10);
}

/// Without this, silence would say nothing. A process of its own, since the reader's locks hold for the whole
/// one.
void TestHostile::listener_engineWithoutLocks_isNoticed()
{
    QProcess unlocked;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("QTWEBENGINE_CHROMIUM_FLAGS"));
    unlocked.setProcessEnvironment(environment);
    unlocked.start(QCoreApplication::applicationFilePath(),
                   {QString::fromLatin1(withoutLocks),
                    QStringLiteral("<img src='http://%1/x'><img src='http://192.0.2.7/x'><img "
                                   "src='http://[2001:db8::7]/x'>")
                        .arg(QString::fromLatin1(m_listener.address("127.0.0.1")))});
    QStringList visits;
    QTRY_VERIFY_WITH_TIMEOUT((visits += m_listener.visits()).contains(QStringLiteral("a connection")), 20000);
    if (m_listener.seesEverything()) {
        QTRY_VERIFY_WITH_TIMEOUT(
            (visits += m_listener.visits()).contains(QStringLiteral("protocol 6 to 192.0.2.7 port 80")),
            20000);
    }
    unlocked.kill();
    QVERIFY(unlocked.waitForFinished());
}

void TestHostile::walk_faultyPage_namesIt_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *body : {"<script>1</script>",
                             "<p onclick=\"1\">x</p>",
                             "<p style=\"color: red\">x</p>",
                             "<style>p{}</style>",
                             "<form></form>",
                             "<input>",
                             "<x-card>x</x-card>",
                             "<svg></svg>",
                             "<svg><p>x</p></svg>",
                             "<math></math>",
                             "<iframe></iframe>",
                             "<template>x</template>",
                             "<p id=\"body\">x</p>",
                             "<h2 id=\"location\">x</h2>",
                             "<a name=\"x\">x</a>",
                             "<a href=\"javascript:1\">x</a>",
                             "<a href=\" java\tscript:1\">x</a>",
                             "<a href=\"data:text/html,x\">x</a>",
                             "<a href=\"tel:1\">x</a>",
                             "<a href=\"/x\">x</a>",
                             "<img src=\"https://example.org/x.png\">",
                             "<img src=\"x.png\">",
                             "<img src=\"data:image/svg+xml,x\">",
                             "<img srcset=\"x\" src=\"data:image/png;base64,AAAA\">",
                             "<base href=\"x\">",
                             "<link rel=\"icon\">",
                             "<meta http-equiv=\"refresh\" content=\"1\">",
                             "<!-- x -->",
                             "<p class=\"x\">x</p>",
                             "<h2 id=\"h-a\">a</h2><h2 id=\"h-a\">a</h2>",
                             "<body bgcolor=\"x\">",
                             "<main>x</main>"})
        QTest::newRow(body) << QByteArray(body);
}

void TestHostile::walk_faultyPage_namesIt()
{
    QFETCH(QByteArray, body);
    const QList<QStringList> faults = faultsIn(
        someReader(),
        {articleHtml(body), articleHtml("<h2 id=\"h-a\" dir=\"auto\">x</h2><p><a href=\"#h-a\">x</a></p>")});
    QCOMPARE(faults.size(), 2);
    QVERIFY(!faults.at(0).isEmpty());
    QCOMPARE(faults.at(1), QStringList());
}

void TestHostile::eachCase_inEachPlace_becomesClean_data()
{
    QTest::addColumn<int>("number");
    const QList<Wrapping> all = wrappings();
    for (int i = 0; i < all.size(); ++i)
        QTest::newRow(all.at(i).name) << i;
}

void TestHostile::eachCase_inEachPlace_becomesClean()
{
    QFETCH(int, number);
    const Wrapping wrapping = wrappings().at(number);
    RenderClient helper(programPath(QStringLiteral("stillpoint-render"))); // one for all, as in an import
    QList<QByteArray> pages{articleHtml("<script>planted</script>")};
    for (qsizetype i = 0; i < m_cases.size(); ++i) {
        const Article article = articleIn(file(wrapping.name, QByteArray::number(i)));
        const auto page = pageBy(helper, article);
        QVERIFY2(page && !page->plainTextOnly && page->text.contains(QString::fromLatin1(safeWords)),
                 m_cases.at(i).text.constData());
        pages.append(page->html);
    }
    const QList<QStringList> faults = faultsIn(someReader(), pages);
    QCOMPARE(faults.size(), pages.size());
    QVERIFY(!faults.constFirst().isEmpty());
    QStringList wrong;
    for (qsizetype i = 0; i < m_cases.size(); ++i) {
        if (!faults.at(i + 1).isEmpty())
            wrong.append(QString::fromUtf8(m_cases.at(i).text) + QStringLiteral(" → ") +
                         faults.at(i + 1).join(QStringLiteral("; ")));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TestHostile::addFiles(const TestHostile &test)
{
    QTest::addColumn<QString>("file");
    for (const Wrapping &wrapping : wrappings())
        QTest::newRow(wrapping.name) << test.file("all", wrapping.name);
    for (qsizetype i = 0; i < test.m_cases.size(); ++i) {
        if (test.m_cases.at(i).swallows)
            QTest::addRow("behind %s", test.m_cases.at(i).text.constData())
                << test.file("all", "swallower " + QByteArray::number(i));
    }
}

void TestHostile::open(Reader &reader, ui::LibraryPages &pages, const QString &file)
{
    const ArticlePage page = pageIn(file);
    QVERIFY(!page.html.isEmpty() && !page.plainTextOnly);
    pages.setCurrent(articleIn(file), page);
    reader.view().setPages(pages);
    m_listener.visits();
    m_log->clear();
    QVERIFY(reader.open(ui::articleUrl(page.id).toString()));
}

/// Nothing was even tried: what reaches the filter is the page, its style sheet and its pictures.
void TestHostile::checkShown(const Reader &reader)
{
    QCOMPARE(faultsOnScreen(reader), QStringList());
    QVERIFY(reader.evaluate(QStringLiteral("document.querySelector('.article-body').innerText"))
                .toString()
                .contains(QString::fromLatin1(safeWords)));
    const QRegularExpression ours(QStringLiteral(
        "^allowed 0 article://page/[0-9a-f-]{36}$|^allowed 2 article://page/style.css$|^allowed 4 "
        "(article://page/picture/[0-9a-f]{64}$|data:image/)"));
    for (const QString &line : m_log->lines())
        QVERIFY2(ours.match(line).hasMatch(), qPrintable(line));
    QVERIFY(m_log->lines().size() >= 2);
    QCOMPARE(m_listener.visits(), QStringList());
    QCOMPARE(reader.links, QList<QUrl>());
}

void TestHostile::allCases_opened_nothingLeaves_data()
{
    addFiles(*this);
}

void TestHostile::allCases_opened_nothingLeaves()
{
    QFETCH(QString, file);
    Reader reader;
    ui::LibraryPages pages;
    open(reader, pages, file);
    checkShown(reader);
}

void TestHostile::allCases_scriptsForcedOn_nothingRuns_data()
{
    addFiles(*this);
}

void TestHostile::allCases_scriptsForcedOn_nothingRuns()
{
    QFETCH(QString, file);
    Reader reader;
    ui::LibraryPages pages;
    reader.page()->settings()->setAttribute(QWebEngineSettings::JavascriptEnabled, true);
    open(reader, pages, file);
    checkShown(reader);
}

/// Shows a page as a program without any lock would, until it is ended.
static int showWithoutLocks(int argc, char **argv)
{
    QApplication application(argc, argv);
    QWebEngineProfile profile;
    QWebEnginePage page(&profile);
    page.setHtml(QString::fromLocal8Bit(argv[2]));
    return QApplication::exec();
}

int main(int argc, char **argv)
{
    if (argc == 3 && QByteArray(argv[1]) == withoutLocks)
        return showWithoutLocks(argc, argv);
    return runWebTest<TestHostile>(argc, argv);
}

#include "tst_hostile.moc"
