#include "tests/architecture/housecheck.h"
#include "tests/support/coretest.h"

#include <QFile>
#include <QSet>
#include <QTest>

using namespace stillpoint;

/// The guards hold for this tree, and each one catches what it is for.
class TestHouse : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tree_asItIs_breaksNoRule()
    {
        const QStringList broken = test::brokenRules(QStringLiteral(SOURCE_ROOT));
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(QLatin1Char('\n'))));
    }

    void core_linkList_namesNoWindowLibrary()
    {
        QFile file(QStringLiteral(CORE_LINKS));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QStringList linked;
        for (const QByteArray &line : file.readAll().split('\n')) {
            const QString name =
                QString::fromUtf8(line).remove(QStringLiteral("$<LINK_ONLY:")).remove(QLatin1Char('>'));
            if (!name.isEmpty())
                linked.append(name);
        }
        QVERIFY(linked.contains(QStringLiteral("Qt6::Core")));
        const QSet<QString> allowed{
            QStringLiteral("stillpoint_flags"), QStringLiteral("stillpoint_no_keywords"),
            QStringLiteral("Qt6::Core"),        QStringLiteral("Qt6::Concurrent"),
            QStringLiteral("SQLiteCpp"),        QStringLiteral("PkgConfig::sqlite3"),
            QStringLiteral("Eigen3::Eigen")};
        for (const QString &name : linked)
            QVERIFY2(allowed.contains(name), qPrintable(name));
    }

    void plantedFault_eachKind_isCaught_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const char *file, const QByteArray &text, const char *said) {
            QTest::newRow(name) << QString::fromLatin1(file) << text << QString::fromLatin1(said);
        };
        row("upward include", "app/journal/x.cpp", "#include \"ui/shell/theme.h\"\n",
            "app/journal/x.cpp includes from ui/shell");
        row("library knows journal", "app/library/x.h", "#include \"app/journal/journal.h\"\n",
            "app/library/x.h includes from app/journal");
        row("page knows page", "ui/today/x.cpp", "#include \"ui/journal/journalpage.h\"\n",
            "ui/today/x.cpp includes from ui/journal");
        row("core knows cli", "app/base/x.cpp", "#include \"app/cli/clicontext.h\"\n",
            "app/base/x.cpp includes from app/cli");
        row("settings reach insights", "app/insights/x.cpp", "#include \"app/settings/settings.h\"\n",
            "app/insights/x.cpp includes from app/settings");
        row("engine outside", "ui/library/x.cpp", "#include <QWebEngineView>\n",
            "ui/library/x.cpp knows the page engine");
        row("parser outside", "app/library/x.cpp", "#include <cmark-gfm.h>\n",
            "app/library/x.cpp knows the Markdown parser");
        row("old connect", "ui/shell/x.cpp", "connect(a, SIGNAL(b()), c, d);\n",
            "ui/shell/x.cpp uses SIGNAL( or sender()");
        row("no context", "ui/shell/x.cpp", "connect(a, &A::b, [this] { c(); });\n",
            "ui/shell/x.cpp connects to a lambda without a context object");
        row("too long", "app/base/x.cpp", QByteArray("// line\n").repeated(501),
            "app/base/x.cpp has more than 500 lines");
    }
    void plantedFault_eachKind_isCaught()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, text);
        QFETCH(QString, said);
        test::DataFolder folder;
        test::writeFile(folder.file(file), text);
        QCOMPARE(test::brokenRules(folder.path()), QStringList{said});
    }

    void soundFile_allRules_passes()
    {
        test::DataFolder folder;
        test::writeFile(folder.file(QStringLiteral("ui/today/x.cpp")),
                        "#include \"app/journal/journal.h\"\n#include \"ui/shell/page.h\"\n"
                        "connect(a, &A::b, this, [this] { c(); });\n" +
                            QByteArray("// line\n").repeated(497));
        QCOMPARE(test::brokenRules(folder.path()), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestHouse)
#include "tst_house.moc"
