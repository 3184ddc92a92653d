#pragma once

#include "app/journal/journal.h"

#include <QCoreApplication>

namespace stillpoint::ui {

/// What is known of a session besides its time, modality, ratings and notes.
class SessionFacts
{
    Q_DECLARE_TR_FUNCTIONS(SessionFacts)
public:
    using Fact = QPair<QString, QString>; ///< its name, its value in words
    /// In the order of reading; only what was filled in.
    static QList<Fact> of(const Session &session, const Journal &journal);
};

} // namespace stillpoint::ui
