#pragma once

namespace stillpoint {

/// First thing in every program: files 0600 and folders 0700 (umask 077), no core dumps, since both would
/// show a person's journal to others. Call before any thread starts.
void hardenProcess();

} // namespace stillpoint
