#pragma once

#include "ui/shell/navigator.h"

#include <QWidget>

#include <functional>

namespace stillpoint {
class Workspace;
struct Error;
} // namespace stillpoint

namespace stillpoint::ui {

class Commands;
class Prompts;
class Theme;
class Toast;

/// What every page may use. References live as long as the window.
struct ShellContext
{
    Workspace &workspace;
    Navigator &navigator;
    Theme &theme;
    Prompts &prompts;
    Toast &toast;
    Commands &commands;
    std::function<void()> undo; ///< the window's undo, for toasts
};

/// Below this width of the window, in design pixels at the text's size, pages give up words beside controls.
constexpr int tightBelow = 600;

/// One page of the window. Made when first shown.
class Page : public QWidget
{
    Q_OBJECT
public:
    Page(const ShellContext &context, QWidget *parent)
        : QWidget(parent)
        , m_context(context)
    {
        setProperty("ownFocus", true); // a page that has the focus itself shows no ring
    }

    /// The window shows this page for a destination. Called after show().
    virtual void arrive(const Destination &destination) { Q_UNUSED(destination) }
    /// Panes in focus order, for F6.
    virtual QList<QWidget *> panes() { return {this}; }
    /// False while something is still loading; --screenshot waits for it.
    virtual bool isSettled() const { return true; }
    /// Ctrl+K on this page; true when it has a search box and took the focus.
    virtual bool focusSearch() { return false; }
    /// A journal day began while the page was there, shown or not.
    virtual void newDay() {}

protected:
    const ShellContext &context() const { return m_context; }

private:
    ShellContext m_context;
};

} // namespace stillpoint::ui
