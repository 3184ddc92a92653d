#pragma once

#include <QColor>
#include <QWebEngineView>

namespace stillpoint::ui {

/// A view that has the paper's colour before its page paints. Qt's is white until then, a flash in the dark.
class PaperView final : public QWebEngineView
{
    Q_OBJECT
public:
    using QWebEngineView::QWebEngineView;

    void setGround(const QColor &ground); ///< of the page too

protected:
    void childEvent(QChildEvent *event) override;

private:
    QColor m_ground = Qt::white;
};

} // namespace stillpoint::ui
