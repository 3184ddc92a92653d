#pragma once

#include <QWidget>

class QButtonGroup;

namespace stillpoint::ui {

/// A row of joined buttons of which one is on: "any | all", "30 d | 90 d | 1 y | All". One tab stop, arrows
/// inside.
class Segmented final : public QWidget
{
    Q_OBJECT
public:
    Segmented(const QStringList &texts, const QString &accessibleName, QWidget *parent);
    int current() const;
    void setCurrent(int index); ///< without a signal

Q_SIGNALS:
    void chosen(int index); ///< by the person

private:
    QButtonGroup *m_group;
};

} // namespace stillpoint::ui
