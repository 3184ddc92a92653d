#pragma once

#include "app/base/error.h"

#include <QRgb>

namespace stillpoint::bench {

/// The colour of the picture in the article and in the bare page: seen on the screen, the page is painted.
constexpr QRgb markColor = qRgb(255, 0, 255);

/// What the measured programs work on, made once below one folder.
struct BenchData
{
    QString filledFolder; ///< data folder with a year of entries and a catalogue; copy it, as each run may
                          ///< leave a lock
    QString article;      ///< an article of that catalogue with the mark
    QString page;         ///< a small HTML file with the mark
};
Result<BenchData> makeBenchData(const QString &folder);

/// Copies the files of a data folder.
bool copyFolder(const QString &from, const QString &to);

} // namespace stillpoint::bench
