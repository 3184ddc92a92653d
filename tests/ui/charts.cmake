# Charts and Insights page.
stillpoint_ui_test(charts)
stillpoint_ui_test(timechart)
stillpoint_ui_test(insightspage)
stillpoint_ui_test(missingvalues rapidcheck)
