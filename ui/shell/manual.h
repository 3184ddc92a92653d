#pragma once

class QObject;

namespace stillpoint::ui {

struct ShellContext;

/// Adds the manual to the library, or brings it up to date, and shows its first article as soon as the
/// library has it; `owner` lives as long as the window.
void openManual(const ShellContext &context, QObject *owner);

} // namespace stillpoint::ui
