#include "tests/support/uitest.h"
#include "ui/shell/theme.h"

#include <QFontDatabase>
#include <QFontInfo>

using namespace stillpoint;
using namespace stillpoint::ui;
using namespace stillpoint::test;

/// On a display, with a desktop whose text is larger than usual.
class TestDesktopFont : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void desktopFont_larger_enlargesTheText()
    {
        const int desktop = QFontInfo(QFontDatabase::systemFont(QFontDatabase::GeneralFont)).pixelSize();
        QCOMPARE(desktop, 28); // the font below, at this display's 96 dpi
        Theme theme;
        theme.setTextScale(100);
        QCOMPARE(theme.px(15), desktop); // 15 px is the size that the design is made for
        QCOMPARE(theme.font(TextRole::Body).pixelSize(), 26);
    }
};

int main(int argc, char **argv)
{
    prepareUiTest();
    const DataFolder config;
    QFile file(config.file(QStringLiteral("kdeglobals")));
    if (!file.open(QIODevice::WriteOnly) ||
        file.write("[General]\nfont=Noto Sans,21,-1,5,50,0,0,0,0,0\n") < 0)
        return 1;
    file.close();
    // Of the desktops whose font Qt reads without a program of theirs, this one has it in a file.
    qputenv("XDG_CURRENT_DESKTOP", "KDE");
    qputenv("KDE_SESSION_VERSION", "5");
    qputenv("XDG_CONFIG_HOME", config.path().toLocal8Bit());
    qputenv("QT_QPA_PLATFORM", "xcb");
    QApplication app(argc, argv);
    TestDesktopFont test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_desktopfont.moc"
