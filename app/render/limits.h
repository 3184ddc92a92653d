#pragma once

namespace stillpoint {

/// Caps the address space of this process for good at 512 MiB; not in sanitiser builds, which need terabytes.
void limitMemory();

/// Gives the next job three seconds of processor time; over that the kernel ends the process.
void limitJobTime();

} // namespace stillpoint
