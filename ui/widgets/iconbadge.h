#pragma once

#include "ui/shell/theme.h"

#include <QWidget>

namespace stillpoint::ui {

/// An icon on a filled disc, 40 px.
class IconBadge final : public QWidget
{
    Q_OBJECT
public:
    IconBadge(const Theme &theme, QString icon, Token fill, Token ink, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_icon;
    Token m_fill;
    Token m_ink;
};

} // namespace stillpoint::ui
