#include "app/base/identifiers.h"
#include "app/workspace/workspace.h"
#include "tests/support/uitest.h"
#include "ui/shell/keysheet.h"
#include "ui/shell/singleinstance.h"
#include "ui/widgets/scrim.h"

#include <QDBusVariant>
#include <QFile>
#include <QFocusFrame>
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QProcess>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTimer>

#include <algorithm>

using namespace stillpoint;
using namespace stillpoint::ui;
using namespace stillpoint::test;

class TestShell : public QObject
{
    Q_OBJECT

    struct Run
    {
        int code = -1;
        QString out;
        QString err;
    };
    /// The real program, as a script starts it.
    static Run stillpointProgram(const QStringList &arguments)
    {
        QProcess process;
        process.start(programPath(QStringLiteral("stillpoint")), arguments);
        if (!process.waitForFinished(60'000))
            return {};
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

    /// How many times what lies below a sheet is dimmed.
    static qsizetype scrims(const QWidget &window)
    {
        const auto all = window.findChildren<Scrim *>();
        return std::count_if(all.cbegin(), all.cend(), [](const Scrim *scrim) { return scrim->isVisible(); });
    }

    /// What a page scrolls, whose coordinates stay.
    static const QWidget *scrolled(const QWidget *page) { return page->findChild<QScrollArea *>()->widget(); }
    static bool isRinged(const QWidget &window, const QWidget *focused)
    {
        const auto frames = window.findChildren<QFocusFrame *>();
        return std::any_of(frames.cbegin(), frames.cend(), [focused](const QFocusFrame *frame) {
            return frame->isVisible() && frame->widget() == focused;
        });
    }

private Q_SLOTS:
    void version_needsNoDisplay()
    {
        QProcess process;
        QProcessEnvironment nowhere = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"})
            nowhere.remove(QLatin1String(name));
        process.setProcessEnvironment(nowhere);
        process.start(programPath(QStringLiteral("stillpoint")), {QStringLiteral("--version")});
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QVERIFY(process.readAllStandardOutput().contains(STILLPOINT_VERSION));
    }

    void commands_table_hasUniqueIdsTextsAndKeysPerPlace()
    {
        QSet<QString> ids;
        QMap<QString, QSet<QString>> keysByGroup;
        const QString everywhere = Commands::info(Command::GoToday).group;
        for (const CommandInfo &command : Commands::table()) {
            QVERIFY2(!ids.contains(command.id), qPrintable(command.id));
            ids.insert(command.id);
            QVERIFY(!command.text.isEmpty());
            QVERIFY2(QFile::exists(QStringLiteral(":/icons/%1.svg").arg(command.icon)),
                     qPrintable(command.icon));
            for (const QKeySequence &key : command.keys) {
                const QString text = key.toString();
                QVERIFY2(!text.isEmpty(), qPrintable(command.id));
                QVERIFY2(!keysByGroup.value(everywhere).contains(text), qPrintable(command.id + u' ' + text));
                QVERIFY2(!keysByGroup.value(command.group).contains(text),
                         qPrintable(command.id + u' ' + text));
                keysByGroup[command.group].insert(text);
            }
        }
    }

    void firstRun_checkIn_leadsToTodayAndStaysThere()
    {
        UiFixture ui;
        QVERIFY(ui.find(QStringLiteral("firstRunPage")));
        QTest::mouseClick(ui.find(QStringLiteral("firstRunCheckIn")), Qt::LeftButton);
        QVERIFY(ui.find(QStringLiteral("todayPage")));
        ui.press(QKeySequence(QStringLiteral("Ctrl+3")));
        ui.press(QKeySequence(QStringLiteral("Ctrl+1")));
        QVERIFY(ui.find(QStringLiteral("todayPage")));
    }

    void start_onAPage_givesItsFirstControlTheFocus()
    {
        UiFixture ui;
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("firstRunLog"));
    }

    void firstRun_atAnyWidth_cutsNoText()
    {
        UiFixture ui;
        for (int width = 720; width <= 1360; width += 40) {
            ui.window().resize(width, 760);
            const auto cut = [&ui] {
                for (const QLabel *label : ui.window().currentPage()->findChildren<QLabel *>()) {
                    if (label->wordWrap() && label->height() < label->heightForWidth(label->width()))
                        return label->text();
                }
                return QString();
            };
            QTRY_COMPARE(cut(), QString());
        }
    }

    void pages_byKey_areShownAndMarkedInTheRail()
    {
        UiFixture ui;
        const QList<QPair<const char *, const char *>> pages{{"Ctrl+2", "libraryPage"},
                                                             {"Ctrl+3", "journalPage"},
                                                             {"Ctrl+4", "insightsPage"},
                                                             {"Ctrl+,", "settingsPage"}};
        for (const auto &[keys, page] : pages) {
            ui.press(QKeySequence(QLatin1String(keys)));
            QTRY_COMPARE(ui.window().currentPage()->objectName(), QLatin1String(page));
            QVERIFY2(ui.window().currentPage()->isAncestorOf(QApplication::focusWidget()) ||
                         QApplication::focusWidget() == ui.window().currentPage(),
                     page);
        }
    }

    void menuBar_byAlt_goesWhenTheFocusGoesOn()
    {
        UiFixture fixture;
        QVERIFY(!fixture.window().menuWidget());
        QTest::keyClick(fixture.window().windowHandle(), Qt::Key_Alt);
        const QWidget *bar = fixture.window().menuWidget();
        QVERIFY(bar && bar->isVisible());
        QVERIFY(QApplication::activePopupWidget());
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
        fixture.press(QKeySequence(QStringLiteral("Ctrl+4")));
        QTRY_COMPARE(fixture.window().currentPage()->objectName(), QStringLiteral("insightsPage"));
        QVERIFY(!bar->isVisible());
    }

    void menuBar_left_givesTheFocusBack_data()
    {
        QTest::addColumn<QList<Qt::Key>>("keys");
        QTest::addColumn<QString>("taken");
        QTest::newRow("Esc twice") << QList<Qt::Key>{Qt::Key_Escape, Qt::Key_Escape} << QString();
        QTest::newRow("Alt") << QList<Qt::Key>{Qt::Key_Alt} << QString();
        QTest::newRow("Esc, Alt") << QList<Qt::Key>{Qt::Key_Escape, Qt::Key_Alt} << QString();
        QTest::newRow("a command") << QList<Qt::Key>{} << QStringLiteral("undo");
        QTest::newRow("a command in another menu, after Esc")
            << QList<Qt::Key>{Qt::Key_Escape, Qt::Key_Right, Qt::Key_Down} << QStringLiteral("undo");
        QTest::newRow("a sheet") << QList<Qt::Key>{} << QStringLiteral("help.about");
    }

    void menuBar_left_givesTheFocusBack()
    {
        QFETCH(const QList<Qt::Key>, keys);
        QFETCH(const QString, taken);
        UiFixture fixture;
        const QWidget *before = fixture.window().focusWidget();
        QVERIFY(before);
        QTest::keyClick(fixture.window().windowHandle(), Qt::Key_Alt);
        const QWidget *bar = fixture.window().menuWidget();
        QVERIFY(bar->isVisible());
        for (const Qt::Key key : keys) {
            if (QWidget *popup = QApplication::activePopupWidget())
                QTest::keyClick(popup, key);
            else
                QTest::keyClick(fixture.window().windowHandle(), key);
        }
        if (!taken.isEmpty()) {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu);
            menu->setActiveAction(fixture.window().findChild<QAction *>(taken));
            QTimer::singleShot(0, &fixture.window(), [] {
                if (auto *sheet = qobject_cast<QDialog *>(QApplication::activeModalWidget()))
                    sheet->accept();
            });
            QTest::keyClick(menu, Qt::Key_Return);
        }
        QTRY_VERIFY(!bar->isVisible());
        QCOMPARE(fixture.window().focusWidget(), before);
    }

    void keySheet_f1_listsEveryCommandWithKeys()
    {
        UiFixture ui;
        QStringList shown;
        qsizetype dimmings = 0;
        QTimer::singleShot(0, &ui.window(), [&] {
            auto *sheet = ui.window().findChild<KeySheet *>();
            dimmings = scrims(ui.window());
            for (const QLabel *label : sheet->findChildren<QLabel *>())
                shown.append(label->text());
            sheet->accept();
        });
        ui.press(Qt::Key_F1);
        QCOMPARE(dimmings, 1);
        QCOMPARE(scrims(ui.window()), 0);
        for (const CommandInfo &command : Commands::table()) {
            if (!command.keys.isEmpty())
                QVERIFY2(shown.contains(command.text), qPrintable(command.text));
        }
    }

    void focusRing_afterAFormWasClosed_followsAgain()
    {
        UiFixture ui;
        ui.window().go(GoPage{PageId::Journal});
        ui.press(QKeySequence(QStringLiteral("Ctrl+N")));
        QTRY_VERIFY(ui.find(QStringLiteral("sessionEditor")));
        for (int i = 0; i < 3; ++i)
            ui.press(Qt::Key_Tab);
        ui.press(Qt::Key_Escape);
        QTRY_VERIFY(!ui.find(QStringLiteral("sessionEditor")));
        ui.window().go(GoPage{PageId::Settings});
        QVERIFY(ui.tabTo(QStringLiteral("settingsTextScale")));
        QVERIFY(isRinged(ui.window(), QApplication::focusWidget()));
        QVERIFY(ui.tabTo(QStringLiteral("settingsDemoJournal")));
        QTRY_VERIFY(isRinged(ui.window(), QApplication::focusWidget())); // once it is scrolled into sight
    }

    void focusRing_ofWhatIsScrolledIntoSight_isShown()
    {
        UiFixture ui;
        ui.window().go(GoPage{PageId::Settings});
        auto *area = ui.window().currentPage()->findChild<QScrollArea *>();
        auto *last = ui.find(QStringLiteral("settingsDemoJournal"));
        last->setFocus();
        area->verticalScrollBar()->setValue(0);
        QVERIFY(!isRinged(ui.window(), last));
        area->ensureWidgetVisible(last);
        QVERIFY(isRinged(ui.window(), last));
    }

    void enter_atAButton_pressesIt()
    {
        UiFixture ui;
        QVERIFY(ui.tabTo(QStringLiteral("firstRunLog")));
        ui.press(Qt::Key_Return);
        QTRY_VERIFY(ui.find(QStringLiteral("sessionEditor")));
    }

    void settings_byTab_areComeToFromTopToBottom()
    {
        UiFixture ui;
        const DataFolder folder;
        QVERIFY(ui.workspace().addPlace(folder.path()));
        ui.window().go(GoPage{PageId::Settings});
        QVERIFY(ui.tabTo(QStringLiteral("settingsTextScale")));
        const QWidget *page = ui.window().currentPage();
        const QWidget *before = nullptr;
        const auto centre = [page](const QWidget *control) {
            return control->mapTo(scrolled(page), control->rect().center());
        };
        for (const QWidget *control = QApplication::focusWidget(); page->isAncestorOf(control);
             control = QApplication::focusWidget()) {
            if (before && control != before) { // not a part of the same field
                const QPoint step = centre(control) - centre(before);
                const bool isBeside = qAbs(step.y()) <= control->height() / 2 && step.x() > 0;
                QVERIFY2(isBeside || step.y() > 0, qPrintable(control->objectName()));
            }
            before = control;
            ui.press(Qt::Key_Tab);
        }
    }

    void sheet_destroyedWhileSeen_takesItsDimmingAlong()
    {
        UiFixture ui;
        Theme theme;
        auto sheet = std::make_unique<KeySheet>(theme, &ui.window());
        sheet->open();
        QCOMPARE(scrims(ui.window()), 1);
        sheet.reset();
        QTRY_COMPARE(scrims(ui.window()), 0);
    }

    void undo_withNothingDone_saysSoInWords()
    {
        UiFixture ui;
        ui.press(QKeySequence(QStringLiteral("Ctrl+Z")));
        auto *text = ui.find<QLabel>(QStringLiteral("toastText"));
        QVERIFY(text);
        QVERIFY(!text->text().isEmpty());
        QVERIFY(!ui.find(QStringLiteral("toastUndo")));
    }

    void theme_darkChosen_changesColoursAtOnce()
    {
        UiFixture ui;
        const QColor before = QApplication::palette().color(QPalette::Window);
        QVERIFY(ui.workspace().settings().set(Setting::Theme, QStringLiteral("dark")));
        QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < before.lightness());
    }

