#include "ui/journal/effectchips.h"

#include "ui/journal/effectdetail.h"
#include "ui/shell/theme.h"
#include "ui/widgets/aftereffects.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/taborder.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace stillpoint::ui {

namespace {
constexpr int gap = 6;
}

EffectChips::EffectChips(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_flow(new QWidget(this))
    , m_more(new Chip(theme, tr("More"), m_flow))
    , m_open(makeButton(theme, ButtonKind::Link, tr("How strong, how long"), m_flow))
    , m_detailColumn(new QVBoxLayout)
    , m_safety(new QWidget(this))
{
    setObjectName(QStringLiteral("effects"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(gap));
    new FlowLayout(gap, m_flow);
    growWithWidth(m_flow);
    growWithWidth(this);
    m_flow->layout()->addWidget(m_more);
    m_flow->layout()->addWidget(m_open);
    m_open->setProperty("dense", true);
    m_more->setCheckable(false);
    m_more->setObjectName(QStringLiteral("effectMore"));
    m_more->setAccessibleName(tr("More after-effects"));
    m_more->setIcon(theme.icon(QStringLiteral("plus"), Token::Text));
    connect(m_more, &Chip::clicked, this, [this] {
        for (const QString &kind : AfterEffects::rare())
            addChip(kind);
        m_more->hide();
        m_chips.value(AfterEffects::rare().first())->setFocus(Qt::OtherFocusReason);
    });
    column->addWidget(m_flow);
    m_safety->setObjectName(QStringLiteral("effectSafety"));
    auto *line = new QHBoxLayout(m_safety);
    line->setContentsMargins(0, 0, 0, 0);
    auto *icon = new QLabel(m_safety);
    icon->setPixmap(theme.pixmap(QStringLiteral("info"), Token::Text2, 16, devicePixelRatioF()));
    line->addWidget(icon, 0, Qt::AlignTop);
    QLabel *words = makeLabel(TextRole::Body, AfterEffects::safetyLine(), m_safety);
    words->setWordWrap(true);
    line->addWidget(words, 1);
    column->addWidget(m_safety);
    m_open->setObjectName(QStringLiteral("effectOpen"));
    column->addLayout(m_detailColumn);
    connect(m_open, &QPushButton::clicked, this, [this] {
        for (const QString &kind : m_chosen.keys())
            showDetail(kind, true);
        refresh();
    });
    addChip(AfterEffects::none());
    for (const QString &kind : AfterEffects::usual())
        addChip(kind);
    refresh();
}

void EffectChips::addChip(const QString &kind)
{
    if (m_chips.contains(kind))
        return;
    auto *chip = new Chip(m_theme, AfterEffects::name(kind), m_flow);
    chip->setObjectName(QStringLiteral("effect-") + kind);
    connect(chip, &Chip::clicked, this, [this, kind](bool on) { toggle(kind, on); });
    m_chips.insert(kind, chip);
    tabBefore(m_more, chip);
    // What follows the chips stays last.
    for (QWidget *last : QList<QWidget *>{chip, m_more, m_open}) {
        m_flow->layout()->removeWidget(last);
        m_flow->layout()->addWidget(last);
    }
    chip->show();
}

void EffectChips::setChosen(const EffectDrafts &effects)
{
    for (const QString &kind : m_details.keys())
        showDetail(kind, false);
    m_chosen = effects;
    for (const QString &kind : effects.keys())
        addChip(kind);
    refresh();
}

void EffectChips::toggle(const QString &kind, bool on)
{
    const QString none = AfterEffects::none();
    if (on && kind == none) {
        for (const QString &each : m_details.keys())
            showDetail(each, false);
        m_chosen.clear();
    } else if (on) {
        m_chosen.remove(none);
    }
    if (on)
        m_chosen.insert(kind, {});
    else
        m_chosen.remove(kind);
    showDetail(kind, on);
    refresh();
    Q_EMIT edited();
}

void EffectChips::showDetail(const QString &kind, bool on)
{
    if (kind == AfterEffects::none() || on == m_details.contains(kind))
        return;
    if (!on) {
        EffectDetail *gone = m_details.take(kind);
        m_detailColumn->removeWidget(gone);
        gone->hide();
        gone->deleteLater();
        return;
    }
    auto *detail = new EffectDetail(m_theme, kind, this);
    detail->setEffect(m_chosen.value(kind));
    m_details.insert(kind, detail);
    QWidget *before = m_open;
    if (m_detailColumn->count() > 0)
        before = static_cast<EffectDetail *>(m_detailColumn->itemAt(m_detailColumn->count() - 1)->widget())
                     ->stops()
                     .last();
    for (QWidget *stop : detail->stops())
        setTabOrder(std::exchange(before, stop), stop);
    m_detailColumn->addWidget(detail);
    detail->show();
    connect(detail, &EffectDetail::edited, this, [this, kind, detail] {
        m_chosen.insert(kind, detail->effect());
        refresh();
        Q_EMIT edited();
    });
}

void EffectChips::open(const QString &kind)
{
    if (!m_chosen.contains(kind))
        return;
    showDetail(kind, true);
    refresh();
    m_details.value(kind)->focusHours();
}

void EffectChips::refresh()
{
    for (auto it = m_chips.cbegin(); it != m_chips.cend(); ++it) {
        const bool on = m_chosen.contains(it.key());
        it.value()->setChecked(on);
        const QString text = AfterEffects::summary(it.key(), m_chosen.value(it.key()).severity);
        it.value()->setText(text);
        it.value()->setAccessibleName(text);
    }
    const QStringList kinds = m_chosen.keys();
    m_safety->setVisible(std::any_of(kinds.begin(), kinds.end(), AfterEffects::isRedFlag));
    m_open->setVisible(std::any_of(kinds.begin(), kinds.end(), [this](const QString &kind) {
        return kind != AfterEffects::none() && !m_details.contains(kind);
    }));
    updateGeometry();
}

} // namespace stillpoint::ui
