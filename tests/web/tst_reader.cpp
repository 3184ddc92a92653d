#include "tests/web/readerfixture.h"

#include <QQuickWidget>
#include <QQuickWindow>
#include <QTest>
#include <QWebEnginePage>
#include <QWebEngineView>

#include <csignal>

using namespace stillpoint;
using namespace stillpoint::test;

namespace {

const QString url = QStringLiteral("article:0192f0c1-0000-7000-8000-000000000001");

QByteArray longBody()
{
    QByteArray body;
    for (int i = 1; i <= 30; ++i) {
        const QByteArray n = QByteArray::number(i);
        body += "<h2 id=\"part-" + n + "\">Part " + n + "</h2>\n<p>Paragraph " + n +
                " says that the next movement\n can be very small, and so on for a few lines of text.</p>\n";
    }
    return body;
}

ui::ReaderStyle style(const QByteArray &ink, const QColor &ground)
{
    return {"--paper: " + ground.name().toLatin1() + "; --ink: " + ink + ";", ground, 100};
}

/// What a callback answered, waited for.
template<class T, class Ask>
std::optional<T> answerOf(Ask ask)
{
    auto answer = std::make_shared<std::optional<T>>();
    ask([answer](T value) { *answer = std::move(value); });
    return QTest::qWaitFor([&answer] { return answer->has_value(); }, 10000) ? *answer : std::nullopt;
}

ui::ReadingPosition positionOf(Reader &reader)
{
    return answerOf<ui::ReadingPosition>([&](auto then) { reader.view().position(then); })
        .value_or(ui::ReadingPosition());
}

ui::FindCount findIn(Reader &reader, const QString &text)
{
    return answerOf<ui::FindCount>([&](auto then) { reader.view().find(text, {}, then); })
        .value_or(ui::FindCount());
}

ui::TextAnchor quote(const QString &text)
{
    return {text, {}, {}, 0, 0};
}

} // namespace

class TestReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void show_pageFromSource_textIsShown();
    void show_missingPage_loadedFalse();
    void show_htmlOfAnotherType_isRefused();
    void show_picture_isAskedByItsShortAddress();
    void show_closedBeforeAnswer_answerIsDropped();
    void show_icons_arePainted();
    void setStyle_beforeAndAfterLoading_colorsFollow();
    void setStyle_textPercent_scalesText();
    void click_link_isReportedAndNotFollowed_data();
    void click_link_isReportedAndNotFollowed();
    void show_hostileScript_doesNotRun();
    void find_word_countsMatches();
    void goTo_heading_positionNamesIt();
    void position_shownAgain_isTheSamePlace();
    void setHighlights_acrossElements_wrapsTheWords();
    void setHighlights_again_leavesNoTrace();
    void selection_words_becomeAnAnchor();
    void reload_scrolled_keepsThePlace();
    void crash_reloadsTwiceAtThePlace_thenReports();
    void pdf_article_isAPdf();
};

void TestReader::show_pageFromSource_textIsShown()
{
    Reader reader;
    reader.pages.add(url, articleHtml("<p>Hours at a desk.</p>"));
    QVERIFY(reader.open(url));
    QCOMPARE(reader.evaluate(QStringLiteral("document.querySelector('.article-body').innerText"))
                 .toString()
                 .trimmed(),
             QStringLiteral("Hours at a desk."));
    QCOMPARE(reader.pages.asked(), QStringList{url});
    QVERIFY(factory()->engineVersion().contains(QLatin1String("Chromium")));
}

void TestReader::show_missingPage_loadedFalse()
{
    Reader reader;
    QVERIFY(!reader.open(url));
    QCOMPARE(reader.loaded, QList<bool>{false});
}

void TestReader::show_htmlOfAnotherType_isRefused()
{
    Reader reader;
    reader.pages.add(url, "<p>No</p>", "application/xhtml+xml");
    QVERIFY(!reader.open(url));
}

void TestReader::show_picture_isAskedByItsShortAddress()
{
    Reader reader;
    const QByteArray svg = "<svg xmlns='http://www.w3.org/2000/svg' width='37' height='11'/>";
    reader.pages.add(QStringLiteral("article:picture/ab12"), svg, "image/svg+xml");
    reader.pages.add(url, articleHtml("<p><img src='article:picture/ab12' alt='x'></p>"));
    QVERIFY(reader.open(url));
    QVERIFY(reader.pages.asked().contains(QLatin1String("article:picture/ab12")));
    QCOMPARE(reader.evaluate(QStringLiteral("document.querySelector('img').naturalWidth")).toInt(), 37);
}

