#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace stillpoint::ui {

/// A surface with a hairline, radius 8 and padding; optionally a title row with actions at its end.
class Card final : public QFrame
{
    Q_OBJECT
public:
    explicit Card(QWidget *parent);
    /// Adds or changes the title row. `subtitle` is a caption beside the title.
    void setTitle(const QString &title, const QString &subtitle = {});
    void addAction(QWidget *widget); ///< to the end of the title row
    QVBoxLayout *body() { return m_body; }

private:
    void ensureHeader();

    QVBoxLayout *m_body;
    QHBoxLayout *m_header = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_subtitle = nullptr;
};

} // namespace stillpoint::ui
