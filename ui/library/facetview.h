#pragma once

#include "ui/library/facetmodel.h"

#include <QListView>

namespace stillpoint::ui {

class Theme;

/// The rows of tags or categories. Click or Space goes round ignore, include, exclude; + − 0 set directly. As
/// high as its rows up to `mostRows`, then it scrolls.
class FacetView final : public QListView
{
    Q_OBJECT
public:
    FacetView(const Theme &theme, const QString &name, QWidget *parent);

    FacetModel &facets() { return m_model; }
    /// The current row stays on its facet; under the pointer every row stays where it is.
    void setFacets(const QList<FacetCount> &facets);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void stateWanted(const QString &folded, stillpoint::TagState state);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override { mousePressEvent(event); }
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void initViewItemOption(QStyleOptionViewItem *option) const override;

private:
    void cycle(const QModelIndex &index);
    void set(const QModelIndex &index, TagState state);

    static constexpr int mostRows = 16;
    const Theme &m_theme;
    FacetModel m_model;
    QList<FacetCount> m_facets; ///< in their own order
    QPersistentModelIndex m_pressed;
    bool m_byKey = false;
};

} // namespace stillpoint::ui
