# Charts and Insights page.
stillpoint_ui_test(timechart)
