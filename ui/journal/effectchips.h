#pragma once

#include "ui/journal/sessiondraft.h"

#include <QMap>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace stillpoint::ui {

class Chip;
class EffectDetail;
class FlowLayout;
class Theme;

/// What was felt after a session: chips for the kinds, and for those that are on, how strong, after how many
/// hours and for how long. A red flag shows one calm line.
class EffectChips final : public QWidget
{
    Q_OBJECT
public:
    EffectChips(const Theme &theme, QWidget *parent);

    const EffectDrafts &chosen() const { return m_chosen; }
    void setChosen(const EffectDrafts &effects); ///< without a signal, details folded
    void open(const QString &kind);              ///< shows its details and puts the focus on the hours

Q_SIGNALS:
    void edited(); ///< by the person

private:
    void addChip(const QString &kind);
    void toggle(const QString &kind, bool on);
    void showDetail(const QString &kind, bool on);
    void refresh();

    const Theme &m_theme;
    EffectDrafts m_chosen;
    QMap<QString, Chip *> m_chips;
    QMap<QString, EffectDetail *> m_details; ///< those that were opened
    QWidget *m_flow;
    Chip *m_more;
    QPushButton *m_open;
    QVBoxLayout *m_detailColumn;
    QWidget *m_safety;
};

} // namespace stillpoint::ui
