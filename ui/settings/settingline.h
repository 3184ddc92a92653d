#pragma once

#include <QString>

class QWidget;

namespace stillpoint::ui {

class Card;

/// One line of a settings card: a name, what it does, and its control, which is named after it.
void addLine(Card *card, const QString &name, const QString &help, QWidget *control);

} // namespace stillpoint::ui
