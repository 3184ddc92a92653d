#include "app/journal/nearnames.h"

#include "app/base/tag.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace stillpoint {

namespace {

/// Levenshtein distance: single letters added, dropped or exchanged.
qsizetype distance(const QString &a, const QString &b)
{
    std::vector<qsizetype> row(static_cast<std::size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = i;
        row[0] = i + 1;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const bool same = a[i] == b[static_cast<qsizetype>(j) - 1];
            const qsizetype next = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (same ? 0 : 1)});
            diagonal = std::exchange(row[j], next);
        }
    }
    return row.back();
}

/// 0 is the same word; a part of the name counts as one letter off.
qsizetype farness(const QString &typed, const QString &choice)
{
    const QString folded = foldedTag(choice);
    const qsizetype letters = distance(typed, folded);
    return typed.size() >= 3 && folded.contains(typed) ? std::min<qsizetype>(letters, 1) : letters;
}

} // namespace

QStringList nearCodes(const QString &typed, const QList<NamedCode> &choices)
{
    const QString wanted = foldedTag(typed);
    const qsizetype limit = std::max<qsizetype>(2, wanted.size() / 3);
    std::vector<std::pair<qsizetype, QString>> near;
    for (const NamedCode &choice : choices) {
        const QString last = choice.code.section(QLatin1Char('.'), -1);
        const qsizetype far =
            std::min({farness(wanted, choice.code), farness(wanted, choice.name), farness(wanted, last)});
        if (far <= limit)
            near.emplace_back(far, choice.code);
    }
    std::stable_sort(near.begin(), near.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    QStringList codes;
    for (std::size_t i = 0; i < near.size() && i < 3; ++i)
        codes.append(near[i].second);
    return codes;
}

} // namespace stillpoint
