#pragma once

#include "app/journal/vocabulary.h"

#include <QHash>
#include <QStringList>
#include <QWidget>

namespace stillpoint::ui {

class Chip;
class Theme;

/// Modalities as chips: those used lately, some usual ones, and "Other" with the whole list to search.
/// Several can be on; the first one that was switched on is the main one.
class ModalityChips final : public QWidget
{
    Q_OBJECT
public:
    ModalityChips(const Theme &theme, QWidget *parent);

    /// `recent` are codes, newest first; `marks` as of modalityMarks().
    void setKnown(const Vocabulary &words, const QStringList &recent, const QHash<QString, int> &marks);
    QStringList chosen() const { return m_chosen; }
    void setChosen(const QStringList &codes); ///< without a signal
    /// The next chip switched on replaces what was only filled in.
    void setReplaceNext(bool on) { m_replaceNext = on; }

Q_SIGNALS:
    void edited(); ///< by the person

private:
    void rebuild();
    void toggle(const QString &code, bool on);
    void openList();

    const Theme &m_theme;
    Vocabulary m_words;
    Chip *m_other; ///< stays while the chips before it are made anew
    QStringList m_shown;
    QStringList m_chosen;
    QHash<QString, int> m_marks;
    bool m_replaceNext = false;
};

} // namespace stillpoint::ui
