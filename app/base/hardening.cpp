#include "app/base/hardening.h"

#include <sys/resource.h>
#include <sys/stat.h>

namespace stillpoint {

void hardenProcess()
{
    umask(077);
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
}

} // namespace stillpoint
