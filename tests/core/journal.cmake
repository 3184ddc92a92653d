# Journal and its CLI.
stillpoint_core_test(journal)
