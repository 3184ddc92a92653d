#pragma once

#include "app/journal/records.h"
#include "ui/journal/areabutton.h"
#include "ui/widgets/bodyareas.h"

#include <QWidget>

namespace stillpoint::ui {

class RatingRow;
class Theme;

/// How strong the pain of one region was.
struct RegionPain
{
    std::optional<double> before;
    std::optional<double> after;
    bool isRated() const { return before || after; }
    bool operator==(const RegionPain &) const = default;
};
using RegionPains = QMap<QString, RegionPain>;

/// One region in the list under the body map. Its name opens two rating rows for the pain there.
class AreaRow final : public QWidget
{
    Q_OBJECT
public:
    AreaRow(const Theme &theme, const Scale &pain, const QString &code, QWidget *parent);

    const QString &code() const { return m_code; }
    void display(const BodyAreas &areas, const RegionPain &pain);
    /// From the row's start to its end.
    const QList<AreaButton *> &buttons() const { return m_buttons; }
    QList<QWidget *> stops() const; ///< in tab order, with the ratings when they are open
    AreaButton *button(AreaButton::Part part) const { return m_buttons.at(static_cast<int>(part)); }

Q_SIGNALS:
    void cycled(BodyLayer layer);
    void removed();
    void painRated(const RegionPain &pain);
    void ratingsMade(); ///< there are more stops

private:
    void openRatings(bool on);
    RatingRow *addRating(bool before);

    const Theme &m_theme;
    Scale m_scale;
    QString m_code;
    RegionPain m_pain;
    QList<AreaButton *> m_buttons;
    QWidget *m_ratings = nullptr; ///< made when first opened
    RatingRow *m_before = nullptr;
    RatingRow *m_after = nullptr;
};

} // namespace stillpoint::ui
