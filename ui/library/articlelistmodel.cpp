#include "ui/library/articlelistmodel.h"

#include "app/workspace/workspace.h"
#include "ui/reader/storedposition.h"
#include "ui/shell/whenready.h"
#include "ui/widgets/texts.h"

#include <QCoreApplication>

namespace stillpoint::ui {

QString shortDate(const Article &article, const QDate &today)
{
    const QDate date = QDateTime::fromMSecsSinceEpoch(article.dateMs.value_or(article.fileMs)).date();
    const QString day = date.year() == today.year() ? shortDay(date) : longDay(date);
    return article.dateMs ? day : QCoreApplication::translate("Library", "file of %1").arg(day);
}

ArticleListModel::ArticleListModel(Workspace &workspace, QObject *parent)
    : QAbstractListModel(parent)
    , m_workspace(workspace)
{
}

void ArticleListModel::show(const QList<QUuid> &ids, const ArticleQuery &query)
{
    if (query.text != m_query.text) {
        ++m_serial;
        m_excerpts.clear();
        m_asked.clear();
    }
    m_query = query;
    if (ids == m_ids) {
        if (!ids.isEmpty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_ids = ids;
    endResetModel();
}

void ArticleListModel::forgetRows()
{
    ++m_serial;
    m_articles.clear();
    m_asked.clear(); // what is shown stays until the new excerpts are there
}

void ArticleListModel::setProgress(const QUuid &id, double progress)
{
    m_progress.insert(id, progress);
    const int row = rowOf(id);
    if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row));
}

void ArticleListModel::wantExcerpts(int first, int last)
{
    if (!m_library)
        return;
    QList<QUuid> wanted;
    for (int i = qMax(0, first); i <= qMin(last, rowCount() - 1); ++i) {
        const QUuid &id = m_ids.at(i);
        if (m_asked.contains(id))
            continue;
        m_asked.insert(id);
        wanted.append(id);
    }
    if (wanted.isEmpty())
        return;
    ++m_waiting;
    whenReady(m_library->snippets(m_query, wanted), this,
              [this, serial = m_serial](const QHash<QUuid, Snippet> &found) {
                  --m_waiting;
                  if (serial != m_serial)
                      return;
                  m_excerpts.insert(found);
                  Q_EMIT excerptsChanged();
              });
}

const Article &ArticleListModel::article(const QUuid &id) const
{
    auto known = m_articles.constFind(id);
    if (known == m_articles.constEnd())
        known = m_articles.insert(id, m_library ? m_library->article(id).value_or(Article{}) : Article{});
    return *known;
}

QString ArticleListModel::title(int row) const
{
    return article(m_ids.at(row)).title;
}

ArticleListModel::Row ArticleListModel::row(int row) const
{
    const QUuid &id = m_ids.at(row);
    Row result{article(id), {}, {}, m_excerpts.value(id), 0};
    if (const auto state = m_workspace.journal().find<ArticleState>(id)) {
        result.marks = {static_cast<ArticleMarks::State>(state->readState), state->starred, state->archived};
    }
    if (result.marks.state == ArticleMarks::State::Reading) {
        auto known = m_progress.constFind(id);
        if (known == m_progress.constEnd()) {
            const auto position = storedPosition(m_workspace.journal(), id);
            known = m_progress.insert(id, position ? position->progress : 0.0);
        }
        result.progress = *known;
    }
    if (!m_query.text.isEmpty())
        result.titleMarks = Library::matches(m_query.text, result.article.title);
    return result;
}

int ArticleListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

QVariant ArticleListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_ids.size())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return title(index.row());
    case Qt::AccessibleTextRole:
        return spoken(index.row());
    case IdRole:
        return m_ids.at(index.row());
    default:
        return {};
    }
}

QString ArticleListModel::spoken(int number) const
{
    const Row row = this->row(number);
    QStringList parts{row.article.title};
    switch (row.marks.state) {
    case ArticleMarks::State::Unread:
        parts << tr("unread");
        break;
    case ArticleMarks::State::Reading:
        parts << tr("being read");
        break;
    case ArticleMarks::State::Read:
        parts << tr("read");
        break;
    }
    if (row.marks.starred)
        parts << tr("starred");
    if (row.article.draft)
        parts << tr("draft");
    if (row.marks.archived)
        parts << tr("archived");
    parts << tr("%1 min").arg(row.article.minutes());
    parts << shortDate(row.article, m_workspace.clock().now().local().date());
    return parts.join(QStringLiteral(", "));
}

} // namespace stillpoint::ui
