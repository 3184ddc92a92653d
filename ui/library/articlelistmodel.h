#pragma once

#include "app/library/articlequery.h"
#include "app/library/library.h"

#include <QAbstractListModel>
#include <QPointer>

namespace stillpoint {
class Workspace;
}

namespace stillpoint::ui {

/// The rows of the article list: ids in the order of an answer; everything else is asked for when a row is
/// painted, and excerpts only for the rows on screen.
class ArticleListModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    struct Row
    {
        Article article;
        ArticleMarks marks;
        QList<QPair<int, int>> titleMarks;
        Snippet excerpt;
        double progress = 0; ///< 0 to 1
    };
    enum Role { IdRole = Qt::UserRole + 1 };

    ArticleListModel(Workspace &workspace, QObject *parent);

    void setLibrary(Library *library) { m_library = library; }
    /// Rows that stay keep their excerpts while the words asked for stay the same.
    void show(const QList<QUuid> &ids, const ArticleQuery &query);
    void forgetRows(); ///< the articles may have changed
    void setProgress(const QUuid &id, double progress);
    void wantExcerpts(int first, int last);

    bool isWaiting() const { return m_waiting > 0; } ///< for excerpts

    QUuid idAt(int row) const { return m_ids.value(row); }
    int rowOf(const QUuid &id) const { return static_cast<int>(m_ids.indexOf(id)); }
    const QList<QUuid> &ids() const { return m_ids; }
    Row row(int row) const;
    QString title(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void excerptsChanged();

private:
    const Article &article(const QUuid &id) const;
    QString spoken(int row) const;

    Workspace &m_workspace;
    QPointer<Library> m_library;
    ArticleQuery m_query;
    QList<QUuid> m_ids;
    mutable QHash<QUuid, Article> m_articles;
    mutable QHash<QUuid, double> m_progress;
    QHash<QUuid, Snippet> m_excerpts;
    QSet<QUuid> m_asked;
    quint64 m_serial = 0;
    int m_waiting = 0;
};

/// "14 Oct", with the year when it is not this one.
QString shortDate(const Article &article, const QDate &today);

} // namespace stillpoint::ui
