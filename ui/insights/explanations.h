#pragma once

#include <QStringList>

namespace stillpoint::ui {

/// "How is this computed?" in plain words, a paragraph each. `chart` is a name of `--chart`.
QStringList explanation(const QString &chart);

} // namespace stillpoint::ui
