#include "app/workspace/workspace.h"
#include "tests/support/coretest.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace stillpoint;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QStringList words(const char *list)
{
    return s(list).split(QLatin1Char(' '));
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no file %s", qPrintable(path));
    return file.readAll();
}

/// A folder of resources/, imported with the real helper into a fresh data folder.
class Shelf
{
public:
    explicit Shelf(const QString &name)
        : m_folder(s(SOURCE_ROOT "/resources/") + name)
    {
        auto opened = Workspace::open({AppPaths::inFolder(m_data.path()), false}, m_clock);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        m_workspace = std::move(*opened);
        if (const auto added = m_workspace->addPlace(m_folder); !added)
            qFatal("%s", qPrintable(added.error().message));
        auto started = m_workspace->rescan();
        started->waitForFinished();
        report = started->result().value();
    }

    const QString &folder() const { return m_folder; }
    QStringList files(const char *pattern) const
    {
        QStringList found;
        QDirIterator walk(m_folder, {s(pattern)}, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext())
            found.append(QDir(m_folder).relativeFilePath(walk.next()));
        found.sort();
        return found;
    }
    QList<Article> articles() const { return m_workspace->library().value()->articles(); }
    ArticlePage page(const Article &article) const
    {
        auto future = m_workspace->library().value()->page(article.id);
        future.waitForFinished();
        return future.result().value();
    }

    ImportReport report;

private:
    test::DataFolder m_data;
    SystemClock m_clock;
    QString m_folder;
    std::unique_ptr<Workspace> m_workspace;
};

const Shelf &shelf(const QString &name)
{
    static const Shelf samples(s("samples"));
    static const Shelf help(s("help"));
    return name == s("samples") ? samples : help;
}

/// What a pattern with one capture finds in a text.
QStringList captures(const QString &text, const char *pattern)
{
    QStringList found;
    for (auto matches = QRegularExpression(s(pattern)).globalMatch(text); matches.hasNext();)
        found.append(matches.next().captured(1));
    return found;
}

/// Words that British spelling does not know, apart from those kept in tests/data/samples-words.txt.
QStringList misspelt(const QString &text)
{
    QProcess speller;
    speller.start(s("hunspell"), {s("-d"), s("en_GB"), s("-i"), s("utf-8"), s("-l")});
    if (!speller.waitForStarted())
        qFatal("hunspell is missing: it is in packaging/debian-packages/test");
    speller.write(text.toUtf8());
    speller.closeWriteChannel();
    speller.waitForFinished();
    if (speller.exitCode() != 0)
        qFatal("%s", speller.readAllStandardError().constData());
    QStringList unknown =
        QString::fromUtf8(speller.readAllStandardOutput()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    const QStringList kept =
        QString::fromUtf8(test::fixture(s("samples-words.txt"))).split(QLatin1Char('\n'));
    unknown.removeIf([&kept](const QString &word) { return kept.contains(word); });
    unknown.removeDuplicates();
    return unknown;
}

} // namespace