void TestReader::show_closedBeforeAnswer_answerIsDropped()
{
    Pages pages;
    pages.add(url, articleHtml("<p>Late</p>"));
    {
        Reader reader;
        reader.view().setPages(pages);
        reader.view().show(QUrl(url), {});
        QTRY_VERIFY(!pages.asked().isEmpty());
    }
    QCoreApplication::processEvents();
}

/// The icons are masks in data: addresses; the policy of the page must let them through.
void TestReader::show_icons_arePainted()
{
    Reader reader;
    reader.view().setStyle(
        {"--paper: #ffffff; --ink: #000000; --text3: #ff0000; --sunken: #ffffff; --control: #ffffff;",
         Qt::white, 100});
    reader.pages.add(url, articleHtml("<div class='picture-blocked'></div>"));
    QVERIFY(reader.open(url));
    const auto redPixels = [&reader] {
        const QImage image = reader.window().grab().toImage();
        int red = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                red += image.pixelColor(x, y) == QColor(Qt::red) ? 1 : 0;
        }
        return red;
    };
    QTRY_VERIFY(redPixels() > 10);
    QVERIFY(redPixels() < 200); // the shape, not its whole square
}

void TestReader::setStyle_beforeAndAfterLoading_colorsFollow()
{
    const auto ink = QStringLiteral("getComputedStyle(document.querySelector('p')).color");
    Reader reader;
    reader.view().setStyle(style("#102030", QColor(0xfd, 0xfc, 0xf9)));
    reader.pages.add(url, articleHtml("<p>Text</p>"));
    QVERIFY(reader.open(url));
    QCOMPARE(reader.evaluate(ink).toString(), QStringLiteral("rgb(16, 32, 48)"));
    QCOMPARE(reader.page()->backgroundColor(), QColor(0xfd, 0xfc, 0xf9));
    // What the engine draws on has the colour from the moment on at which it is added.
    QQuickWidget surface;
    surface.setParent(reader.webView());
    QCOMPARE(surface.quickWindow()->color(), QColor(0xfd, 0xfc, 0xf9));

    reader.view().setStyle(style("#EDE8DE", QColor(0x24, 0x22, 0x1f)));
    QTRY_COMPARE(reader.evaluate(ink).toString(), QStringLiteral("rgb(237, 232, 222)"));
    QCOMPARE(surface.quickWindow()->color(), QColor(0x24, 0x22, 0x1f));
    QTRY_COMPARE(reader.window().grab().toImage().pixelColor(4, 4), QColor(0x24, 0x22, 0x1f));
    QCOMPARE(reader.pages.asked().size(), 1);
}

void TestReader::setStyle_textPercent_scalesText()
{
    Reader reader;
    reader.pages.add(url, articleHtml("<p>Text</p>"));
    QVERIFY(reader.open(url));
    const auto size = QStringLiteral("getComputedStyle(document.querySelector('.article-body p')).fontSize");
    QCOMPARE(reader.evaluate(size).toString(), QStringLiteral("18px"));
    ui::ReaderStyle large;
    large.textPercent = 200;
    reader.view().setStyle(large);
    QTRY_COMPARE(reader.evaluate(size).toString(), QStringLiteral("36px"));
}

void TestReader::click_link_isReportedAndNotFollowed_data()
{
    QTest::addColumn<QString>("href");
    QTest::addColumn<QString>("reported");
    const auto row = [](const char *name, const char *href, const char *reported) {
        QTest::newRow(name) << QString::fromLatin1(href) << QString::fromLatin1(reported);
    };
    row("web", "https://example.org/a?b=c", "https://example.org/a?b=c");
    row("mail", "mailto:a@example.org", "mailto:a@example.org");
    row("mail with subject", "mailto:a@example.org?subject=A%20%26%20b%25&amp;body=x%0Ay",
        "mailto:a@example.org?subject=A%20%26%20b%25&body=x%0Ay");
    row("article", "article:0192f0c1-0000-7000-8000-000000000002#part",
        "article:0192f0c1-0000-7000-8000-000000000002#part");
    row("local link", "article:link/0", "article:link/0");
    row("new window", "https://example.org/w\" target=\"_blank", "https://example.org/w");
}

void TestReader::click_link_isReportedAndNotFollowed()
{
    QFETCH(QString, href);
    QFETCH(QString, reported);
    Reader reader;
    reader.pages.add(url, articleHtml("<p><a href=\"" + href.toUtf8() + "\">Somewhere</a></p>"));
    QVERIFY(reader.open(url));
    const QUrl before = reader.page()->url();
    QTRY_VERIFY(!reader.window().grab().isNull());
    reader.click(QStringLiteral("a"));
    QTRY_COMPARE(reader.links, QList<QUrl>{QUrl(reported)});
    QCOMPARE(reader.page()->url(), before);
    QCOMPARE(reader.evaluate(QStringLiteral("document.querySelector('a').innerText")).toString(),
             QStringLiteral("Somewhere"));
    // The page is still the page: what was refused is no failure of its own.
    reader.view().setHighlights(
        {{QStringLiteral("a"), quote(QStringLiteral("Somewhere")), QStringLiteral("try")}});
    QTRY_COMPARE(reader.evaluate(QStringLiteral("document.querySelectorAll('mark').length")).toInt(), 1);
    QCOMPARE(reader.loaded, QList<bool>{true});
}

