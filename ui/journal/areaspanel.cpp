#include "ui/journal/areaspanel.h"

#include "app/journal/regions.h"
#include "ui/journal/arealist.h"
#include "ui/journal/searchpopup.h"
#include "ui/shell/theme.h"
#include "ui/widgets/bodymap.h"
#include "ui/widgets/segmented.h"

#include <QFrame>
#include <QVBoxLayout>

namespace stillpoint::ui {

AreasPanel::AreasPanel(const Theme &theme, const Scale &pain, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layers(new Segmented({tr("Hurts"), tr("Worked on")}, tr("Layer of the body map"), this))
    , m_map(new BodyMap(theme, this))
    , m_list(new AreaList(theme, pain, this))
{
    m_layers->setObjectName(QStringLiteral("bodyLayer"));
    m_layers->setCurrent(0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme.px(2), 0, 0);
    column->setSpacing(theme.px(8));
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(m_map);
    column->addWidget(card);
    column->addWidget(m_list);
    connect(m_layers, &Segmented::chosen, this,
            [this](int index) { m_map->setLayer(index == 0 ? BodyLayer::Hurts : BodyLayer::Worked); });
    connect(m_map, &BodyMap::edited, this, [this] {
        m_list->follow(m_map->areas());
        Q_EMIT edited();
    });
    connect(m_list, &AreaList::edited, this, [this] {
        m_map->setAreas(m_list->areas());
        Q_EMIT edited();
    });
    connect(m_list, &AreaList::addAsked, this, &AreasPanel::askForPlace);
}

BodyAreas AreasPanel::areas() const
{
    return m_list->areas();
}

RegionPains AreasPanel::pains() const
{
    return m_list->pains();
}

void AreasPanel::start(const BodyAreas &areas, const RegionPains &pains)
{
    m_map->setAreas(areas);
    m_list->start(areas, pains);
}

void AreasPanel::askForPlace()
{
    QList<SearchPopup::Item> items;
    for (const Region &region : shippedRegions())
        items.append({region.code, region.name});
    std::sort(items.begin(), items.end(), [](const SearchPopup::Item &a, const SearchPopup::Item &b) {
        return QString::localeAwareCompare(a.text, b.text) < 0;
    });
    const QString label = m_map->layer() == BodyLayer::Hurts ? tr("Where it hurts") : tr("Where was worked");
    auto *popup = new SearchPopup(m_theme, label, items, this);
    connect(popup, &SearchPopup::chosen, this,
            [this](const QString &code) { m_list->add(code, m_map->layer()); });
    popup->openBelow(m_list);
}

} // namespace stillpoint::ui
