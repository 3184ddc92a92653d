#include "ui/widgets/partsaccess.h"

#include <QAccessibleWidget>
#include <QPointer>
#include <QWidget>

namespace stillpoint::ui {

namespace {

class PartAccess final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    PartAccess(QWidget *widget, PaintedParts *parts, int part)
        : m_widget(widget)
        , m_parts(parts)
        , m_part(part)
    {
    }

    bool isValid() const override { return !m_widget.isNull(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_widget ? m_widget->window()->windowHandle() : nullptr; }
    QAccessibleInterface *parent() const override
    {
        return m_widget ? QAccessible::queryAccessibleInterface(m_widget) : nullptr;
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return m_widget ? m_parts->partRole() : QAccessible::NoRole; }

    QString text(QAccessible::Text kind) const override
    {
        if (!m_widget || (kind != QAccessible::Name && kind != QAccessible::Description))
            return {};
        return kind == QAccessible::Name ? m_parts->partName(m_part) : m_widget->accessibleName();
    }
    void setText(QAccessible::Text, const QString &) override {}

    QRect rect() const override
    {
        if (!m_widget)
            return {};
        const QRect inside = m_parts->partRect(m_part);
        return {m_widget->mapToGlobal(inside.topLeft()), inside.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!m_widget) {
            state.invalid = true;
            return state;
        }
        state.focusable = true;
        state.focused = m_widget->hasFocus() && m_parts->currentPart() == m_part;
        state.checkable = true;
        state.checked = m_parts->isPartOn(m_part);
        state.invisible = !m_widget->isVisible();
        state.disabled = !m_widget->isEnabled();
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
        if (!m_widget)
            return;
        m_parts->setCurrentPart(m_part);
        if (name == toggleAction())
            m_parts->pressPart(m_part);
        else if (name == setFocusAction())
            m_widget->setFocus(Qt::OtherFocusReason);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<QWidget> m_widget;
    PaintedParts *m_parts; ///< valid while the widget is
    int m_part;
};

/// Owns the interfaces of its parts through Qt's cache.
class PartsAccess final : public QAccessibleWidget
{
public:
    PartsAccess(QWidget *widget, PaintedParts *parts)
        : QAccessibleWidget(widget, QAccessible::Grouping)
        , m_parts(parts)
    {
        for (int part = 0; part < parts->partCount(); ++part)
            m_children.append(QAccessible::registerAccessibleInterface(new PartAccess(widget, parts, part)));
    }
    ~PartsAccess() override
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
        return child(m_parts->partAt(widget()->mapFromGlobal(QPoint(x, y))));
    }
    QAccessibleInterface *focusChild() const override
    {
        return widget()->hasFocus() ? child(m_parts->currentPart()) : nullptr;
    }

private:
    PaintedParts *m_parts;
    QList<QAccessible::Id> m_children;
};

QAccessibleInterface *makeAccess(const QString &, QObject *object)
{
    auto *parts = qobject_cast<PaintedParts *>(object);
    return parts ? new PartsAccess(static_cast<QWidget *>(object), parts) : nullptr;
}

} // namespace

void installPartsAccess()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccess);
        return true;
    }();
    Q_UNUSED(installed)
}

void tellPart(QWidget *widget, int part, QAccessible::Event what)
{
    QAccessibleEvent event(widget, what);
    event.setChild(part);
    QAccessible::updateAccessibility(&event);
}

} // namespace stillpoint::ui
