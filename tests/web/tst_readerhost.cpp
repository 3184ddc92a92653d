#include "app/base/files.h"
#include "tests/support/readerstage.h"
#include "tests/web/readerfixture.h"
#include "ui/reader/storedposition.h"

#include <QAction>
#include <QDesktopServices>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QWebEnginePage>
#include <QWebEngineView>

#include <csignal>

using namespace stillpoint;
using namespace stillpoint::test;

namespace {

const QString desk = QStringLiteral("desk.md");
const QString heat = QStringLiteral("heat.md");

QByteArray longArticle()
{
    QByteArray text = "---\ntitle: Undoing a desk day\n---\n\nA [site](https://example.org/a?b=c%20d&e=%22), "
                      "[mail](mailto:ines@example.org), [warmth](heat.md) and [far](https://example.org/" +
                      QByteArray(5000, 'x') + ").\n\n";
    for (int i = 1; i <= 30; ++i) {
        text += "## Part " + QByteArray::number(i) + "\n\nParagraph " + QByteArray::number(i) +
                " says that the next movement can be very small, and so on for a few lines of text.\n\n";
    }
    return text;
}

/// What the pages of a PDF are drawn with.
QByteArray drawn(const QByteArray &pdf)
{
    const QByteArray start(">> stream\n");
    QByteArray all;
    for (auto at = pdf.indexOf(start); at >= 0; at = pdf.indexOf(start, at + 1)) {
        if (!pdf.mid(at - 80, 80).contains("FlateDecode"))
            continue;
        const auto from = at + start.size();
        const QByteArray length("\0\1\0\0", 4); // a guess, which qUncompress wants
        all += qUncompress(length + pdf.mid(from, pdf.indexOf("endstream", from) - from));
    }
    return all;
}

} // namespace

/// The reader pane with the real engine in it.
class TestReaderHost : public QObject
{
    Q_OBJECT

    std::unique_ptr<ReaderStage> m_stage;
    QList<QUrl> m_opened;

    QWebEngineView *web() { return m_stage->find<QWebEngineView>(QStringLiteral("articleView")); }
    QVariant evaluate(const QString &expression) { return evaluateIn(web()->page(), expression); }
    double progress()
    {
        return evaluate(QStringLiteral("scrollY / (document.scrollingElement.scrollHeight - innerHeight)"))
            .toDouble();
    }
    void kill() { ::kill(static_cast<pid_t>(web()->page()->renderProcessPid()), SIGKILL); }
    QStringList checkedHeadings()
    {
        QStringList names;
        for (const QAction *action :
             m_stage->find<QToolButton>(QStringLiteral("readerOutline"))->menu()->actions()) {
            if (action->isChecked())
                names.append(action->text().trimmed());
        }
        return names;
    }

public Q_SLOTS:
    void keepOpened(const QUrl &url) { m_opened.append(url); }

private Q_SLOTS:
    void init()
    {
        for (const char *scheme : {"https", "mailto"})
            QDesktopServices::setUrlHandler(QLatin1String(scheme), this, "keepOpened");
        m_opened.clear();
        m_stage = std::make_unique<ReaderStage>(
            QCoreApplication::applicationDirPath() + QStringLiteral("/stillpoint-reader.so"),
            QList<QPair<QString, QByteArray>>{{desk, longArticle()},
                                              {heat, "---\ntitle: Heat\n---\n\nWarm.\n"}});
        QVERIFY(m_stage->open(desk));
        QTRY_VERIFY(web());
    }
    void cleanup()
    {
        m_stage.reset();
        for (const char *scheme : {"https", "mailto"})
            QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
    }

    void pageProcess_diesThrice_buttonBringsThePageBack();
    void link_outward_isAskedAboutWithTheWholeAddress_data();
    void link_outward_isAskedAboutWithTheWholeAddress();
    void link_tooLongToBeRead_isNotOpened();
    void link_toArticle_opensItAndBackReturns();
    void savePdf_writesTheArticle_darkOnWhite()
    {
        const DataFolder folder;
        const QString file = folder.file(QStringLiteral("desk.pdf"));
        QVERIFY(m_stage->workspace().settings().set(Setting::ReaderPaper, QStringLiteral("dark")));
        m_stage->prompts().saveFiles.push(file);
        m_stage->find<QAction>(QStringLiteral("savePdf"))->trigger();
        QTRY_VERIFY(QFile::exists(file));
        const QByteArray pdf = readFile(file, 1 << 24).value_or(QByteArray());
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.trimmed().endsWith("%%EOF"));
        QVERIFY2(drawn(pdf).contains(".1451 .1333 .1137 rg"), "the ink of white paper, #25221d");
    }

    void outline_whileScrolling_marksTheCurrentHeading();
    void find_typed_countsAndWraps();
    void place_leftAndComeBackTo_isKept();
};

