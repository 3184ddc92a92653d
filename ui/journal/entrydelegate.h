#pragma once

#include <QStyledItemDelegate>

namespace stillpoint::ui {

class Theme;
struct EntryRow;

/// Paints the journal's list: day headings, check-ins on one line, sessions with notes and places.
class EntryDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    EntryDelegate(const Theme &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHeading(QPainter &painter, const QRect &box, const EntryRow &row) const;
    void paintEntry(QPainter &painter, const QRect &box, const EntryRow &row) const;
    int paintRating(QPainter &painter, const QRect &line,
                    const EntryRow &row) const; ///< left edge of what it took
    int side(int viewWidth) const;

    const Theme &m_theme;
};

} // namespace stillpoint::ui
