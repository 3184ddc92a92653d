#include "app/journal/demojournal.h"
#include "app/journal/drafts.h"
#include "app/workspace/workspace.h"
#include "tests/support/editortest.h"
#include "ui/widgets/ratingrow.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QLabel>
#include <QScrollArea>

using namespace stillpoint;
using namespace stillpoint::ui;
using namespace stillpoint::test;

namespace {

QString nameOf(const QWidget *widget)
{
    const auto *label = qobject_cast<const QLabel *>(widget);
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    const QString text = label ? label->text() : button ? button->text() : QString();
    return QStringLiteral("%1 %2 “%3”")
        .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(), text);
}

/// What a person reads or works with; what scrolls is its own measure.
bool isPart(const QWidget *widget)
{
    return qobject_cast<const QLabel *>(widget) ||
           ((widget->focusPolicy() & Qt::TabFocus) && !qobject_cast<const QAbstractScrollArea *>(widget));
}

/// Where a part shows; rating buttons keep room for their ring, which may lie over the next row's.
QRect areaOf(const QWidget *widget)
{
    const bool hasRing = qobject_cast<const RatingRow *>(widget);
    const int room = hasRing ? qRound(widget->fontMetrics().height() / 2.0) : 0;
    return widget->geometry().adjusted(room, room, -room, -room);
}

/// A part that has not the height it needs, or a label that shows less than its text.
bool isCut(const QWidget *widget)
{
    const int needed = qMin(widget->minimumSizeHint().height(), widget->maximumHeight());
    if (isPart(widget) && widget->height() < needed)
        return true;
    const auto *label = qobject_cast<const QLabel *>(widget);
    if (!label || label->text().isEmpty())
        return false;
    return label->wordWrap() ? label->height() < label->heightForWidth(label->width())
                             : label->width() < label->sizeHint().width();
}

/// The part that reaches farthest to the right.
QWidget *farthest(const QWidget *content)
{
    QWidget *found = nullptr;
    int right = 0;
    for (QWidget *widget : content->findChildren<QWidget *>()) {
        const int reach = widget->mapTo(content, QPoint(widget->width(), 0)).x();
        if (widget->isVisible() && isPart(widget) && reach > right) {
            right = reach;
            found = widget;
        }
    }
    return found;
}

/// Parts that lie over each other, stand out of what holds them, or are wider than the pane that scrolls.
QStringList faultsIn(QWidget *page)
{
    QStringList faults;
    for (QWidget *widget : page->findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        if (const auto *pane = qobject_cast<QScrollArea *>(widget);
            pane && pane->widget() && pane->widget()->width() > pane->viewport()->width())
            faults.append(QStringLiteral("%1 px instead of %2 in %3, because of %4")
                              .arg(pane->widget()->width())
                              .arg(pane->viewport()->width())
                              .arg(nameOf(page), nameOf(farthest(pane->widget()))));
        if (isCut(widget))
            faults.append(QStringLiteral("is cut: ") + nameOf(widget));
        const QWidget *holder = widget->parentWidget();
        if (!isPart(widget) || qobject_cast<const QAbstractScrollArea *>(holder->parentWidget()))
            continue;
        if (widget->x() < 0 || widget->geometry().right() > holder->rect().right())
            faults.append(QStringLiteral("stands out: ") + nameOf(widget));
        for (const QWidget *other : holder->findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
            if (other != widget && other->isVisible() && isPart(other) &&
                areaOf(other).intersects(areaOf(widget)))
                faults.append(QStringLiteral("%1 overlaps %2").arg(nameOf(widget), nameOf(other)));
        }
    }
    return faults;
}

/// The same, once the page is laid out.
QStringList lastingFaultsIn(QWidget *page)
{
    (void)QTest::qWaitFor([page] { return faultsIn(page).isEmpty(); }, 1000);
    return faultsIn(page);
}

} // namespace

/// Small windows and large text: everything can still be read and pressed.
class TestTightPages : public QObject
{
    Q_OBJECT

    DataFolder m_articles;

private Q_SLOTS:
    void init()
    {
        writeArticle(m_articles, QStringLiteral("desk.md"), "Undoing a desk day", "neck, posture", "Turn.");
        writeArticle(m_articles, QStringLiteral("heat.md"), "Heat or cold", "neck", "A cloth.");
    }
    void nothingIsCut_norOverlaps_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("percent");
        QTest::addColumn<bool>("later");
        QTest::newRow("usual window") << QSize(1360, 860) << 100 << false;
        QTest::newRow("smallest window") << QSize(720, 560) << 100 << false;
        QTest::newRow("small window, larger text") << QSize(800, 560) << 150 << false;
        QTest::newRow("small window, large text") << QSize(1024, 700) << 200 << false;
        QTest::newRow("small window") << QSize(1024, 700) << 100 << false;
        QTest::newRow("large text") << QSize(1360, 860) << 200 << false;
        QTest::newRow("large text, set while pages are there") << QSize(1360, 860) << 200 << true;
    }
    void nothingIsCut_norOverlaps()
    {
        QFETCH(const QSize, size);
        QFETCH(const int, percent);
        QFETCH(const bool, later);
        const DataFolder home;
        UiFixture fixture(home.file(QStringLiteral("a folder whose name is as long as people make them")));
        Journal &journal = fixture.workspace().journal();
        QVERIFY(addDemoJournal(journal, fixture.clock()));
        QVERIFY(journal.setSlot(checkInDraftSlot({}), R"({"kept": 1})")); // a longer button
        fixture.prompts().folders.push(m_articles.path());
        fixture.press(QKeySequence(QStringLiteral("Ctrl+2")));
        fixture.press(QKeySequence(QStringLiteral("Ctrl+O")));
        QTRY_COMPARE(fixture.rowsOf(QStringLiteral("articleList")), 2);
        const QList<PageId> pages{PageId::Today,    PageId::Library,  PageId::Journal,
                                  PageId::Insights, PageId::Settings, PageId::FirstRun};
        for (const PageId page : later ? pages : QList<PageId>()) {
            fixture.window().go(GoPage{page});
            QTRY_VERIFY(fixture.window().currentPage()->isSettled());
        }
        QVERIFY(fixture.workspace().settings().set(Setting::TextScale, percent));
        fixture.window().resize(size);
        QCOMPARE(fixture.window().size(), size);
        QStringList faults;
        for (const PageId page : pages) {
            fixture.window().go(GoPage{page});
            QTRY_VERIFY(fixture.window().currentPage()->isSettled());
            faults += lastingFaultsIn(fixture.window().currentPage());
        }
        openEditor(fixture);
        faults += lastingFaultsIn(fixture.find(QStringLiteral("sessionEditor")));
        QVERIFY2(faults.isEmpty(), qPrintable(QLatin1Char('\n') + faults.join(QLatin1Char('\n'))));
    }
};

STILLPOINT_UI_TEST_MAIN(TestTightPages)
#include "tst_tightpages.moc"