/// Without the template's policy, so that the engine has to hold alone.
void TestReader::show_hostileScript_doesNotRun()
{
    Reader reader;
    reader.pages.add(
        url, "<!doctype html><body><script>document.documentElement.dataset.ran = 'script'</script>"
             "<img src='article:picture/none' onerror=\"document.documentElement.dataset.ran = 'error'\">"
             "<svg onload=\"document.documentElement.dataset.ran = 'svg'\"></svg>"
             "<a href=\"javascript:document.documentElement.dataset.ran = 'link'\">x</a>"
             "<details open ontoggle=\"document.documentElement.dataset.ran = 'toggle'\"></details>"
             "<noscript><b id='off'>scripts are off</b></noscript>");
    QVERIFY(reader.open(url));
    reader.click(QStringLiteral("a"));
    QCOMPARE(reader.evaluate(QStringLiteral("document.documentElement.dataset.ran || 'nothing'")).toString(),
             QStringLiteral("nothing"));
    QVERIFY(reader.evaluate(QStringLiteral("document.getElementById('off') !== null")).toBool());
}

void TestReader::find_word_countsMatches()
{
    Reader reader;
    reader.pages.add(url, articleHtml("<p>desk Desk desktop</p><p>none</p>"));
    QVERIFY(reader.open(url));
    const ui::FindCount found = findIn(reader, QStringLiteral("desk"));
    QCOMPARE(found.total, 3);
    QCOMPARE(found.active, 1);
    QCOMPARE(findIn(reader, QStringLiteral("desk")).active, 2);
    QCOMPARE(findIn(reader, QStringLiteral("pillow")).total, 0);
    QCOMPARE(findIn(reader, QString()).total, 0);
}

void TestReader::goTo_heading_positionNamesIt()
{
    Reader reader;
    reader.pages.add(url, articleHtml(longBody()));
    QVERIFY(reader.open(url));
    QCOMPARE(positionOf(reader).progress, 0.0);
    reader.view().goTo(QStringLiteral("part-12"));
    QTRY_COMPARE(positionOf(reader).heading, QStringLiteral("part-12"));
    QTRY_VERIFY(reader.scrolls > 0);
    const double progress = positionOf(reader).progress;
    QVERIFY2(progress > 0.2 && progress < 0.6, qPrintable(QString::number(progress)));

    QVERIFY(reader.open(url + QStringLiteral("#part-20")));
    QTRY_COMPARE(positionOf(reader).heading, QStringLiteral("part-20"));
}

void TestReader::position_shownAgain_isTheSamePlace()
{
    Reader reader;
    reader.pages.add(url, articleHtml(longBody()));
    QVERIFY(reader.open(url));
    reader.evaluate(QStringLiteral("window.scrollTo(0, 1500)"));
    const ui::ReadingPosition left = positionOf(reader);
    QVERIFY(left.anchor);
    QVERIFY(!left.anchor->quote.isEmpty());

    // Other type, so the same place lies elsewhere in pixels.
    ui::ReaderStyle large;
    large.textPercent = 150;
    reader.view().setStyle(large);
    QVERIFY(reader.open(url, left.anchor));
    QTRY_COMPARE(positionOf(reader).heading, left.heading);
    QVERIFY(qAbs(positionOf(reader).anchor->start - left.anchor->start) < 120);
}

void TestReader::setHighlights_acrossElements_wrapsTheWords()
{
    Reader reader;
    reader.pages.add(url,
                     articleHtml("<p>One move. The <em>next\n movement</em> is small.</p><p>One move.</p>"));
    QVERIFY(reader.open(url));
    reader.view().setHighlights(
        {{QStringLiteral("a"), quote(QStringLiteral("The next movement is")), QStringLiteral("try")},
         {QStringLiteral("b"),
          {QStringLiteral("One move."), QStringLiteral("is small. "), {}, 0, 0},
          QStringLiteral("ask")},
         {QStringLiteral("c"), quote(QStringLiteral("not in the text")), QStringLiteral("care")}});
    QTRY_COMPARE(reader
                     .evaluate(QStringLiteral(
                         "[...document.querySelectorAll('mark.try')].map(m => m.textContent).join('|')"))
                     .toString()
                     .simplified(),
                 QStringLiteral("The |next movement| is"));
    QVERIFY(
        reader
            .evaluate(QStringLiteral(
                "document.querySelectorAll('p.x, .article-body p')[1].querySelector('mark.ask') !== null"))
            .toBool());
    QCOMPARE(reader.evaluate(QStringLiteral("document.querySelectorAll('mark').length")).toInt(), 4);
}

