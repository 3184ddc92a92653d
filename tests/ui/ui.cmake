# Shell and window.
