#include "ui/library/paintedtext.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>

namespace stillpoint::ui {

namespace {

/// The marks as they fall on text that starts at `from` and is `length` units long.
QList<QTextLayout::FormatRange> formats(const PaintedText &text, int from, int length)
{
    QList<QTextLayout::FormatRange> ranges;
    QTextCharFormat format;
    format.setForeground(text.markText);
    for (const auto &[start, size] : text.marks) {
        const int begin = qMax(0, start - from);
        const int end = qMin(length, start + size - from);
        if (begin < end)
            ranges.append({begin, end - begin, format});
    }
    return ranges;
}

void paintLine(QPainter &painter, const QRectF &area, const PaintedText &text, const QString &line, int from,
               int visible)
{
    QTextLayout layout(line, text.font);
    const QList<QTextLayout::FormatRange> ranges = formats(text, from, visible);
    layout.setFormats(ranges);
    layout.beginLayout();
    QTextLine laid = layout.createLine();
    if (laid.isValid())
        laid.setLineWidth(area.width() + 100);
    layout.endLayout();
    if (!laid.isValid())
        return;
    const QPointF at(area.x(), area.y() + (area.height() - laid.height()) / 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(text.markFill);
    for (const QTextLayout::FormatRange &range : ranges) {
        const qreal left = laid.cursorToX(range.start);
        const qreal right = laid.cursorToX(range.start + range.length);
        painter.drawRoundedRect(
            QRectF(area.x() + left - 1.5, area.y() + 0.5, right - left + 3, area.height() - 1), 3, 3);
    }
    painter.setPen(text.color);
    layout.draw(&painter, at);
}

} // namespace

void paintText(QPainter &painter, const QRectF &area, const PaintedText &text)
{
    QTextLayout layout(text.text, text.font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QRectF row(area.x(), area.y(), area.width(), text.lineHeight);
    for (int i = 0; i < text.maximumLines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(area.width());
        const int from = line.textStart();
        const bool last = i + 1 == text.maximumLines;
        const bool cut = last && from + line.textLength() < text.text.size();
        QString shown = text.text.mid(from, line.textLength());
        int visible = static_cast<int>(shown.size());
        if (cut) {
            shown = QFontMetricsF(text.font).elidedText(text.text.mid(from, line.textLength() + 40),
                                                        Qt::ElideRight, area.width());
            visible = static_cast<int>(shown.size()) - 1;
        }
        paintLine(painter, row, text, shown, from, visible);
        row.translate(0, text.lineHeight);
    }
    layout.endLayout();
}

bool LineFit::fits(const QString &text, int width)
{
    int used = 2;
    for (const QChar c : text) {
        auto known = m_widths.constFind(c);
        if (known == m_widths.constEnd())
            known = m_widths.insert(c, QFontMetrics(m_font).horizontalAdvance(c));
        used += *known;
        if (used > width)
            return false;
    }
    return true;
}

} // namespace stillpoint::ui