    void theme_inHighContrast_takesTheDesktopsPalette()
    {
        const QPalette before = QApplication::palette();
        QPalette desktop(Qt::white, Qt::black, Qt::white, Qt::black, Qt::gray, Qt::white, Qt::white,
                         Qt::black, Qt::black);
        desktop.setColor(QPalette::Highlight, Qt::yellow);
        desktop.setColor(QPalette::HighlightedText, Qt::black);
        QApplication::setPalette(desktop);
        Theme theme;
        QApplication::setPalette(before);
        const auto portal = [&theme](const char *key, uint value) {
            QVERIFY(QMetaObject::invokeMethod(
                &theme, "portalSettingChanged", Q_ARG(QString, QStringLiteral("org.freedesktop.appearance")),
                Q_ARG(QString, QLatin1String(key)), Q_ARG(QDBusVariant, QDBusVariant(value))));
        };
        portal("contrast", 1);
        QVERIFY(theme.isDark());
        QCOMPARE(theme.color(Token::Surface), QColor(Qt::black));
        QCOMPARE(theme.color(Token::Text3), QColor(Qt::white));
        QCOMPARE(theme.color(Token::Hairline), QColor(Qt::white));
        QCOMPARE(theme.color(Token::Accent), QColor(Qt::yellow));
        QVERIFY(theme.color(Token::Selected).lightness() < 80); // white text lies on it
        portal("contrast", 0);
        QVERIFY(theme.color(Token::Hairline) != QColor(Qt::white));
        theme.setChoice(ThemeChoice::Light); // what the person chose wins
        portal("contrast", 1);
        QVERIFY(!theme.isDark());
        QVERIFY(theme.color(Token::Surface) != QColor(Qt::black));
    }

