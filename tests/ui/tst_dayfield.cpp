#include "tests/support/editortest.h"

#include <QCalendarWidget>
#include <QDateEdit>
#include <QLineEdit>

using namespace stillpoint;
using namespace stillpoint::ui;
using namespace stillpoint::test;

/// The day of a form.
class TestDayField : public QObject
{
    Q_OBJECT

    std::unique_ptr<UiFixture> m_ui;

    QDateEdit *field() { return m_ui->find<QDateEdit>(QStringLiteral("day")); }

private Q_SLOTS:
    void init()
    {
        m_ui = std::make_unique<UiFixture>();
        openEditor(*m_ui);
        QVERIFY(m_ui->tabTo(QStringLiteral("day")));
    }
    void cleanup() { m_ui.reset(); }

    void arrows_atOnce_goADayOverTheEndOfWeekAndMonth()
    {
        for (const QDate &day : {QDate(2026, 10, 31), QDate(2026, 11, 1), QDate(2026, 11, 2)}) {
            field()->setDate(day);
            field()->clearFocus();
            field()->setFocus(Qt::TabFocusReason);
            QCOMPARE(field()->findChild<QLineEdit *>()->selectedText(), QString::number(day.day()));
            m_ui->press(Qt::Key_Up);
            QCOMPARE(field()->date(), day.addDays(1));
            m_ui->press(Qt::Key_Down);
            m_ui->press(Qt::Key_Down);
            QCOMPARE(field()->date(), day.addDays(-1));
        }
    }

    void digits_atOnce_changeTheDay()
    {
        field()->setDate(QDate(2026, 11, 11));
        m_ui->press(Qt::Key_0);
        m_ui->press(Qt::Key_7);
        QCOMPARE(field()->date(), QDate(2026, 11, 7));
    }

    void arrows_atTheMonth_goAMonth()
    {
        field()->setDate(QDate(2026, 10, 15));
        field()->setSelectedSection(QDateTimeEdit::MonthSection);
        m_ui->press(Qt::Key_Down);
        QCOMPARE(field()->date(), QDate(2026, 9, 15));
    }

    void escape_inTheCalendar_closesOnlyTheCalendar()
    {
        QTest::mouseClick(field(), Qt::LeftButton, {}, QPoint(field()->width() - 12, field()->height() / 2));
        QWidget *popup = QApplication::activePopupWidget();
        QVERIFY(popup && popup->findChild<QCalendarWidget *>());
        m_ui->press(Qt::Key_Escape);
        QVERIFY(!QApplication::activePopupWidget());
        QVERIFY(m_ui->find(QStringLiteral("sessionEditor")));
        m_ui->press(Qt::Key_Escape);
        QTRY_VERIFY(!m_ui->find(QStringLiteral("sessionEditor")));
    }
};

STILLPOINT_UI_TEST_MAIN(TestDayField)
#include "tst_dayfield.moc"
