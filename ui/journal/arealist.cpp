#include "ui/journal/arealist.h"

#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/taborder.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace stillpoint::ui {

AreaList::AreaList(const Theme &theme, const Scale &pain, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_pain(pain)
    , m_rows(new QVBoxLayout)
    , m_more(makeButton(theme, ButtonKind::Link, {}, this))
    , m_add(makeButton(theme, ButtonKind::Link, tr("Add an area"), this))
{
    setObjectName(QStringLiteral("areaList"));
    setAccessibleName(tr("Places on the body map"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(2));
    m_rows->setSpacing(0);
    column->addLayout(m_rows);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(0, 0, 0, 0);
    for (QPushButton *link : {m_more, m_add})
        link->setProperty("dense", true);
    m_more->setObjectName(QStringLiteral("areasMore"));
    m_add->setObjectName(QStringLiteral("areasAdd"));
    m_add->setAccessibleDescription(tr("Opens the list of all places to search by name."));
    foot->addWidget(m_more);
    foot->addStretch();
    foot->addWidget(m_add);
    column->addLayout(foot);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_allShown = !m_allShown;
        refresh();
    });
    connect(m_add, &QPushButton::clicked, this, &AreaList::addAsked);
    showFoot();
}

bool AreaList::isOfList(const QString &code) const
{
    return m_areas.isMarked(code) || m_pains.value(code).isRated();
}

bool AreaList::isFolded(const QString &code) const
{
    return !m_areas.hurts.contains(code) && !m_pains.value(code).isRated() && !m_unfolded.contains(code);
}

void AreaList::start(const BodyAreas &areas, const RegionPains &pains)
{
    m_areas = areas;
    m_pains = pains;
    m_unfolded.clear();
    m_allShown = false;
    QSet<QString> codes = areas.worked;
    for (const QStringList &more : {areas.hurts.keys(), pains.keys()})
        codes.unite({more.cbegin(), more.cend()});
    m_order = QStringList(codes.cbegin(), codes.cend());
    std::sort(m_order.begin(), m_order.end(), [this](const QString &a, const QString &b) {
        const int levelA = m_areas.hurts.value(a);
        const int levelB = m_areas.hurts.value(b);
        return levelA != levelB ? levelA > levelB
                                : QString::localeAwareCompare(regionName(a), regionName(b)) < 0;
    });
    qDeleteAll(m_made);
    m_made.clear();
    refresh();
}

void AreaList::follow(const BodyAreas &areas)
{
    m_areas = areas;
    refresh();
}

AreaRow *AreaList::row(const QString &code) const
{
    const auto found =
        std::find_if(m_made.begin(), m_made.end(), [&](const AreaRow *each) { return each->code() == code; });
    return found == m_made.end() ? nullptr : *found;
}

void AreaList::makeRow(const QString &code)
{
    auto *made = new AreaRow(m_theme, m_pain, code, this);
    for (AreaButton *button : made->buttons()) {
        button->setFocusPolicy(Qt::ClickFocus);
        button->installEventFilter(this);
    }
    connect(made, &AreaRow::cycled, this, [this, code](BodyLayer layer) { cycle(code, layer); });
    connect(made, &AreaRow::ratingsMade, this, &AreaList::refresh);
    connect(made, &AreaRow::removed, this, [this, code] { remove(code); });
    connect(made, &AreaRow::painRated, this, [this, code](const RegionPain &pain) {
        if (pain.isRated())
            m_pains.insert(code, pain);
        else
            m_pains.remove(code);
        refresh();
        Q_EMIT edited();
    });
    m_made.append(made);
}

/// Makes the rows that are new, drops those that are gone and shows the others as they are now. Rows that
/// hurt stand before those only worked on.
void AreaList::refresh()
{
    QStringList codes = m_areas.hurts.keys();
    codes += QStringList(m_areas.worked.cbegin(), m_areas.worked.cend());
    codes.sort();
    for (const QString &code : std::as_const(codes)) {
        if (!m_order.contains(code))
            m_order.append(code);
    }
    m_order.removeIf([this](const QString &code) { return !isOfList(code); });
    const auto gone = std::stable_partition(m_made.begin(), m_made.end(),
                                            [this](const AreaRow *each) { return isOfList(each->code()); });
    for (auto it = gone; it != m_made.end(); ++it) {
        (*it)->hide();
        (*it)->deleteLater();
    }
    m_made.erase(gone, m_made.end());
    std::stable_partition(m_order.begin(), m_order.end(),
                          [this](const QString &code) { return !isFolded(code); });
    for (const QString &code : std::as_const(m_order)) {
        if (!row(code))
            makeRow(code);
        AreaRow *each = row(code);
        if (!isFolded(code))
            m_unfolded.insert(code);
        m_rows->removeWidget(each);
        m_rows->addWidget(each);
        each->display(m_areas, m_pains.value(code));
        each->setVisible(m_allShown || !isFolded(code));
        for (QWidget *stop : each->stops())
            tabBefore(m_more, stop);
    }
    if (!m_tabStop || m_tabStop->isHidden() || !m_tabStop->parentWidget()->isVisibleTo(this)) {
        const auto first = std::find_if(m_order.begin(), m_order.end(),
                                        [this](const QString &code) { return row(code)->isVisibleTo(this); });
        makeTabStop(first == m_order.end() ? nullptr : row(*first)->buttons().first());
    }
    showFoot();
    updateGeometry();
}

