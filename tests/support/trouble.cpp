// Preloaded into a program of ours, this makes the disk fail: from the STILLPOINT_TROUBLE_AT-th call on,
// every call on a file whose path contains STILLPOINT_TROUBLE_FILE fails as STILLPOINT_TROUBLE says: "full"
// and "broken" fail writing, "unsynced" fails syncing.
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

#include <dlfcn.h>
#include <sys/types.h>
#include <unistd.h>

namespace {

std::atomic<long> calls{0};

bool isMeant(int file)
{
    const char *part = std::getenv("STILLPOINT_TROUBLE_FILE");
    char path[4096] = {};
    const std::string link = "/proc/self/fd/" + std::to_string(file);
    const bool isKnown = part != nullptr && readlink(link.c_str(), path, sizeof path - 1) > 0;
    return isKnown && std::strstr(path, part) != nullptr;
}

/// The error that a call of this sort gets now; 0 for none.
int trouble(int file, bool isSync)
{
    const char *kind = std::getenv("STILLPOINT_TROUBLE");
    const char *at = std::getenv("STILLPOINT_TROUBLE_AT");
    if (kind == nullptr || at == nullptr || (std::strcmp(kind, "unsynced") == 0) != isSync || !isMeant(file))
        return 0;
    if (calls++ < std::atol(at))
        return 0;
    return std::strcmp(kind, "full") == 0 ? ENOSPC : EIO;
}

template<class Function>
Function original(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {

ssize_t write(int file, const void *bytes, size_t size)
{
    if (const int error = trouble(file, false)) {
        errno = error;
        return -1;
    }
    static const auto real = original<ssize_t (*)(int, const void *, size_t)>("write");
    return real(file, bytes, size);
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t at)
{
    if (const int error = trouble(file, false)) {
        errno = error;
        return -1;
    }
    static const auto real = original<ssize_t (*)(int, const void *, size_t, off_t)>("pwrite");
    return real(file, bytes, size, at);
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t at)
{
    if (const int error = trouble(file, false)) {
        errno = error;
        return -1;
    }
    static const auto real = original<ssize_t (*)(int, const void *, size_t, off64_t)>("pwrite64");
    return real(file, bytes, size, at);
}

int fsync(int file)
{
    if (const int error = trouble(file, true)) {
        errno = error;
        return -1;
    }
    static const auto real = original<int (*)(int)>("fsync");
    return real(file);
}

int fdatasync(int file)
{
    if (const int error = trouble(file, true)) {
        errno = error;
        return -1;
    }
    static const auto real = original<int (*)(int)>("fdatasync");
    return real(file);
}

} // extern "C"