void TestReader::setHighlights_again_leavesNoTrace()
{
    Reader reader;
    reader.pages.add(url, articleHtml("<p>One <em>move</em> only.</p>"));
    QVERIFY(reader.open(url));
    const auto html = QStringLiteral("document.querySelector('.article-body').innerHTML");
    const QString before = reader.evaluate(html).toString();
    reader.view().setHighlights(
        {{QStringLiteral("a"), quote(QStringLiteral("One move only")), QStringLiteral("useful")}});
    QTRY_VERIFY(reader.evaluate(html).toString().contains(QLatin1String("mark")));
    reader.view().setHighlights({});
    QTRY_COMPARE(reader.evaluate(html).toString(), before);
    QCOMPARE(reader.evaluate(QStringLiteral("document.querySelector('.article-body p').childNodes.length"))
                 .toInt(),
             3);
}

void TestReader::selection_words_becomeAnAnchor()
{
    Reader reader;
    reader.pages.add(url, articleHtml("<p>Hours at a desk do <b>not damage</b>\n   a neck.</p>"));
    QVERIFY(reader.open(url));
    const auto selected = [&reader] {
        return answerOf<std::optional<ui::TextAnchor>>([&](auto then) { reader.view().selection(then); });
    };
    QCOMPARE(selected().value(), std::nullopt);
    reader.evaluate(QStringLiteral(
        "(() => { const p = document.querySelector('.article-body p'); const r = document.createRange();"
        " r.setStart(p.firstChild, 11); r.setEnd(p.lastChild, 6); getSelection().addRange(r); })()"));
    QTRY_VERIFY(reader.selectionChanges > 0);
    const std::optional<ui::TextAnchor> anchor = selected().value();
    QVERIFY(anchor);
    QCOMPARE(anchor->quote, QStringLiteral("desk do not damage a"));
    QCOMPARE(anchor->prefix, QStringLiteral("Hours at a "));
    QCOMPARE(anchor->suffix.trimmed(), QStringLiteral("neck."));
    QCOMPARE(anchor->end - anchor->start, int(anchor->quote.size()));
}

void TestReader::reload_scrolled_keepsThePlace()
{
    Reader reader;
    reader.pages.add(url, articleHtml(longBody()));
    QVERIFY(reader.open(url));
    reader.view().goTo(QStringLiteral("part-15"));
    QTRY_VERIFY(reader.page()->scrollPosition().y() > 500);
    const double before = positionOf(reader).progress;
    reader.view().reload();
    QTRY_COMPARE(reader.loaded.size(), 2);
    QTRY_VERIFY(qAbs(positionOf(reader).progress - before) < 0.02);
}

void TestReader::crash_reloadsTwiceAtThePlace_thenReports()
{
    Reader reader;
    reader.pages.add(url, articleHtml(longBody()));
    QVERIFY(reader.open(url));
    reader.view().goTo(QStringLiteral("part-15"));
    QTRY_VERIFY(reader.page()->scrollPosition().y() > 500);
    const double before = positionOf(reader).progress;
    for (int death = 1; death <= 2; ++death) {
        reader.loaded.clear();
        ::kill(static_cast<pid_t>(reader.page()->renderProcessPid()), SIGKILL);
        QTRY_COMPARE(reader.loaded, QList<bool>{true});
        QTRY_VERIFY(qAbs(positionOf(reader).progress - before) < 0.02);
    }
    QCOMPARE(reader.crashes, 0);
    ::kill(static_cast<pid_t>(reader.page()->renderProcessPid()), SIGKILL);
    QTRY_COMPARE(reader.crashes, 1);
    QVERIFY(reader.open(url)); // the button of the last resort still works
}

void TestReader::pdf_article_isAPdf()
{
    Reader reader;
    reader.pages.add(url, articleHtml("<p>Printed</p>"));
    const QPageLayout layout(QPageSize(QPageSize::A5), QPageLayout::Portrait, QMarginsF(15, 15, 15, 15),
                             QPageLayout::Millimeter);
    const auto print = [&](const QString &address) {
        return answerOf<QByteArray>([&](auto then) { reader.view().pdf(QUrl(address), layout, then); });
    };
    QVERIFY(print(url).value().startsWith("%PDF-"));
    QCOMPARE(print(QStringLiteral("article:missing")).value(), QByteArray());
}

int main(int argc, char **argv)
{
    return runWebTest<TestReader>(argc, argv);
}

#include "tst_reader.moc"
