#include "tests/support/readerstage.h"
#include "ui/reader/readerengine.h"

#include <QLabel>
#include <QPlainTextEdit>

#include <unistd.h>

using namespace stillpoint;
using namespace stillpoint::test;

// This program takes itself for root's, whoever started it. Qt compares the two.
extern "C" uid_t getuid() noexcept
{
    return 0;
}

extern "C" uid_t geteuid() noexcept
{
    return 0;
}

class TestReaderAsRoot : public QObject
{
    Q_OBJECT

    const QString m_engine = programPath(QStringLiteral("stillpoint-reader.so"));

private Q_SLOTS:
    void engine_thatIsThere_isRefusedWithTheReason()
    {
        const auto engine = ui::loadReaderEngine(m_engine);
        QVERIFY(!engine);
        QCOMPARE(engine.error().code, ErrorCode::Unavailable);
        QVERIFY2(engine.error().message.contains(QStringLiteral("root")), qPrintable(engine.error().message));
    }

    void article_opened_isPlainTextUnderTheReason()
    {
        const QString name = QStringLiteral("heat.md");
        ReaderStage stage(m_engine, {{name, "---\ntitle: Heat or cold\n---\n\nA warm cloth is enough.\n"}});
        QVERIFY(stage.open(name));
        auto *text = stage.find<QPlainTextEdit>(QStringLiteral("readerText"));
        QVERIFY(text);
        QVERIFY(text->toPlainText().contains(QStringLiteral("A warm cloth is enough.")));
        const QString notice = stage.find<QLabel>(QStringLiteral("readerNotice"))->text();
        QVERIFY2(notice.contains(QStringLiteral("root")), qPrintable(notice));
        const auto state = stage.workspace().journal().find<ArticleState>(stage.article(name));
        QVERIFY(state && state->readState == ReadState::Reading); // everything else works
    }
};

STILLPOINT_UI_TEST_MAIN(TestReaderAsRoot)
#include "tst_readerasroot.moc"
