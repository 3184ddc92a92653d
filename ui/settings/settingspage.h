#pragma once

#include "ui/shell/page.h"

class QPushButton;
class QVBoxLayout;

namespace stillpoint {
struct Error;
enum class Setting;
} // namespace stillpoint

namespace stillpoint::ui {

class DataCard;

/// What a person can set: looks, day and scales, library places, data and backups.
class SettingsPage final : public Page
{
    Q_OBJECT
public:
    SettingsPage(const ShellContext &context, QWidget *parent);

    void arrive(const Destination &destination) override;

private:
    QWidget *makeAppearance();
    QWidget *makeJournal();
    QWidget *makeLibrary();
    void fillPlaces();
    void addFolder();
    void set(Setting setting, const QVariant &value);

    QVBoxLayout *m_places = nullptr;
    QPushButton *m_addFolder = nullptr;
    DataCard *m_data;
};

} // namespace stillpoint::ui
