#include "ui/widgets/labels.h"

#include <QHash>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>

namespace stillpoint::ui {

namespace {

/// Line height over font size, by the style sheet's name of the role.
double lineRatio(const QString &role)
{
    static const QHash<QString, double> ratios{
        {QStringLiteral("hero"), 40.0 / 32},        {QStringLiteral("page"), 32.0 / 24},
        {QStringLiteral("sheet"), 28.0 / 20},       {QStringLiteral("card"), 24.0 / 16},
        {QStringLiteral("row"), 20.0 / 15},         {QStringLiteral("rowRead"), 20.0 / 15},
        {QStringLiteral("body"), 20.0 / 14},        {QStringLiteral("bodyMedium"), 20.0 / 14},
        {QStringLiteral("bodyStrong"), 20.0 / 14},  {QStringLiteral("dense"), 19.0 / 13},
        {QStringLiteral("denseStrong"), 19.0 / 13}, {QStringLiteral("caption"), 16.0 / 12},
        {QStringLiteral("lead"), 31.0 / 20}};
    return ratios.value(role, 0);
}

/// QLabel sets lines at the font's own distance; this one at the type scale's.
class SpacedLabel final : public QLabel
{
public:
    using QLabel::QLabel;

    QSize sizeHint() const override
    {
        const QSize own = QLabel::sizeHint();
        return {own.width(), setsLines() ? heightForWidth(own.width()) : std::max(own.height(), line())};
    }

    QSize minimumSizeHint() const override
    {
        const QSize own = QLabel::minimumSizeHint();
        return {own.width(), std::max(own.height(), line())};
    }

    int heightForWidth(int width) const override
    {
        if (!setsLines()) {
            const int own = QLabel::heightForWidth(width);
            return own < 0 ? own : std::max(own, line());
        }
        const QMargins around = contentsMargins();
        // Layouts ask with all the width there is, also where the label may not take it.
        const int used = std::min(width, maximumWidth()) - around.left() - around.right();
        return textHeight(used) + around.top() + around.bottom();
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        if (!setsLines()) {
            QLabel::paintEvent(event);
            return;
        }
        const QRect room = contentsRect();
        QTextLayout layout;
        const int height = fill(layout, room.width());
        int top = room.top();
        if (alignment() & Qt::AlignVCenter)
            top += (room.height() - height) / 2;
        else if (alignment() & Qt::AlignBottom)
            top += room.height() - height;
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        layout.draw(&painter, QPointF(room.left(), top));
    }

private:
    int line() const { return qRound(font().pixelSize() * lineRatio(property("role").toString())); }

    bool setsLines() const
    {
        return wordWrap() && !text().isEmpty() && line() > 0 &&
               !(textInteractionFlags() & (Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard));
    }

    /// Remembered, since nested layouts ask for the same widths dozens of times before a page is seen.
    int textHeight(int width) const
    {
        if (m_text != text() || m_font != font() || m_line != line()) {
            m_text = text();
            m_font = font();
            m_line = line();
            m_heights.clear();
        }
        auto known = m_heights.constFind(width);
        if (known == m_heights.constEnd()) {
            QTextLayout layout;
            known = m_heights.insert(width, fill(layout, width));
        }
        return *known;
    }

    /// Lays the text out in lines of the role's height; the height of all.
    int fill(QTextLayout &layout, int width) const
    {
        layout.setText(QString(text()).replace(QLatin1Char('\n'), QChar::LineSeparator));
        layout.setFont(font());
        QTextOption option(QStyle::visualAlignment(layoutDirection(), alignment()) &
                           Qt::AlignHorizontal_Mask);
        option.setTextDirection(layoutDirection());
        option.setWrapMode(QTextOption::WordWrap);
        layout.setTextOption(option);
        int y = 0;
        layout.beginLayout();
        for (QTextLine next = layout.createLine(); next.isValid(); next = layout.createLine()) {
            next.setLineWidth(width);
            next.setPosition({0, y + (line() - next.height()) / 2});
            y += line();
        }
        layout.endLayout();
        return y;
    }

    mutable QString m_text;
    mutable QFont m_font;
    mutable int m_line = 0;
    mutable QHash<int, int> m_heights; ///< by width, of the three above
};

} // namespace

QLabel *makeLabel(TextRole role, const QString &text, QWidget *parent, std::optional<Token> token)
{
    auto *label = new SpacedLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("role", roleName(role));
    if (token)
        label->setProperty("tone", tokenName(*token));
    return label;
}

QString plainToolTip(const QString &text)
{
    return text.isEmpty() ? QString() : Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal);
}

void setStyled(QWidget *widget, const char *property, const QVariant &value)
{
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

QWidget *makeRule(QWidget *parent, bool vertical)
{
    auto *rule = new QWidget(parent);
    rule->setAttribute(Qt::WA_StyledBackground);
    rule->setProperty("rule", true);
    if (vertical)
        rule->setFixedWidth(1);
    else
        rule->setFixedHeight(1);
    return rule;
}

} // namespace stillpoint::ui
