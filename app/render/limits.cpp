#include "app/render/limits.h"

#include <sys/resource.h>

namespace stillpoint {

void limitMemory()
{
#ifndef STILLPOINT_SANITIZED
    constexpr rlim_t bytes = rlim_t{512} * 1024 * 1024;
    const rlimit limit{bytes, bytes};
    setrlimit(RLIMIT_AS, &limit);
#endif
}

void limitJobTime()
{
    constexpr rlim_t secondsPerJob = 3;
    rusage used{};
    rlimit limit{};
    if (getrusage(RUSAGE_SELF, &used) != 0 || getrlimit(RLIMIT_CPU, &limit) != 0)
        return;
    const auto seconds = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1);
    limit.rlim_cur = seconds + secondsPerJob;
    setrlimit(RLIMIT_CPU, &limit);
}

} // namespace stillpoint
