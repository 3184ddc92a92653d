# Today, Journal, session editor, widgets.
stillpoint_ui_test(ratingrow)
stillpoint_ui_test(bodymap)
stillpoint_ui_test(sessioneditor)
stillpoint_ui_test(sessionsaving SQLiteCpp)
stillpoint_ui_test(dayfield)
stillpoint_ui_test(checkineditor SQLiteCpp)
stillpoint_ui_test(sessionareas)
stillpoint_ui_test(todaypage)
stillpoint_ui_test(journalpage)
stillpoint_ui_test(journalfilters)
# The whole window.
stillpoint_ui_test(window)
stillpoint_ui_test(datacard)
stillpoint_ui_test(tightpages)
add_dependencies(tst_tightpages stillpoint-render)
# Looking around first.
stillpoint_ui_test(lookaround)
add_dependencies(tst_lookaround stillpoint-render)

# What a screen reader hears of the running program, on a display and a bus of its own. Debian's Python, since
# python3-pyatspi is installed for that one.
add_test(NAME ui.accesswalk COMMAND /usr/bin/python3 -B "${CMAKE_CURRENT_SOURCE_DIR}/support/accesswalk.py"
    "${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
set_tests_properties(ui.accesswalk PROPERTIES LABELS ui TIMEOUT 180)
