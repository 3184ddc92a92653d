#pragma once

#include "ui/journal/effectchips.h"

class QHBoxLayout;
class QLineEdit;

namespace stillpoint::ui {

class RatingRow;

/// How strong one after-effect was, when it began and how long it lasted.
class EffectDetail final : public QWidget
{
    Q_OBJECT
public:
    EffectDetail(const Theme &theme, const QString &kind, QWidget *parent);
    void setEffect(const EffectDraft &effect); ///< without a signal
    EffectDraft effect() const;
    void focusHours();
    QList<QWidget *> stops() const; ///< in tab order

Q_SIGNALS:
    void edited();

private:
    QLineEdit *addHours(QHBoxLayout *line, const QString &words, const QString &name,
                        const QString &accessibleName);

    const Theme &m_theme;
    RatingRow *m_severity;
    QLineEdit *m_onset = nullptr;
    QLineEdit *m_hours = nullptr;
};

} // namespace stillpoint::ui
