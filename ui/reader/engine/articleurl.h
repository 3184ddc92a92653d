#pragma once

#include <QUrl>

/// Chromium reads `article:x` in a page as relative to that page, and elsewhere as a host. So inside the
/// engine everything lies at one host (`article://page/x`), and outside it keeps its short form
/// (`article:x`).
namespace stillpoint::ui {

inline constexpr char articleScheme[] = "article";

QUrl toEngine(
    const QUrl &url); ///< `article:x/y` or `article://x/y` → `article://page/x/y`; others become invalid
QUrl fromEngine(const QUrl &url); ///< any of these forms → `article:x/y`; others stay as they are

} // namespace stillpoint::ui
