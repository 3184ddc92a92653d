#pragma once

#include "ui/shell/page.h"

class QLabel;

namespace stillpoint::ui {

/// One quiet line above Today while the demo journal is there, and the way to be rid of it.
class DemoLine final : public QWidget
{
    Q_OBJECT
public:
    DemoLine(const ShellContext &context, QWidget *parent);

private:
    void refresh();
    void remove();

    ShellContext m_context;
    QLabel *m_words;
};

} // namespace stillpoint::ui
