# Library and its CLI.
