#pragma once

#include "ui/shell/page.h"

class QBoxLayout;

namespace stillpoint::ui {

/// What a person sees on an empty data folder: what the program is for, three ways to begin, what comes when.
class FirstRunPage final : public Page
{
    Q_OBJECT
public:
    FirstRunPage(const ShellContext &context, QWidget *parent);
    void arrive(const Destination &destination) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeDoor(const QString &icon, const QString &title, const QString &text, QWidget *button);
    void makeDoors();
    QWidget *makePromise();
    QWidget *makeWhereabouts();
    void addFolder();
    void openSamples();
    void relayout();

    QBoxLayout *m_doors = nullptr;
    QBoxLayout *m_promise = nullptr;
    QWidget *m_firstButton = nullptr;
};

} // namespace stillpoint::ui
