#include "app/library/identity.h"

#include "app/base/tag.h"

#include <QCryptographicHash>
#include <QSet>

#include <functional>

namespace stillpoint {

namespace {

QString placeAndPath(const QUuid &place, const QString &path)
{
    return place.toString(QUuid::Id128) + QLatin1Char('/') + path;
}

QString nameAndTitle(const QString &path, const QString &title)
{
    const QString name = path.section(QLatin1Char('/'), -1);
    return title.isEmpty() ? QString() : name + QLatin1Char('/') + foldedText(title);
}

/// Index by key; -1 marks a key that more than one has.
using Unique = QHash<QString, qsizetype>;

template<class Items, class Key>
Unique uniqueKeys(const Items &items, const Key &key)
{
    Unique found;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QString value = key(items.at(i));
        if (value.isEmpty())
            continue;
        const auto it = found.find(value);
        if (it == found.end())
            found.insert(value, i);
        else
            *it = -1;
    }
    return found;
}

class Matcher
{
public:
    Matcher(const QList<FileIdentity> &files, const QList<ArticleAnchor> &known)
        : m_files(files)
        , m_known(known)
        , m_ids(files.size())
        , m_isUsed(known.size(), false)
    {
        QSet<QString> there;
        for (const FileIdentity &file : files)
            there.insert(placeAndPath(file.place, file.path));
        for (const ArticleAnchor &anchor : known)
            m_isGone.append(!there.contains(placeAndPath(anchor.place, anchor.path)));
    }

    QList<QUuid> run()
    {
        step([](const auto &item) { return item.frontMatterId; }, false);
        step([](const auto &item) { return placeAndPath(item.place, item.path); }, false);
        step([](const auto &item) { return item.hash; }, true);
        step([](const auto &item) { return nameAndTitle(item.path, item.title); }, true);
        nameTheNew();
        return m_ids;
    }

private:
    /// Matches what is the only one with its key among all files and among all known articles.
    template<class Key>
    void step(const Key &key, bool onlyGone)
    {
        const Unique files = uniqueKeys(m_files, key);
        const Unique known = uniqueKeys(m_known, key);
        for (auto it = files.cbegin(); it != files.cend(); ++it) {
            const qsizetype file = it.value();
            const qsizetype anchor = known.value(it.key(), -1);
            if (file < 0 || anchor < 0 || !m_ids.at(file).isNull() || m_isUsed.at(anchor) ||
                (onlyGone && !m_isGone.at(anchor)))
                continue;
            m_ids[file] = m_known.at(anchor).id;
            m_isUsed[anchor] = true;
        }
    }

    void nameTheNew()
    {
        QSet<QUuid> taken;
        for (const ArticleAnchor &anchor : m_known)
            taken.insert(anchor.id);
        for (qsizetype i = 0; i < m_files.size(); ++i) {
            if (!m_ids.at(i).isNull())
                continue;
            QUuid id = newArticleId(m_files.at(i), false);
            if (taken.contains(id))
                id = newArticleId(m_files.at(i), true);
            // Left only when an article of this very file was matched away by its front matter.
            while (taken.contains(id))
                id = QUuid::createUuidV5(id, QStringLiteral("again"));
            taken.insert(id);
            m_ids[i] = id;
        }
    }

    const QList<FileIdentity> &m_files;
    const QList<ArticleAnchor> &m_known;
    QList<QUuid> m_ids;
    QList<bool> m_isUsed;
    QList<bool> m_isGone;
};

} // namespace

QUuid newArticleId(const FileIdentity &file, bool withPlace)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(file.path.toUtf8());
    hash.addData(QByteArrayView("\0", 1));
    hash.addData(QByteArray::fromHex(file.hash.toLatin1()));
    if (withPlace)
        hash.addData(file.place.toRfc4122());
    return QUuid::fromRfc4122(hash.result().first(16));
}

QList<QUuid> identify(const QList<FileIdentity> &files, const QList<ArticleAnchor> &known)
{
    return Matcher(files, known).run();
}

} // namespace stillpoint
