#pragma once

#include "app/library/articlequery.h"

#include <QAbstractButton>

namespace stillpoint::ui {

class Theme;

/// A round-ended button: a name with a count, checkable; or a filter in force, with its sign, that a press
/// drops.
class FilterChip final : public QAbstractButton
{
    Q_OBJECT
public:
    FilterChip(const Theme &theme, const QString &text, QWidget *parent);
    void setCount(int count);
    void setIconName(const QString &name); ///< before the text
    void makeDroppable(TagState state);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    int textLeft() const;

    const Theme &m_theme;
    QString m_icon;
    QString m_count;
    bool m_droppable = false;
    TagState m_state = TagState::Ignore;
};

} // namespace stillpoint::ui