class TestSamples : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void import_everyArticle_withoutAWarning_data() { shelves(); }
    void import_everyArticle_withoutAWarning()
    {
        QFETCH(QString, name);
        const ImportReport &report = shelf(name).report;
        for (const ImportIssue &issue : report.issues)
            QFAIL(qPrintable(issue.file + s(": ") + issue.message));
        QCOMPARE(report.added, static_cast<int>(shelf(name).files("*.md").size()));
        QCOMPARE(report.skipped, 0);
    }

    void resourceFile_namesEveryFile_data() { shelves(); }
    void resourceFile_namesEveryFile()
    {
        QFETCH(QString, name);
        const QString list = shelf(name).folder() + QLatin1Char('/') + name + s(".qrc");
        const QString text = QString::fromUtf8(contents(list));
        QStringList listed = captures(text, "<file>([^<]+)</file>");
        listed.sort();
        QStringList there = shelf(name).files("*.md") + shelf(name).files("*.svg");
        there.sort();
        QCOMPARE(listed, there);
        QVERIFY(text.contains(s("prefix=\"/") + name + QLatin1Char('"')));
    }

    void article_saysWhatItIs_data() { everyArticle(); }
    void article_saysWhatItIs()
    {
        QFETCH(QString, name);
        const Article article = current();
        const QStringList categories =
            name == s("help") ? QStringList{s("Manual")}
                              : s("Bodywork explained|Self-care|Evidence|Journal").split(QLatin1Char('|'));
        const QStringList tags =
            name == s("help")
                ? QStringList{s("manual")}
                : words("aftercare back breathing communication desk evidence expectations first-session "
                        "headache heat journal legs modality movement neck planning pressure ratings safety "
                        "self-care shoulders sleep statistics");
        QVERIFY(contents(article.file).contains("\ntitle: "));
        QVERIFY(!article.summary.isEmpty());
        QCOMPARE(article.author, s("Stillpoint"));
        QVERIFY(article.dateMs.has_value());
        QVERIFY(article.dateText.startsWith(s("2026-")));
        QCOMPARE(article.categories.size(), 1);
        QVERIFY2(categories.contains(article.categories.first()), qPrintable(article.categories.first()));
        QVERIFY(!article.tags.isEmpty());
        for (const QString &tag : article.tags)
            QVERIFY2(tags.contains(tag), qPrintable(tag));
    }

    void article_linksAndPictures_leadSomewhere_data() { everyArticle(); }
    void article_linksAndPictures_leadSomewhere()
    {
        QFETCH(QString, name);
        const Article article = current();
        const QString source = QString::fromUtf8(contents(article.file));
        const ArticlePage page = shelf(name).page(article);
        const QString html = QString::fromUtf8(page.html);
        QVERIFY(!page.plainTextOnly);
        const QStringList links = captures(source, R"((?<!!)\[[^\]\[]*\]\(([^)\s]+)\))");
        for (const QString &link : links)
            QVERIFY2(QFile::exists(shelf(name).folder() + QLatin1Char('/') + link), qPrintable(link));
        QCOMPARE(html.count(s("href=\"article:")), links.size() + html.count(s("href=\"article:style.css")));
        QVERIFY(!html.contains(s("href=\"http")));
        QCOMPARE(page.pictures.size(), captures(source, R"(!\[[^\]]+\]\(([^)]+)\))").size());
        for (const PagePicture &picture : page.pictures) {
            QVERIFY2(!picture.file.isEmpty(), qPrintable(picture.url.toString()));
            QVERIFY(!picture.alt.isEmpty());
        }
    }

    void samples_areEnough_andOfReadableLength()
    {
        const QList<Article> articles = shelf(s("samples")).articles();
        QVERIFY(articles.size() >= 24);
        for (const Article &article : articles) {
            QVERIFY2(article.words >= 400 && article.words <= 1200,
                     qPrintable(article.path + s(": ") + QString::number(article.words)));
        }
    }

    void samples_aboutHealth_sayThatTheyAreNoAdvice()
    {
        for (const Article &article : shelf(s("samples")).articles()) {
            if (article.categories != QStringList{s("Bodywork explained")} &&
                article.categories != QStringList{s("Self-care")})
                continue;
            const QByteArray text = contents(article.file);
            QVERIFY2(text.right(150).contains("general information and not medical advice"),
                     qPrintable(article.path));
        }
    }

    void figure_isLegible_andStandsAlone_data()
    {
        QTest::addColumn<QString>("file");
        for (const QString &file : shelf(s("samples")).files("*.svg"))
            QTest::newRow(qPrintable(file)) << shelf(s("samples")).folder() + QLatin1Char('/') + file;
    }

    void figure_isLegible_andStandsAlone()
    {
        QFETCH(QString, file);
        QXmlStreamReader svg(contents(file));
        QString title;
        bool hasGround = false;
        while (!svg.atEnd()) {
            if (svg.readNext() != QXmlStreamReader::StartElement)
                continue;
            const QXmlStreamAttributes attributes = svg.attributes();
            if (attributes.hasAttribute(s("font-size")))
                QVERIFY(attributes.value(s("font-size")).toDouble() >= 12);
            for (const QXmlStreamAttribute &attribute : attributes)
                QVERIFY2(!attribute.value().contains(s("url(")) && attribute.name() != s("href"),
                         qPrintable(attribute.value().toString()));
            hasGround = hasGround || attributes.value(s("fill")) == s("#FDFCF9");
            if (svg.name() == s("title"))
                title = svg.readElementText();
        }
        QVERIFY2(!svg.hasError(), qPrintable(svg.errorString()));
        QVERIFY(!title.isEmpty());
        QVERIFY(hasGround);
    }

    void articles_areSpeltAsInBritain_data() { shelves(); }
    void articles_areSpeltAsInBritain()
    {
        QFETCH(QString, name);
        QStringList texts; // in one run, since the dictionary takes its time
        for (const Article &article : shelf(name).articles())
            texts += {article.title, article.summary, shelf(name).page(article).text};
        for (const QString &figure : shelf(name).files("*.svg"))
            texts += captures(QString::fromUtf8(contents(shelf(name).folder() + QLatin1Char('/') + figure)),
                              "<t(?:ext|itle)[^>]*>([^<]*)<");
        QVERIFY(texts.join(QLatin1Char(' ')).size() > 10'000);
        QCOMPARE(misspelt(texts.join(QLatin1Char('\n'))), QStringList());
    }

private:
    static void shelves()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("samples") << s("samples");
        QTest::newRow("help") << s("help");
    }

    static void everyArticle()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("path");
        for (const QString &name : {s("samples"), s("help")}) {
            for (const QString &path : shelf(name).files("*.md"))
                QTest::newRow(qPrintable(name + QLatin1Char('/') + path)) << name << path;
        }
    }

    static Article current()
    {
        QFETCH(QString, name);
        QFETCH(QString, path);
        for (const Article &article : shelf(name).articles()) {
            if (article.path == path)
                return article;
        }
        qFatal("%s was not imported", qPrintable(path));
    }
};

QTEST_GUILESS_MAIN(TestSamples)
#include "tst_samples.moc"
