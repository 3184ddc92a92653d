#pragma once

#include "app/settings/settings.h"

#include <QFrame>

class QVBoxLayout;

namespace stillpoint::ui {

class Segmented;
class Stepper;
class Theme;

/// The pop-up behind the "AA" of the reader bar: size, font, lines and paper of articles. Only shows and
/// asks; what is chosen acts at once, and the pop-up stays until Esc or a click beside it.
class TextPanel final : public QFrame
{
    Q_OBJECT
public:
    TextPanel(const Theme &theme, QWidget *parent);

    void setPercent(int percent);
    /// Of ReaderPaper, ReaderFont, ReaderMeasure, ReaderSpacing.
    void setChoice(Setting setting, const QString &code);
    void openBelow(const QWidget *button);

Q_SIGNALS:
    void percentWanted(int percent);
    void choiceWanted(stillpoint::Setting setting, const QString &code);

private:
    struct Choice
    {
        Setting setting;
        QStringList codes;
        Segmented *buttons;
    };
    void addRow(const QString &name, QWidget *control);
    void addChoice(Setting setting, const QString &name, const QStringList &codes, const QStringList &names,
                   const char *objectName);

    QVBoxLayout *m_rows;
    Stepper *m_percent;
    QList<Choice> m_choices;
};

} // namespace stillpoint::ui
