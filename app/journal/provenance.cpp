#include "app/journal/provenance.h"

namespace stillpoint {

Provenance provenanceOf(const When &about, const Moment &now, const Journal &journal)
{
    constexpr qint64 hourMs = 3'600'000;
    if (about.moment && now.utcMs - about.moment->utcMs <= hourMs)
        return Provenance::Live;
    return journal.dayOf(about) >= journal.dayOf(When::at(now)) ? Provenance::SameDay
                                                                : Provenance::Remembered;
}

} // namespace stillpoint
