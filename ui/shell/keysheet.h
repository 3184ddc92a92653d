#pragma once

#include "ui/shell/sheetdialog.h"

namespace stillpoint::ui {

/// F1: every command with its keys, from the command table, in groups.
class KeySheet final : public SheetDialog
{
    Q_OBJECT
public:
    KeySheet(const Theme &theme, QWidget *parent);
};

} // namespace stillpoint::ui
