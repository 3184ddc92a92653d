#pragma once

#include "ui/shell/page.h"

class QVBoxLayout;

namespace stillpoint {
struct Error;
enum class Setting;
} // namespace stillpoint

namespace stillpoint::ui {

class Card;

/// What a person can set: looks, day and scales, library places, where the data lies.
class SettingsPage final : public Page
{
    Q_OBJECT
public:
    SettingsPage(const ShellContext &context, QWidget *parent);

private:
    QWidget *makeAppearance();
    QWidget *makeJournal();
    QWidget *makeLibrary();
    QWidget *makeData();
    void fillPlaces();
    void addFolder();
    bool toggleScale(const QString &code, bool on); ///< false when it is the last one and stays
    void set(Setting setting, const QVariant &value);
    /// One line of a card: a name, what it does, and its control.
    void addLine(Card *card, const QString &name, const QString &help, QWidget *control);

    QVBoxLayout *m_places = nullptr;
};

} // namespace stillpoint::ui
