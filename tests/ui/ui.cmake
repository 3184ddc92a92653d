# Shell and window.
stillpoint_ui_test(shell Qt6::DBus Qt6::Network)
add_dependencies(tst_shell stillpoint)
stillpoint_ui_test(desktopfont DISPLAY)
stillpoint_ui_test(mainjob)
add_dependencies(tst_mainjob stillpoint-cli stillpoint-render stillpoint-reader)