void TestReaderHost::pageProcess_diesThrice_buttonBringsThePageBack()
{
    QSignalSpy progressed(&m_stage->host(), &ui::ReaderHost::progressed);
    evaluate(QStringLiteral("scrollTo(0, 1500)"));
    QTRY_VERIFY(!progressed.isEmpty());
    const double before = progress();
    QVERIFY(before > 0.2);
    for (int death = 1; death <= 2; ++death) {
        QSignalSpy loaded(web()->page(), &QWebEnginePage::loadFinished);
        kill();
        QTRY_COMPARE(loaded.size(), 1);
        QTRY_VERIFY(qAbs(progress() - before) < 0.02);
        QVERIFY(web()->isVisible());
    }
    kill();
    QPushButton *again = nullptr;
    QTRY_VERIFY((again = m_stage->find<QPushButton>(QStringLiteral("emptyAction"))) && again->isVisible());
    QVERIFY(!web()->isVisible());
    QSignalSpy loaded(web()->page(), &QWebEnginePage::loadFinished);
    again->click();
    QTRY_COMPARE(loaded.size(), 1);
    QVERIFY(web()->isVisible());
    QTRY_VERIFY(qAbs(progress() - before) < 0.02);
}

void TestReaderHost::link_outward_isAskedAboutWithTheWholeAddress_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("address");
    QTest::newRow("web") << 0 << QStringLiteral("https://example.org/a?b=c%20d&e=%22");
    QTest::newRow("mail") << 1 << QStringLiteral("mailto:ines@example.org");
}

void TestReaderHost::link_outward_isAskedAboutWithTheWholeAddress()
{
    QFETCH(int, number);
    QFETCH(QString, address);
    const auto click = [&] { clickIn(web(), QStringLiteral(".article-body a"), number); };
    QTRY_VERIFY(!web()->grab().isNull());
    click();
    QTRY_COMPARE(m_stage->prompts().asked.size(), 1);
    QVERIFY2(m_stage->prompts().asked.last().endsWith(address), qPrintable(m_stage->prompts().asked.last()));
    QCOMPARE(m_opened, QList<QUrl>());

    m_stage->prompts().confirmations.push(true);
    click();
    QTRY_COMPARE(m_opened, QList<QUrl>{QUrl(address)});
    QCOMPARE(m_stage->host().current(), m_stage->article(desk));
}

void TestReaderHost::link_tooLongToBeRead_isNotOpened()
{
    m_stage->prompts().confirmations.push(true);
    clickIn(web(), QStringLiteral(".article-body a"), 3);
    QLabel *said = nullptr;
    QTRY_VERIFY((said = m_stage->window().findChild<QLabel *>(QStringLiteral("toastText"))) &&
                said->isVisible());
    QVERIFY2(said->text().contains(QStringLiteral("5,0")), qPrintable(said->text()));
    QCOMPARE(m_opened, QList<QUrl>());
}

void TestReaderHost::link_toArticle_opensItAndBackReturns()
{
    clickIn(web(), QStringLiteral(".article-body a"), 2);
    QTRY_COMPARE(m_stage->host().current(), m_stage->article(heat));
    QTRY_COMPARE(evaluate(QStringLiteral("document.title")).toString(), QStringLiteral("Heat"));
    m_stage->host().back();
    QTRY_COMPARE(evaluate(QStringLiteral("document.title")).toString(), QStringLiteral("Undoing a desk day"));
    m_stage->host().forward();
    QTRY_COMPARE(evaluate(QStringLiteral("document.title")).toString(), QStringLiteral("Heat"));
    QCOMPARE(m_stage->prompts().asked, QStringList());
}

void TestReaderHost::outline_whileScrolling_marksTheCurrentHeading()
{
    QTRY_COMPARE(checkedHeadings(), QStringList());
    evaluate(QStringLiteral("document.getElementById('h-part-12').scrollIntoView()"));
    QTRY_COMPARE(checkedHeadings(), QStringList{QStringLiteral("Part 12")});
    evaluate(QStringLiteral("scrollTo(0, 0)"));
    QTRY_COMPARE(checkedHeadings(), QStringList());
}

void TestReaderHost::find_typed_countsAndWraps()
{
    m_stage->host().openFind();
    auto *field = m_stage->find<QLineEdit>(QStringLiteral("findField"));
    auto *count = m_stage->find<QLabel>(QStringLiteral("findCount"));
    QTest::keyClicks(field, QStringLiteral("Paragraph 2"));
    QTRY_COMPARE(count->text(), QStringLiteral("1 of 11"));
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    QTRY_COMPARE(count->text(), QStringLiteral("11 of 11"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(count->text(), QStringLiteral("1 of 11"));
}

void TestReaderHost::place_leftAndComeBackTo_isKept()
{
    evaluate(QStringLiteral("document.getElementById('h-part-15').scrollIntoView()"));
    const auto stored = [this] {
        return ui::storedPosition(m_stage->workspace().journal(), m_stage->article(desk))
            .value_or(ui::ReadingPosition());
    };
    QTRY_COMPARE(stored().heading, QStringLiteral("h-part-15"));
    const double before = progress();
    QVERIFY(m_stage->open(heat));
    m_stage->host().back();
    QTRY_COMPARE(evaluate(QStringLiteral("document.title")).toString(), QStringLiteral("Undoing a desk day"));
    QTRY_VERIFY(qAbs(progress() - before) < 0.03);
}

int main(int argc, char **argv)
{
    prepareUiTest();
    return runWebTest<TestReaderHost>(argc, argv);
}

#include "tst_readerhost.moc"
