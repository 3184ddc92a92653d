#pragma once

#include "ui/shell/page.h"

class QLabel;
class QPushButton;

namespace stillpoint::ui {

class Card;

/// Where the data lies and how large it is, and backups.
class DataCard final : public QWidget
{
    Q_OBJECT
public:
    DataCard(const ShellContext &context, QWidget *parent);

    void refresh(); ///< sizes, as soon as they are counted, and the last backup

private:
    void addBackups();
    void backUp();
    void showBackups();
    void showSizes();

    ShellContext m_context;
    Card *m_card;
    QLabel *m_sizes;
    QLabel *m_last;
    QPushButton *m_backUp;
};

} // namespace stillpoint::ui
