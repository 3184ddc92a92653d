#pragma once

#include "app/base/error.h"
#include "ui/shell/page.h"

class QPushButton;

namespace stillpoint::ui {

class Card;

/// What comes with the program to look around in: sample articles and the demo journal, each added and
/// removed by one click.
class SamplesCard final : public QWidget
{
    Q_OBJECT
public:
    SamplesCard(const ShellContext &context, QWidget *parent);

private:
    QPushButton *addRow(const QString &name, const QString &help, const QString &objectName);
    void refresh();
    void switchArticles();
    void switchDemo();
    void tell(const Result<void> &done, const QString &text);

    ShellContext m_context;
    Card *m_card;
    QPushButton *m_articles;
    QPushButton *m_demo;
};

} // namespace stillpoint::ui
