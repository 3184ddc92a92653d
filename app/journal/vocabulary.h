#pragma once

#include "app/journal/contexts.h"
#include "app/journal/modalities.h"
#include "app/journal/records.h"
#include "app/journal/scales.h"

namespace stillpoint {

/// The words a journal knows: what is shipped and what the person added or reworded. A value; the journal
/// makes a new one when a scale, modality or context changes.
class Vocabulary
{
public:
    /// What is shipped.
    Vocabulary();
    Vocabulary(const QList<ScaleRecord> &scales, const QList<ModalityRecord> &modalities,
               const QList<ContextRecord> &contexts);

    /// The newest version of each, shipped ones first, then the person's own by name.
    const QList<Scale> &scales() const { return m_scales; }
    std::optional<Scale> scale(const QString &code) const;
    /// As it was worded in that version; the newest when there is no such version.
    std::optional<Scale> scale(const QString &code, int version) const;

    const QList<Modality> &modalities() const { return m_modalities; }
    /// By code, name or alias, however they are spelled.
    std::optional<Modality> modality(const QString &typed) const;
    QString modalityName(const QString &code) const; ///< the code where there is no name

    const QList<Context> &contexts() const { return m_contexts; }
    QString contextName(const QString &code) const;
    /// The code for words a person typed; a new one where they are new.
    QString contextCode(const QString &words) const;

private:
    void add(const ScaleRecord &record);

    QList<Scale> m_scales;
    QList<Scale> m_olderScales;
    QList<Modality> m_modalities;
    QList<Context> m_contexts;
};

} // namespace stillpoint
