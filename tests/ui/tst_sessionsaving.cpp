#include "app/journal/skips.h"
#include "tests/support/editortest.h"

#include <QLabel>
#include <QTest>

using namespace stillpoint;
using namespace stillpoint::ui;
using namespace stillpoint::test;

/// What saving in the session editor writes besides the fields, and what it says.
class TestSessionSaving : public QObject
{
    Q_OBJECT

    std::unique_ptr<UiFixture> m_ui;
    Session m_session;

    Journal &journal() { return m_ui->workspace().journal(); }

private Q_SLOTS:
    void init()
    {
        m_ui = std::make_unique<UiFixture>();
        m_session = fullSession();
        QVERIFY(journal().put({m_session}));
    }
    void cleanup() { m_ui.reset(); }

    void unchanged_saysNothing_andIsNoStep()
    {
        openEditor(*m_ui, m_session.id);
        save(*m_ui);
        QVERIFY(!m_ui->find(QStringLiteral("toastText")));
        QCOMPARE(onlySession(*m_ui), m_session);
        QCOMPARE(journal().undo().value().verb, QStringLiteral("add")); // what was done before
    }

    void ratedBefore_onASkippedDay_endsTheSkip_andBothAreUndoneAtOnce()
    {
        const QDate day = journal().dayOf(m_session.start);
        QVERIFY(skipDay(journal(), day, m_ui->clock().now()));
        openEditor(*m_ui, m_session.id);
        typeAt(*m_ui, QStringLiteral("notes"), QStringLiteral("more "));
        save(*m_ui);
        QVERIFY(skipsOf(journal(), day).isEmpty());
        QVERIFY(m_ui->find<QLabel>(QStringLiteral("toastText"))->text().contains(QStringLiteral("saved")));
        QVERIFY(journal().undo());
        QCOMPARE(skipsOf(journal(), day).size(), 1);
        QCOMPARE(onlySession(*m_ui), m_session);
    }
};

STILLPOINT_UI_TEST_MAIN(TestSessionSaving)
#include "tst_sessionsaving.moc"
