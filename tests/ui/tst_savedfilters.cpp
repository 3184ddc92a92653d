#include "app/workspace/workspace.h"
#include "tests/support/uitest.h"
#include "ui/library/savedfilterrow.h"
#include "ui/widgets/searchbox.h"

#include <QEnterEvent>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QToolButton>

using namespace stillpoint;
using namespace stillpoint::ui;
using namespace stillpoint::test;

namespace {
const QString list = QStringLiteral("articleList");
}

class TestSavedFilters : public QObject
{
    Q_OBJECT

    DataFolder m_articles;
    std::unique_ptr<UiFixture> m_ui;

    SavedFilterRow *row(const QString &name)
    {
        return m_ui->find<SavedFilterRow>(QStringLiteral("savedFilter-") + name);
    }
    QList<SavedFilter> stored() { return m_ui->workspace().journal().all<SavedFilter>(); }
    void search(const QString &text)
    {
        m_ui->find<SearchBox>(QStringLiteral("librarySearch"))->setText(text);
    }

    QListView *tags() { return m_ui->find<QListView>(QStringLiteral("tagFacets")); }
    void clickTag(const QString &tag)
    {
        const auto rows = tags()->model()->match(tags()->model()->index(0, 0), Qt::DisplayRole, tag);
        QCOMPARE(rows.size(), 1);
        const QPoint middle = tags()->visualRect(rows.first()).center();
        QTest::mouseClick(tags()->viewport(), Qt::LeftButton, Qt::NoModifier, middle);
    }

    /// Filters by the commonest tag and keeps that as "Stiff".
    void saveNeck()
    {
        QVERIFY(m_ui->tabTo(QStringLiteral("tagFacets")));
        m_ui->press(Qt::Key_Home);
        m_ui->press(Qt::Key_Space);
        QTRY_COMPARE(m_ui->rowsOf(list), 2);
        QVERIFY(m_ui->tabTo(QStringLiteral("saveFilter")));
        m_ui->press(Qt::Key_Space);
        QCOMPARE(m_ui->find<QLineEdit>(QStringLiteral("filterName"))->text(), QStringLiteral("neck"));
        m_ui->type(QStringLiteral("Stiff"));
        m_ui->press(Qt::Key_Return);
        QCOMPARE(stored().size(), 1);
        QTRY_VERIFY(row(QStringLiteral("Stiff")));
    }

private Q_SLOTS:
    void init()
    {
        writeArticle(m_articles, QStringLiteral("desk.md"), "Undoing a desk day", "neck, posture", "Turn.");
        writeArticle(m_articles, QStringLiteral("heat.md"), "Heat or cold", "neck", "A cloth.");
        writeArticle(m_articles, QStringLiteral("feet.md"), "Feet after a run", "feet", "A ball.");
        m_ui = std::make_unique<UiFixture>();
        m_ui->prompts().folders.push(m_articles.path());
        m_ui->press(QKeySequence(QStringLiteral("Ctrl+2")));
        m_ui->press(QKeySequence(QStringLiteral("Ctrl+O")));
        QTRY_COMPARE(m_ui->rowsOf(list), 3);
    }
    void cleanup() { m_ui.reset(); }

    void nothingFiltered_nothingSaved_isNotShown() { QVERIFY(!m_ui->find(QStringLiteral("saveFilter"))); }

    void tagsThatAreGone_canBeDropped()
    {
        for (const QString &tag : {QStringLiteral("neck"), QStringLiteral("posture")})
            clickTag(tag);
        QTRY_COMPARE(m_ui->rowsOf(list), 1);
        for (const QString &name : {QStringLiteral("desk.md"), QStringLiteral("heat.md")})
            QVERIFY(QFile::remove(m_articles.file(name)));
        m_ui->press(Qt::Key_F5);
        QTRY_VERIFY(m_ui->find(QStringLiteral("nothingFound")));
        auto *all = m_ui->find(QStringLiteral("nothingFound"))->findChild<QPushButton *>();
        QTRY_COMPARE(all->text(), QStringLiteral("Show all articles"));
        QTest::mouseClick(all, Qt::LeftButton);
        QTRY_COMPARE(m_ui->rowsOf(list), 1); // feet
    }