    void textScale_twoHundred_makesTextLargerAndRailCompact()
    {
        UiFixture ui;
        const int before = QApplication::font().pixelSize();
        QVERIFY(ui.workspace().settings().set(Setting::TextScale, 200));
        QCOMPARE(QApplication::font().pixelSize(), 2 * before);
    }

    void secondStart_sameFolder_raisesTheFirst()
    {
        DataFolder folder;
        SingleInstance first(folder.path());
        QVERIFY(!first.raiseOther());
        first.listen();
        QSignalSpy raised(&first, &SingleInstance::raised);
        SingleInstance second(folder.path());
        QVERIFY(second.raiseOther());
        QTRY_COMPARE(raised.count(), 1);
        SingleInstance elsewhere(folder.file(QStringLiteral("other")));
        QVERIFY(!elsewhere.raiseOther());
    }

    void screenshot_ofAnyPage_hasTheSizeAskedForAndWritesNothing()
    {
        DataFolder folder;
        const QString picture = folder.file(QStringLiteral("page.png"));
        const QString data = folder.file(QStringLiteral("data"));
        const Run run = stillpointProgram({QStringLiteral("--data"), data, QStringLiteral("--page"),
                                           QStringLiteral("insights"), QStringLiteral("--size"),
                                           QStringLiteral("1024x700"), QStringLiteral("--theme"),
                                           QStringLiteral("dark"), QStringLiteral("--screenshot"), picture});
        QCOMPARE(run.code, 0);
        const QImage image(picture);
        QCOMPARE(image.size(), QSize(1024, 700));
        QVERIFY(image.pixelColor(500, 690).lightness() < 60);
        QVERIFY(!QFile::exists(data));
    }

