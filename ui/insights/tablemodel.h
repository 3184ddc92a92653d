#pragma once

#include <QAbstractTableModel>
#include <QSet>

namespace stillpoint::ui {

/// A chart's numbers as rows of text, the header first.
class TableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void setRows(const QList<QStringList> &rows);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    bool isFigure(int column) const; ///< most of its cells are figures: aligned to the right

    QList<QStringList> m_rows;
    QSet<int> m_figures;
};

} // namespace stillpoint::ui
