#include "ui/shell/iconengine.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace stillpoint::ui {

QPixmap drawIcon(const QString &name, const QColor &color, int side, qreal devicePixelRatio)
{
    const QString key =
        QStringLiteral("icon/%1/%2/%3/%4").arg(name, color.name()).arg(side).arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QSvgRenderer renderer(file.readAll().replace("currentColor", color.name().toLatin1()));
    pixmap = QPixmap(QSize(side, side) * devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(pixmap.rect()));
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

TokenIconEngine::TokenIconEngine(QString name, const QColor &color, const QColor &disabled)
    : m_name(std::move(name))
    , m_color(color)
    , m_disabled(disabled)
{
}

QPixmap TokenIconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale)
{
    const QColor &color = mode == QIcon::Disabled ? m_disabled : m_color;
    const QSize logical = size / scale;
    const int side = qMin(logical.width(), logical.height());
    const QPixmap square = drawIcon(m_name, color, side, scale);
    if (logical.width() == logical.height())
        return square;
    // A wider size keeps a gap between the icon and a button's text.
    QPixmap wide(size);
    wide.setDevicePixelRatio(scale);
    wide.fill(Qt::transparent);
    QPainter painter(&wide);
    painter.drawPixmap(0, (logical.height() - side) / 2, square);
    return wide;
}

QPixmap TokenIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1);
}

void TokenIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal scale = painter->device()->devicePixelRatioF();
    painter->drawPixmap(rect.topLeft(), scaledPixmap(rect.size() * scale, mode, state, scale));
}

QIconEngine *TokenIconEngine::clone() const
{
    return new TokenIconEngine(*this);
}

} // namespace stillpoint::ui
