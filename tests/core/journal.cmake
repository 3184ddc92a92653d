# Journal and its CLI.
