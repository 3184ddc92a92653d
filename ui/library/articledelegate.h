#pragma once

#include "ui/library/articlelistmodel.h"
#include "ui/library/paintedtext.h"

#include <QStyledItemDelegate>

namespace stillpoint {
class Clock;
}

namespace stillpoint::ui {

class Theme;

/// Paints an article row: unread dot, title in one or two lines, excerpt in two, then tags and what is known
/// of time.
class ArticleDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    ArticleDelegate(const Theme &theme, const Clock &clock, const ArticleListModel &model, QObject *parent);
    void restyle(); ///< after a change of theme

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option,
                     const ArticleListModel::Row &row) const;
    void paintMeta(QPainter &painter, const QRect &area, const ArticleListModel::Row &row) const;
    int titleLines(const QString &title, int rowWidth, const QWidget *view) const;
    QString timeText(const ArticleListModel::Row &row) const;

    const Theme &m_theme;
    const Clock &m_clock;
    const ArticleListModel &m_model;
    mutable LineFit m_fit;
};

} // namespace stillpoint::ui
