#pragma once

#include <QWidget>

namespace stillpoint::ui {

class Theme;

/// What a few weeks of entries will look like, drawn in outline and labelled as an example. No real data, no
/// input.
class ExampleChart final : public QWidget
{
    Q_OBJECT
public:
    explicit ExampleChart(const Theme &theme, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace stillpoint::ui
