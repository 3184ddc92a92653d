#pragma once

#include <QString>

class QWidget;

namespace stillpoint::ui {

/// A caption in which words in square brackets are drawn as keys: "press [0] to [9], [X] for 10".
QWidget *makeKeyHint(const QString &text, QWidget *parent);

} // namespace stillpoint::ui
