# Insights.
find_package(rapidcheck REQUIRED)
stillpoint_core_test(series rapidcheck)
stillpoint_core_test(trend)
stillpoint_core_test(insightssimulation)
