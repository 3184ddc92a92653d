#pragma once

#include <QColor>
#include <QIconEngine>

namespace stillpoint::ui {

/// Draws resources/icons/NAME.svg with `currentColor` replaced, square, at `side` logical pixels.
QPixmap drawIcon(const QString &name, const QColor &color, int side, qreal devicePixelRatio);

/// A line icon that is drawn sharp at every size, in one colour and a second one while disabled.
class TokenIconEngine final : public QIconEngine
{
public:
    TokenIconEngine(QString name, const QColor &color, const QColor &disabled);
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine *clone() const override;

private:
    QString m_name;
    QColor m_color;
    QColor m_disabled;
};

} // namespace stillpoint::ui
