#pragma once

#include "app/journal/scales.h"

#include <QWidget>

namespace stillpoint::ui {

class Theme;

/// A rating on its scale as dots: hollow clay before, filled pine after (or alone), joined by a line.
class RatingDots final : public QWidget
{
    Q_OBJECT
public:
    RatingDots(const Theme &theme, const Scale &scale, std::optional<double> before,
               std::optional<double> after, QWidget *parent);
    /// "7 to 4", "4, not rated before".
    static QString text(std::optional<double> before, std::optional<double> after, bool pair);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Scale m_scale;
    std::optional<double> m_before;
    std::optional<double> m_after;
};

} // namespace stillpoint::ui
