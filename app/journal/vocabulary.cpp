#include "app/journal/vocabulary.h"

#include "app/base/tag.h"

#include <algorithm>

namespace stillpoint {

namespace {

template<class List>
auto withCode(List &list, const QString &code)
{
    return std::find_if(list.begin(), list.end(), [&](const auto &one) { return one.code == code; });
}

template<class Record>
QList<Record> byId(QList<Record> records)
{
    std::sort(records.begin(), records.end(), [](const Record &a, const Record &b) { return a.id < b.id; });
    return records;
}

/// The shipped list with the person's own, which win over a shipped one of the same code.
template<class Named>
void merge(QList<Named> &list, QList<Named> own)
{
    std::stable_sort(own.begin(), own.end(), [](const Named &a, const Named &b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    for (const Named &one : own) {
        if (const auto known = withCode(list, one.code); known != list.end())
            *known = one;
        else
            list.append(one);
    }
}

} // namespace

Vocabulary::Vocabulary()
    : m_scales(shippedScales())
    , m_modalities(shippedModalities())
    , m_contexts(shippedContexts())
{
}

// Ordered by id, so that every device makes the same of two records with one code.
Vocabulary::Vocabulary(const QList<ScaleRecord> &scales, const QList<ModalityRecord> &modalities,
                       const QList<ContextRecord> &contexts)
    : Vocabulary()
{
    for (const ScaleRecord &record : byId(scales))
        add(record);
    const auto firstOwn = m_scales.begin() + shippedScales().size();
    std::stable_sort(firstOwn, m_scales.end(), [](const Scale &a, const Scale &b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    QList<Modality> ownModalities;
    for (const ModalityRecord &record : byId(modalities))
        ownModalities.append(record.modality);
    merge(m_modalities, ownModalities);
    QList<Context> ownContexts;
    for (const ContextRecord &record : byId(contexts))
        ownContexts.append({record.code, record.name});
    merge(m_contexts, ownContexts);
}

void Vocabulary::add(const ScaleRecord &record)
{
    for (const Scale &version : record.versions) {
        const auto known = withCode(m_scales, record.code);
        if (known == m_scales.end()) {
            m_scales.append(version);
        } else if (version.version >= known->version) {
            m_olderScales.append(std::exchange(*known, version));
        } else {
            m_olderScales.append(version);
        }
    }
}

std::optional<Scale> Vocabulary::scale(const QString &code) const
{
    const auto found = withCode(m_scales, code);
    return found == m_scales.end() ? std::nullopt : std::optional(*found);
}

std::optional<Scale> Vocabulary::scale(const QString &code, int version) const
{
    auto newest = scale(code);
    if (!newest || newest->version == version)
        return newest;
    const auto older = std::find_if(m_olderScales.begin(), m_olderScales.end(), [&](const Scale &one) {
        return one.code == code && one.version == version;
    });
    return older == m_olderScales.end() ? newest : std::optional(*older);
}

std::optional<Modality> Vocabulary::modality(const QString &typed) const
{
    if (const auto exact = withCode(m_modalities, typed); exact != m_modalities.end())
        return *exact;
    const QString folded = foldedTag(typed);
    const auto found = std::find_if(m_modalities.begin(), m_modalities.end(), [&](const Modality &one) {
        return foldedTag(one.code) == folded || foldedTag(one.name) == folded ||
               std::any_of(one.aliases.begin(), one.aliases.end(),
                           [&](const QString &alias) { return foldedTag(alias) == folded; });
    });
    return found == m_modalities.end() ? std::nullopt : std::optional(*found);
}

QString Vocabulary::modalityName(const QString &code) const
{
    const auto found = withCode(m_modalities, code);
    return found == m_modalities.end() ? code : found->name;
}

QString Vocabulary::contextName(const QString &code) const
{
    const auto found = withCode(m_contexts, code);
    return found == m_contexts.end() ? stillpoint::contextName(code) : found->name;
}

QString Vocabulary::contextCode(const QString &words) const
{
    const QString folded = foldedTag(words);
    const auto found = std::find_if(m_contexts.begin(), m_contexts.end(), [&](const Context &one) {
        return foldedTag(one.name) == folded || foldedTag(one.code) == folded;
    });
    return found == m_contexts.end() ? stillpoint::contextCode(words) : found->code;
}

} // namespace stillpoint
