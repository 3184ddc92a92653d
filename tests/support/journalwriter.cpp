#include "app/base/identifiers.h"
#include "app/journal/journal.h"

#include <QCoreApplication>

#include <cstdio>

using namespace stillpoint;

/// journalwriter DIR COUNT: writes COUNT check-ins (0: until killed) and prints each id once it is on disk.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QString folder = QCoreApplication::arguments().at(1) + QLatin1Char('/');
    const int count = QCoreApplication::arguments().at(2).toInt();
    const SystemClock clock;
    Journal::Options options;
    options.file = folder + QStringLiteral("journal.db");
    options.deviceFile = folder + QStringLiteral("device");
    options.backupsFolder = folder + QStringLiteral("backups");
    const auto journal = Journal::open(options, clock);
    for (int i = 0; journal && (count == 0 || i < count); ++i) {
        CheckIn checkIn;
        checkIn.id = newId(clock.now().utcMs);
        checkIn.time = When::at(clock.now());
        checkIn.ratings[{Phase::AdHoc, QStringLiteral("stress"), {}}].value = i % 11;
        if (const auto put = (*journal)->put({checkIn}); !put) {
            std::fprintf(stderr, "%s\n", qUtf8Printable(put.error().message));
            return 1;
        }
        std::puts(qUtf8Printable(idText(checkIn.id)));
        std::fflush(stdout);
    }
    if (!journal)
        std::fprintf(stderr, "%s\n", qUtf8Printable(journal.error().message));
    return journal ? 0 : 1;
}
