#pragma once

#include "app/base/error.h"
#include "ui/charts/drawing.h"
#include "ui/shell/theme.h"

#include <QByteArray>
#include <QImage>

#include <optional>

namespace stillpoint::ui {

enum class PictureFormat { Png, Svg, Pdf };
/// By the file's ending; empty for any other.
std::optional<PictureFormat> pictureFormat(const QString &file);

/// What pictures are drawn with unless asked otherwise: light, at the usual text size, as paper is.
class PaperTheme
{
public:
    explicit PaperTheme(ThemeChoice choice = ThemeChoice::Light) { m_theme.setChoice(choice); }
    const Theme &theme() const { return m_theme; }

private:
    Theme m_theme;
};

/// A drawing as a picture to give away: title, dates and n above it, its notes under it. SVG and PDF are
/// vectors with text. In the colours and text size of `theme`. GUI thread.
QByteArray chartBytes(const Drawing &drawing, const Theme &theme, PictureFormat format);
QImage chartImage(const Drawing &drawing, const Theme &theme);
/// Writes it in the format of the file's ending. Invalid for another ending; otherwise the file is replaced
/// whole or not at all.
Result<void> saveChart(const Drawing &drawing, const Theme &theme, const QString &file);

} // namespace stillpoint::ui
