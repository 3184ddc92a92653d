#pragma once

#include "app/journal/journal.h"

#include <QCoreApplication>

namespace stillpoint::ui {

/// What is known of a session besides its time, modality, areas, ratings and notes.
class SessionFacts
{
    Q_DECLARE_TR_FUNCTIONS(SessionFacts)
public:
    using Fact = QPair<QString, QString>; ///< its name, its value in words
    /// In the order of reading; only what was filled in.
    static QList<Fact> of(const Session &session, const Journal &journal);
    /// What the body map shows, in words.
    struct Areas
    {
        QString title; ///< "Hurts, 5"
        QString brief; ///< "most: right jaw"
        QString full;  ///< every place
    };
    static Areas hurts(const Session &session);
    static Areas workedOn(const Session &session);
};

} // namespace stillpoint::ui