void AreaList::showFoot()
{
    const auto folded = static_cast<int>(std::count_if(
        m_order.begin(), m_order.end(), [this](const QString &code) { return isFolded(code); }));
    m_more->setVisible(folded > 0);
    if (m_allShown)
        m_more->setText(tr("Show only what hurts"));
    else if (folded == m_order.size())
        m_more->setText(tr("%n worked on", nullptr, folded));
    else
        m_more->setText(tr("%n more, worked on only", nullptr, folded));
    m_more->setAccessibleName(m_more->text());
}

void AreaList::add(const QString &code, BodyLayer layer)
{
    const bool isNew = m_areas.level(code, layer) == 0;
    if (isNew)
        m_areas.setLevel(code, layer, 1);
    if (isFolded(code))
        m_unfolded.insert(code);
    refresh();
    if (const AreaRow *added = row(code))
        added->button(layer == BodyLayer::Hurts ? AreaButton::Part::Level : AreaButton::Part::Worked)
            ->setFocus(Qt::OtherFocusReason);
    if (isNew)
        Q_EMIT edited();
}

void AreaList::cycle(const QString &code, BodyLayer layer)
{
    const BodyAreas before = m_areas;
    m_areas.cycle(code, layer);
    // What was marked only here and is not any more leaves the list with its row.
    if (!isOfList(code)) {
        m_areas = before;
        remove(code);
        return;
    }
    m_unfolded.insert(code);
    refresh();
    Q_EMIT edited();
}

void AreaList::setHurts(const QString &code, int level)
{
    if (m_areas.hurts.value(code) == level)
        return;
    m_areas.setLevel(code, BodyLayer::Hurts, level);
    if (!isOfList(code)) {
        remove(code);
        return;
    }
    m_unfolded.insert(code);
    refresh();
    Q_EMIT edited();
}

void AreaList::remove(const QString &code)
{
    const AreaRow *leaving = row(code);
    QWidget *focused = focusWidget();
    const bool hadFocus = leaving && focused && focused->hasFocus() && leaving->isAncestorOf(focused);
    QStringList shown;
    for (const QString &each : std::as_const(m_order)) {
        if (row(each)->isVisibleTo(this))
            shown.append(each);
    }
    const qsizetype at = shown.indexOf(code);
    const QString neighbour = shown.value(at + 1, at > 0 ? shown.value(at - 1) : QString());
    m_areas.hurts.remove(code);
    m_areas.worked.remove(code);
    m_pains.remove(code);
    refresh();
    if (hadFocus) {
        if (const AreaRow *next = row(neighbour))
            next->buttons().last()->setFocus(Qt::OtherFocusReason);
        else
            m_add->setFocus(Qt::OtherFocusReason);
    }
    Q_EMIT edited();
}

void AreaList::makeTabStop(AreaButton *button)
{
    if (m_tabStop)
        m_tabStop->setFocusPolicy(Qt::ClickFocus);
    m_tabStop = button;
    if (button)
        button->setFocusPolicy(Qt::StrongFocus);
}

bool AreaList::eventFilter(QObject *watched, QEvent *event)
{
    auto *button = qobject_cast<AreaButton *>(watched);
    if (!button)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::FocusIn)
        makeTabStop(button);
    if (event->type() == QEvent::KeyPress) {
        auto *row = qobject_cast<AreaRow *>(button->parentWidget());
        if (row && pressKey(row, button, *static_cast<QKeyEvent *>(event)))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool AreaList::pressKey(AreaRow *row, AreaButton *button, const QKeyEvent &event)
{
    if ((event.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    const int forward = isRightToLeft() ? -1 : 1;
    const auto at = static_cast<int>(row->buttons().indexOf(button));
    const auto focus = [row](int index) {
        if (index >= 0 && index < row->buttons().size())
            row->buttons().at(index)->setFocus(Qt::OtherFocusReason);
    };
    switch (event.key()) {
    case Qt::Key_Left:
        focus(at - forward);
        return true;
    case Qt::Key_Right:
        focus(at + forward);
        return true;
    case Qt::Key_Up:
        moveFocus(row, button->part(), -1);
        return true;
    case Qt::Key_Down:
        moveFocus(row, button->part(), 1);
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        remove(row->code());
        return true;
    default:
        break;
    }
    const int digit = event.key() - Qt::Key_0;
    if (digit < 0 || digit > BodyAreas::most(BodyLayer::Hurts))
        return false;
    setHurts(row->code(), digit);
    return true;
}

void AreaList::moveFocus(AreaRow *from, AreaButton::Part part, int by)
{
    for (qsizetype at = m_order.indexOf(from->code()) + by; at >= 0 && at < m_order.size(); at += by) {
        const AreaRow *next = row(m_order.at(at));
        if (!next->isVisibleTo(this))
            continue;
        next->button(part)->setFocus(Qt::OtherFocusReason);
        return;
    }
}

} // namespace stillpoint::ui
