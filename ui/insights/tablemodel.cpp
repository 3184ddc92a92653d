#include "ui/insights/tablemodel.h"

#include <algorithm>

namespace stillpoint::ui {

namespace {

bool startsFigure(const QString &cell)
{
    if (cell.isEmpty())
        return false;
    const QChar first = cell.front();
    return first.isDigit() || first == QLatin1Char('+') || first == QChar(0x2212);
}

} // namespace

void TableModel::setRows(const QList<QStringList> &rows)
{
    beginResetModel();
    m_rows = rows;
    m_figures.clear();
    for (int column = 1; column < columnCount(); ++column) {
        const auto figures = std::count_if(rows.cbegin() + 1, rows.cend(), [column](const QStringList &row) {
            return startsFigure(row.value(column));
        });
        if (2 * figures > std::count_if(rows.cbegin() + 1, rows.cend(), [column](const QStringList &row) {
                return !row.value(column).isEmpty();
            }))
            m_figures.insert(column);
    }
    endResetModel();
}

int TableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_rows.isEmpty() ? 0 : static_cast<int>(m_rows.size()) - 1;
}

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_rows.isEmpty() ? 0 : static_cast<int>(m_rows.first().size());
}

bool TableModel::isFigure(int column) const
{
    return m_figures.contains(column);
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::DisplayRole)
        return m_rows.at(index.row() + 1).value(index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (isFigure(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || m_rows.isEmpty())
        return {};
    if (role == Qt::DisplayRole)
        return m_rows.first().value(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (isFigure(section) ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

} // namespace stillpoint::ui
