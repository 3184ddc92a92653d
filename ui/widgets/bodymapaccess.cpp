#include "ui/widgets/bodymapaccess.h"

#include "ui/widgets/bodymap.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

namespace stillpoint::ui {

namespace {

class RegionAccess final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    RegionAccess(BodyMap *map, const QString &code)
        : m_map(map)
        , m_code(code)
    {
    }

    bool isValid() const override { return !m_map.isNull(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_map ? m_map->window()->windowHandle() : nullptr; }
    QAccessibleInterface *parent() const override
    {
        return m_map ? QAccessible::queryAccessibleInterface(m_map) : nullptr;
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::CheckBox; }

    QString text(QAccessible::Text kind) const override
    {
        if (!m_map || (kind != QAccessible::Name && kind != QAccessible::Description))
            return {};
        const QString name = regionName(m_code);
        return kind == QAccessible::Name ? BodyMap::tr("%1: %2").arg(name, areaState(m_map->areas(), m_code))
                                         : m_map->accessibleName();
    }
    void setText(QAccessible::Text, const QString &) override {}

    QRect rect() const override
    {
        if (!m_map)
            return {};
        const QRect inside = m_map->regionRect(m_code);
        return {m_map->mapToGlobal(inside.topLeft()), inside.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!m_map) {
            state.invalid = true;
            return state;
        }
        state.focusable = true;
        state.focused = m_map->hasFocus() && m_map->current() == m_code;
        state.checkable = true;
        state.checked = m_map->areas().level(m_code, m_map->layer()) > 0;
        state.invisible = !m_map->isVisible();
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this)
                                                    : nullptr;
    }
    QStringList actionNames() const override { return {toggleAction(), setFocusAction()}; }
    void doAction(const QString &name) override
    {
        if (!m_map)
            return;
        m_map->setCurrent(m_code);
        if (name == toggleAction())
            m_map->cycle(m_code);
        else if (name == setFocusAction())
            m_map->setFocus(Qt::OtherFocusReason);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<BodyMap> m_map;
    QString m_code;
};

/// Owns the interfaces of its regions through Qt's cache.
class MapAccess final : public QAccessibleWidget
{
public:
    explicit MapAccess(BodyMap *map)
        : QAccessibleWidget(map, QAccessible::Grouping)
        , m_codes(map->codes())
    {
        for (const QString &code : std::as_const(m_codes))
            m_children.append(QAccessible::registerAccessibleInterface(new RegionAccess(map, code)));
    }
    ~MapAccess() override
    {
        for (const QAccessible::Id id : std::as_const(m_children))
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return static_cast<int>(m_children.size()); }
    QAccessibleInterface *child(int index) const override
    {
        return index >= 0 && index < childCount() ? QAccessible::accessibleInterface(m_children.at(index))
                                                  : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (this->child(i) == child)
                return i;
        }
        return -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        return child(index(map()->regionAt(map()->mapFromGlobal(QPoint(x, y)))));
    }
    QAccessibleInterface *focusChild() const override
    {
        return map()->hasFocus() ? child(index(map()->current())) : nullptr;
    }

private:
    BodyMap *map() const { return static_cast<BodyMap *>(widget()); }
    int index(const QString &code) const { return static_cast<int>(m_codes.indexOf(code)); }

    QStringList m_codes;
    QList<QAccessible::Id> m_children;
};

QAccessibleInterface *makeAccess(const QString &, QObject *object)
{
    auto *map = qobject_cast<BodyMap *>(object);
    return map ? new MapAccess(map) : nullptr;
}

} // namespace

void installBodyMapAccess()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccess);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace stillpoint::ui
