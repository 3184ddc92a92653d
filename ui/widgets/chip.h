#pragma once

#include <QPushButton>

#include <optional>

namespace stillpoint::ui {

class Theme;

/// A small rounded button that is on or off; on shows a check mark, or the mark of a modality in both states.
class Chip final : public QPushButton
{
    Q_OBJECT
public:
    Chip(const Theme &theme, const QString &text, QWidget *parent);
    /// A modality's mark (ui/widgets/marks.h) instead of the check mark.
    void setMark(int mark);

private:
    void redraw();
    QPixmap markIcon() const;

    const Theme &m_theme;
    std::optional<int> m_mark;
};

} // namespace stillpoint::ui
