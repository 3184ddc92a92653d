#pragma once

#include "ui/journal/arearow.h"

namespace stillpoint::ui {

class AreaList;
class BodyMap;
class Segmented;

/// The body map over the list of what is marked on it; both change the same value.
class AreasPanel final : public QWidget
{
    Q_OBJECT
public:
    AreasPanel(const Theme &theme, const Scale &pain, QWidget *parent);

    BodyAreas areas() const;
    RegionPains pains() const;
    void start(const BodyAreas &areas, const RegionPains &pains); ///< without a signal
    /// "Hurts | Worked on", to be put beside the panel's heading.
    Segmented *layers() const { return m_layers; }

Q_SIGNALS:
    void edited(); ///< by the person

private:
    void askForPlace();

    const Theme &m_theme;
    Segmented *m_layers;
    BodyMap *m_map;
    AreaList *m_list;
};

} // namespace stillpoint::ui
