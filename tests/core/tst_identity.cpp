#include "app/library/identity.h"

#include <QCryptographicHash>
#include <QTest>

using namespace stillpoint;

namespace {

const QUuid placeA(QStringLiteral("{11111111-1111-1111-1111-111111111111}"));
const QUuid placeB(QStringLiteral("{22222222-2222-2222-2222-222222222222}"));

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QString hashOf(const char *content)
{
    return QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
}

FileIdentity file(const char *path, const char *content, const char *fmId = "", const char *title = "",
                  const QUuid &place = placeA)
{
    return {place, s(path), s(fmId), hashOf(content), s(title)};
}

ArticleAnchor known(const char *path, const char *content, const char *fmId = "", const char *title = "",
                    const QUuid &place = placeA)
{
    // Any id will do as long as it is not what the file would get as a new one.
    const QUuid id = QUuid::createUuidV5(place, s(path) + s(content) + s("known"));
    return {id, place, s(path), s(fmId), hashOf(content), s(title)};
}

} // namespace

class TestIdentity : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void newFile_id_isMadeFromPathAndContent()
    {
        const QByteArray text =
            QByteArray("a/b.md") + '\0' + QCryptographicHash::hash("x", QCryptographicHash::Sha256);
        const QUuid expected =
            QUuid::fromRfc4122(QCryptographicHash::hash(text, QCryptographicHash::Sha256).first(16));
        QCOMPARE(identify({file("a/b.md", "x")}, {}), QList<QUuid>{expected});
        QVERIFY(newArticleId(file("a/b.md", "y"), false) != expected);
    }

    void sameFileInTwoPlaces_ids_differ()
    {
        const auto ids = identify({file("b.md", "x"), file("b.md", "x", "", "", placeB)}, {});
        QCOMPARE(ids.at(0), newArticleId(file("b.md", "x"), false));
        QCOMPARE(ids.at(1), newArticleId(file("b.md", "x", "", "", placeB), true));
    }

    void changedContent_samePath_keepsTheId()
    {
        const auto old = known("a.md", "before");
        QCOMPARE(identify({file("a.md", "after")}, {old}), QList<QUuid>{old.id});
    }

    void movedAndChanged_sameFrontMatterId_keepsTheId()
    {
        const auto old = known("a.md", "before", "post-7");
        QCOMPARE(identify({file("z/new.md", "after", "post-7")}, {old}), QList<QUuid>{old.id});
    }

    void frontMatterId_beatsThePath()
    {
        const auto first = known("a.md", "1", "one");
        const auto second = known("b.md", "2", "two");
        // The files changed names.
        QCOMPARE(identify({file("b.md", "1", "one"), file("a.md", "2", "two")}, {first, second}),
                 (QList<QUuid>{first.id, second.id}));
    }

    void copiedFrontMatterId_isNoProof_pathDecides()
    {
        const auto old = known("a.md", "1", "one");
        const auto ids = identify({file("copy.md", "1", "one"), file("a.md", "1", "one")}, {old});
        QCOMPARE(ids.at(1), old.id);
        QVERIFY(ids.at(0) != old.id);
    }

    void movedFile_sameContent_keepsTheId()
    {
        const auto old = known("a.md", "text");
        QCOMPARE(identify({file("moved/else.md", "text", "", "", placeB)}, {old}), QList<QUuid>{old.id});
    }

    void copiedFile_oldStillThere_isNew()
    {
        const auto old = known("a.md", "text");
        const auto ids = identify({file("copy.md", "text"), file("a.md", "text")}, {old});
        QCOMPARE(ids.at(1), old.id);
        QCOMPARE(ids.at(0), newArticleId(file("copy.md", "text"), false));
    }

    void twoMovedCopies_sameContent_areNotGuessed()
    {
        const auto old = known("a.md", "text");
        const auto ids = identify({file("x.md", "text"), file("y.md", "text")}, {old});
        QVERIFY(!ids.contains(old.id));
    }

    void movedAndChanged_sameNameAndTitle_keepsTheId()
    {
        const auto old = known("2020/desk.md", "before", "", "Undoing a desk day");
        QCOMPARE(identify({file("archive/desk.md", "after", "", "undoing a DESK day")}, {old}),
                 QList<QUuid>{old.id});
        QVERIFY(identify({file("archive/chair.md", "after", "", "Undoing a desk day")}, {old}).first() !=
                old.id);
    }

    void newFileWithATakenId_getsAnother()
    {
        ArticleAnchor taken = known("gone.md", "other");
        taken.id = newArticleId(file("a.md", "text"), false);
        const auto ids = identify({file("a.md", "text")}, {taken});
        QCOMPARE(ids.first(), newArticleId(file("a.md", "text"), true));
    }
};

QTEST_APPLESS_MAIN(TestIdentity)
#include "tst_identity.moc"
