#pragma once

#include "ui/shell/sheetdialog.h"

namespace stillpoint::ui {

/// Version, licence, and the notice of every linked library and font.
class AboutSheet final : public SheetDialog
{
    Q_OBJECT
public:
    AboutSheet(const Theme &theme, QWidget *parent);
};

} // namespace stillpoint::ui