    void arguments_wrong_endWithTwoAndASentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("page") << QStringList{QStringLiteral("--page"), QStringLiteral("nowhere")};
        QTest::newRow("size") << QStringList{QStringLiteral("--size"), QStringLiteral("big")};
        QTest::newRow("now") << QStringList{QStringLiteral("--now"), QStringLiteral("soon")};
        QTest::newRow("theme") << QStringList{QStringLiteral("--theme"), QStringLiteral("pink")};
        QTest::newRow("chart") << QStringList{QStringLiteral("--chart"), QStringLiteral("pie")};
        QTest::newRow("output") << QStringList{QStringLiteral("--chart"), QStringLiteral("time"),
                                               QStringLiteral("--output"), QStringLiteral("chart.gif")};
        QTest::newRow("flag") << QStringList{QStringLiteral("--no-such-flag")};
    }
    void arguments_wrong_endWithTwoAndASentence()
    {
        QFETCH(QStringList, arguments);
        const Run run = stillpointProgram(
            QStringList{QStringLiteral("--screenshot"), QStringLiteral("x.png")} + arguments);
        QCOMPARE(run.code, 2);
        QVERIFY(run.err.contains(arguments.last()) || run.err.contains(QStringLiteral("no-such-flag")));
        QVERIFY(!QFile::exists(QStringLiteral("x.png")));
    }

    void chart_isWrittenWithoutWindow_andJournalStaysAsItWas()
    {
        DataFolder folder;
        const QString data = folder.file(QStringLiteral("data"));
        const FixedClock clock(momentFromLocal(QDate(2026, 11, 11), QTime(18, 42), "Europe/Berlin"));
        const QString file = folder.file(QStringLiteral("chart.svg"));
        const auto draw = [&](const char *name) {
            return stillpointProgram({QStringLiteral("--data"), data, QStringLiteral("--chart"),
                                      QLatin1String(name), QStringLiteral("--output"), file,
                                      QStringLiteral("--now"), QStringLiteral("2026-11-11T18:42:00+01:00")});
        };
        const Run nothing = draw("time");
        QCOMPARE(nothing.code, 1);
        QVERIFY(nothing.err.contains(QStringLiteral("no entries")));
        QVERIFY(!QFile::exists(file) && !QFile::exists(data));
        {
            auto workspace = Workspace::open({AppPaths::inFolder(data), false}, clock);
            QVERIFY(workspace);
            CheckIn checkIn;
            checkIn.id = newId(1);
            checkIn.time = When::on(QDate(2026, 11, 10));
            checkIn.ratings[{Phase::AdHoc, QStringLiteral("stress"), {}}].value = 4;
            QVERIFY((*workspace)->journal().put({checkIn}));
        }
        for (const char *name : {"verdict", "time", "paired", "modality", "year"}) {
            const Run run = draw(name);
            QVERIFY2(run.code == 0, qPrintable(run.err));
            QFile written(file);
            QVERIFY(written.open(QIODevice::ReadOnly));
            const QByteArray svg = written.readAll();
            QVERIFY2(svg.contains("</svg>") && svg.contains("2026"), name);
            QVERIFY(QFile::remove(file));
        }
    }

    void damagedJournal_isLeftAloneAndNamed()
    {
        DataFolder folder;
        const QByteArray garbage =
            QByteArray("not a journal at all, but more than a hundred bytes of it. ").repeated(40);
        writeFile(folder.file(QStringLiteral("journal.db")), garbage);
        const Run run =
            stillpointProgram({QStringLiteral("--data"), folder.path(), QStringLiteral("--screenshot"),
                               folder.file(QStringLiteral("x.png"))});
        QCOMPARE(run.code, 1);
        QVERIFY(run.err.contains(QStringLiteral("journal.db")));
        QFile file(folder.file(QStringLiteral("journal.db")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), garbage);
    }
};

STILLPOINT_UI_TEST_MAIN(TestShell)
#include "tst_shell.moc"
