# Today, Journal, session editor, widgets.
stillpoint_ui_test(ratingrow)
stillpoint_ui_test(bodymap)
stillpoint_ui_test(sessioneditor)
stillpoint_ui_test(sessionareas)
stillpoint_ui_test(todaypage)
stillpoint_ui_test(journalpage)
stillpoint_ui_test(journalfilters)
# The whole window.
stillpoint_ui_test(window)
stillpoint_ui_test(datacard)
# Looking around first.
stillpoint_ui_test(lookaround)
add_dependencies(tst_lookaround stillpoint-render)
