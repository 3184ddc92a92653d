#pragma once

#include <QMap>
#include <QSet>
#include <QString>

namespace stillpoint::ui {

/// The two things that are noted of a region of the body.
enum class BodyLayer { Hurts, Worked };

/// What is noted of the body: where it hurts, level 1 to 3, and where was worked. Keys are region codes.
struct BodyAreas
{
    QMap<QString, int> hurts;
    QSet<QString> worked;

    static int most(BodyLayer layer) { return layer == BodyLayer::Hurts ? 3 : 1; }
    int level(const QString &code, BodyLayer layer) const; ///< 0: not marked
    void setLevel(const QString &code, BodyLayer layer, int level);
    /// One more, and nothing after the most.
    void cycle(const QString &code, BodyLayer layer);
    bool isMarked(const QString &code) const { return hurts.contains(code) || worked.contains(code); }
    bool operator==(const BodyAreas &) const = default;
};

QString regionName(const QString &code); ///< "Right jaw"; the code where it is unknown
/// "hurts, 2 of 3; worked on", or "not marked".
QString areaState(const BodyAreas &areas, const QString &code);

} // namespace stillpoint::ui
