#pragma once

#include "ui/journal/arearow.h"

#include <QPointer>

class QPushButton;
class QVBoxLayout;

namespace stillpoint::ui {

/// The regions that are marked on the body map, the most hurting first; those only worked on are folded away.
/// Does everything that the map does. One tab stop: arrows move between rows and inside a row, Space or Enter
/// presses, digits set how much it hurts, Delete removes.
class AreaList final : public QWidget
{
    Q_OBJECT
public:
    AreaList(const Theme &theme, const Scale &pain, QWidget *parent);

    const BodyAreas &areas() const { return m_areas; }
    const RegionPains &pains() const { return m_pains; }
    /// Sorts anew; without a signal.
    void start(const BodyAreas &areas, const RegionPains &pains);
    /// Another widget changed them: rows come and go, none is moved. Without a signal.
    void follow(const BodyAreas &areas);
    /// Marks a region in a layer, if it is not, and puts the focus on its row.
    void add(const QString &code, BodyLayer layer);

Q_SIGNALS:
    void edited();
    void addAsked(); ///< the person wants to add a region by its name

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    AreaRow *row(const QString &code) const;
    void makeRow(const QString &code);
    void refresh();
    void showFoot();
    void cycle(const QString &code, BodyLayer layer);
    void setHurts(const QString &code, int level);
    void remove(const QString &code);
    bool isFolded(const QString &code) const;
    bool isOfList(const QString &code) const;
    bool pressKey(AreaRow *row, AreaButton *button, const QKeyEvent &event);
    void moveFocus(AreaRow *row, AreaButton::Part part, int by);
    void makeTabStop(AreaButton *button);

    const Theme &m_theme;
    Scale m_pain;
    BodyAreas m_areas;
    RegionPains m_pains;
    QStringList m_order;
    QSet<QString> m_unfolded; ///< seen in the list since start(), so that they do not vanish under the person
    bool m_allShown = false;
    QVBoxLayout *m_rows;
    QList<AreaRow *> m_made;
    QPointer<AreaButton> m_tabStop;
    QPushButton *m_more;
    QPushButton *m_add;
};

} // namespace stillpoint::ui
