# Library page.