    void tags_stayUnderThePointer()
    {
        const auto first = [this] { return tags()->model()->index(0, 0).data().toString(); };
        QCOMPARE(first(), QStringLiteral("neck"));
        QEnterEvent enter(QPointF(4, 4), QPointF(4, 4), QPointF(4, 4));
        QCoreApplication::sendEvent(tags(), &enter);
        clickTag(QStringLiteral("posture"));
        QTRY_COMPARE(m_ui->rowsOf(list), 1);
        QCOMPARE(first(), QStringLiteral("neck"));
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(tags(), &leave);
        QCOMPARE(first(), QStringLiteral("posture")); // chosen ones first
    }

    void saved_pressedLater_asksAgainAndIsMarked()
    {
        saveNeck();
        QTRY_COMPARE(row(QStringLiteral("Stiff"))->accessibleName(),
                     QStringLiteral("Saved filter Stiff, 2 articles"));
        QVERIFY(row(QStringLiteral("Stiff"))->isChecked());
        QTest::mouseClick(m_ui->find(QStringLiteral("clearFilters")), Qt::LeftButton);
        QTRY_COMPARE(m_ui->rowsOf(list), 3);
        QVERIFY(!row(QStringLiteral("Stiff"))->isChecked());
        search(QStringLiteral("run"));
        QTRY_COMPARE(m_ui->rowsOf(list), 1);
        QTest::mouseClick(row(QStringLiteral("Stiff")), Qt::LeftButton);
        QTRY_COMPARE(m_ui->rowsOf(list), 2);
        QVERIFY(m_ui->find<SearchBox>(QStringLiteral("librarySearch"))->text().isEmpty());
        QVERIFY(row(QStringLiteral("Stiff"))->isChecked());
    }

    void removed_undone_isThereAgain()
    {
        saveNeck();
        row(QStringLiteral("Stiff"))->setFocus();
        m_ui->press(Qt::Key_Delete);
        QCOMPARE(stored().size(), 0);
        QVERIFY(m_ui->find(QStringLiteral("toastUndo")));
        m_ui->press(QKeySequence(QStringLiteral("Ctrl+Z")));
        QCOMPARE(stored().size(), 1);
        QTRY_VERIFY(row(QStringLiteral("Stiff")));
    }

    void renamed_withF2_keepsWhatItAsks()
    {
        saveNeck();
        const QJsonObject asks = stored().first().filter;
        row(QStringLiteral("Stiff"))->setFocus();
        m_ui->press(Qt::Key_F2);
        m_ui->type(QStringLiteral("Necks"));
        m_ui->press(Qt::Key_Return);
        QCOMPARE(stored().size(), 1);
        QCOMPARE(stored().first().name, QStringLiteral("Necks"));
        QCOMPARE(stored().first().filter, asks);
    }

    void naming_escape_keepsNothingAndLeavesTheFilter()
    {
        QVERIFY(m_ui->tabTo(QStringLiteral("tagFacets")));
        m_ui->press(Qt::Key_Home);
        m_ui->press(Qt::Key_Space);
        QTRY_COMPARE(m_ui->rowsOf(list), 2);
        QVERIFY(m_ui->tabTo(QStringLiteral("saveFilter")));
        m_ui->press(Qt::Key_Space);
        m_ui->press(Qt::Key_Escape);
        QVERIFY(!m_ui->find(QStringLiteral("filterName")));
        QCOMPARE(stored().size(), 0);
        QCOMPARE(m_ui->rowsOf(list), 2);
    }
};

STILLPOINT_UI_TEST_MAIN(TestSavedFilters)
#include "tst_savedfilters.moc"
