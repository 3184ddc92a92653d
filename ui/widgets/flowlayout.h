#pragma once

#include <QLayout>

namespace stillpoint::ui {

/// Lays widgets out in rows that wrap, in reading direction, each centred in its row.
class FlowLayout final : public QLayout
{
public:
    explicit FlowLayout(int spacing = 6, QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override { m_items.append(item); }
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange({0, 0, width, 0}, false); }
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;
    Qt::Orientations expandingDirections() const override { return {}; }

private:
    int arrange(const QRect &rect, bool move) const; ///< returns the height used

    QList<QLayoutItem *> m_items;
};

/// Gives a widget with a FlowLayout the height that its rows need at its width.
void growWithWidth(QWidget *widget);

} // namespace stillpoint::ui
