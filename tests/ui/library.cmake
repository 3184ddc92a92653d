# Library page.
stillpoint_ui_test(librarypage)
stillpoint_ui_test(plainreader)
stillpoint_ui_test(readingjob)
add_dependencies(tst_readingjob stillpoint-render stillpoint-reader)
stillpoint_ui_test(savedfilters)
add_dependencies(tst_savedfilters stillpoint-render)
stillpoint_ui_test(reportsheet)
add_dependencies(tst_reportsheet stillpoint-render)
