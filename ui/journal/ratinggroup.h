#pragma once

#include "app/journal/scales.h"
#include "ui/widgets/ratingrow.h"

class QLabel;

namespace stillpoint::ui {

/// One scale before and after a session: two rating rows under each other beside the scale's name.
class RatingGroup final : public QWidget
{
    Q_OBJECT
public:
    RatingGroup(const Theme &theme, const Scale &scale, QWidget *parent);
    RatingRow *before() const { return m_before; }
    RatingRow *after() const { return m_after; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    bool isStacked(int width) const; ///< the name above the rows instead of beside them

    const Theme &m_theme;
    QLabel *m_name;
    QLabel *m_hint;
    QLabel *m_beforeWord;
    QLabel *m_afterWord;
    RatingRow *m_before;
    RatingRow *m_after;
};

} // namespace stillpoint::ui
