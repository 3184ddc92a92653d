#pragma once

#include "app/journal/records.h"

#include <QCoreApplication>

#include <functional>

namespace stillpoint {
class Journal;
class Vocabulary;
} // namespace stillpoint

namespace stillpoint::ui {

/// How sessions are named wherever they appear.
class SessionTexts
{
    Q_DECLARE_TR_FUNCTIONS(SessionTexts)
public:
    /// "Deep tissue"; words for a code that has no name.
    static QString modality(const Vocabulary &words, const QString &code);
    static QString modalities(const Vocabulary &words, const Session &session);  ///< "Deep tissue, Thai"
    static QString practitioner(const Journal &journal, const Session &session); ///< empty when none
    /// Worked-on or hurting areas and circumstances within a sentence: "neck, poor sleep".
    static QString areas(const QSet<QString> &codes);
    static QString circumstances(const Vocabulary &words, const QSet<QString> &codes);
    static QString pressureWord(int pressure); ///< "firm"
    // Within a sentence; empty when unknown.
    static QString setting(SessionSetting setting); ///< "practice"
    static QString aim(Aim aim);                    ///< "for mobility"
    static QString pressureFeel(PressureFeel feel); ///< "too light"
    /// "Deep tissue, Ines Okafor, 60 min, pressure 4"
    static QString summary(const Journal &journal, const Session &session);
};

/// The newest done session of the person's own, among those that match.
std::optional<Session> lastSession(const Journal &journal,
                                   const std::function<bool(const Session &)> &matches = {});

} // namespace stillpoint::ui
