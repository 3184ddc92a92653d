# Library page.
stillpoint_ui_test(librarypage)
stillpoint_ui_test(plainreader)
