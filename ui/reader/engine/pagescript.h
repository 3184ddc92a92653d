#pragma once

#include "ui/reader/readerview.h"

class QVariant;

/// The C++ side of reader.js: calls as source text, answers as values. Every argument is encoded as JSON.
namespace stillpoint::ui::pagescript {

QString library(); ///< defines the functions below; to be run first in every page that was loaded

QString setStyle(const ReaderStyle &style);
QString setHighlights(const QList<ReaderHighlight> &highlights);
QString goTo(const TextAnchor &anchor);
QString goToHeading(const QString &heading);
QString goToAbove(double share);
QString above();
QString position();
QString selection();

QByteArray css(const ReaderStyle &style); ///< custom properties, text size included
ReadingPosition toPosition(const QVariant &answer);
std::optional<TextAnchor> toAnchor(const QVariant &answer);

} // namespace stillpoint::ui::pagescript
