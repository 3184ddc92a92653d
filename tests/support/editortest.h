#pragma once

#include "app/base/identifiers.h"
#include "app/workspace/workspace.h"
#include "tests/support/uitest.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/bodymap.h"

#include <QApplication>
#include <QLineEdit>

/// Helpers of tests that work in the session editor.
namespace stillpoint::test {

using namespace stillpoint::ui;

inline const QString jaw = QStringLiteral("front.right.jaw");
inline const QString trapezius = QStringLiteral("back.right.trapezius");

inline RatingKey painOf(Phase phase, const QString &region)
{
    return {phase, QStringLiteral("pain"), region};
}

inline Session fullSession()
{
    Session session;
    session.id = newId(QDate(2026, 11, 3).startOfDay(Qt::UTC).toMSecsSinceEpoch());
    session.start =
        When::at(momentFromLocal(QDate(2026, 11, 3), QTime(17, 30), QByteArrayLiteral("Europe/Berlin")));
    session.modalities = {QStringLiteral("thai"), QStringLiteral("chair")};
    session.minutes = 90;
    session.setting = SessionSetting::Spa;
    session.pressure = 3;
    session.pressureFeel = PressureFeel::TooLight;
    session.aim = Aim::Recovery;
    session.reason = Reason::FreeSlot;
    session.expectation = 6;
    session.satisfaction = 8;
    session.cost = 72.5;
    session.currency = QStringLiteral("EUR");
    session.hurts = {{jaw, 1}, {trapezius, 3}};
    session.worked = {trapezius, QStringLiteral("back.left.neck")};
    session.context = {QStringLiteral("travel")};
    session.tags = {QStringLiteral("course")};
    session.effects = {{QStringLiteral("soreness"), {3, 2, 24, trapezius}}};
    session.ratings[{Phase::Before, QStringLiteral("stress"), {}}].value = 7;
    session.ratings[painOf(Phase::Before, trapezius)].value = 6;
    session.ratings[{Phase::Before, QStringLiteral("tension"), jaw}].value = 5;
    session.ratings[{Phase::After, QStringLiteral("mood"), {}}].value = 4;
    session.notes = QStringLiteral("notes");
    session.extra.insert(QStringLiteral("from-later"), 7);
    return session;
}

inline QList<Session> sessions(UiFixture &fixture)
{
    return fixture.workspace().journal().all<Session>();
}

inline Session onlySession(UiFixture &fixture)
{
    return sessions(fixture).value(0);
}

inline BodyMap *map(UiFixture &fixture)
{
    return fixture.find<BodyMap>(QStringLiteral("bodyMap"));
}

inline QWidget *focused()
{
    return QApplication::focusWidget();
}

inline void openEditor(UiFixture &fixture, const QUuid &session = {})
{
    fixture.window().go(GoEditor{session, false});
    QVERIFY(fixture.find(QStringLiteral("sessionEditor")));
}

inline void save(UiFixture &fixture)
{
    fixture.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY2(!fixture.find(QStringLiteral("sessionEditor")), "the session was not saved");
}

inline void pressAt(UiFixture &fixture, const QString &name, Qt::Key key)
{
    QVERIFY2(fixture.tabTo(name, 120), qPrintable(name));
    fixture.press(key);
}

inline void typeAt(UiFixture &fixture, const QString &name, const QString &text)
{
    QVERIFY2(fixture.tabTo(name, 120), qPrintable(name));
    if (auto *line = qobject_cast<QLineEdit *>(focused()))
        line->selectAll();
    fixture.type(text);
}

} // namespace stillpoint::test
