#pragma once

#include <QColor>
#include <QFont>
#include <QHash>
#include <QList>
#include <QRectF>
#include <QString>

class QPainter;

namespace stillpoint::ui {

/// Text of a few lines with marked words, for delegates.
struct PaintedText
{
    QString text;
    QList<QPair<int, int>> marks; ///< start and length in UTF-16 units
    QFont font;
    QColor color;
    QColor markFill;
    QColor markText;
    int lineHeight = 20;
    int maximumLines = 2;
};

/// Paints into `area` from its top, the last line shortened with an ellipsis when there is more.
void paintText(QPainter &painter, const QRectF &area, const PaintedText &text);

/// Guesses quickly whether a text fits one line, from the widths of its characters alone: for the heights of
/// thousands of rows. Errs towards "does not fit".
class LineFit
{
public:
    explicit LineFit(const QFont &font)
        : m_font(font)
    {
    }
    bool fits(const QString &text, int width);

private:
    QFont m_font;
    QHash<QChar, int> m_widths;
};

} // namespace stillpoint::ui
