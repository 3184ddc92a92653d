# Insights.
find_package(rapidcheck REQUIRED)
stillpoint_core_test(engine Eigen3::Eigen)
stillpoint_core_test(insights)
stillpoint_core_test(insightscli)
add_dependencies(tst_insightscli stillpoint-cli)
stillpoint_core_test(insightssimulation)
# Thousands of journals.
set_tests_properties(core.insightssimulation PROPERTIES TIMEOUT 400)
stillpoint_core_test(noise)
stillpoint_core_test(series rapidcheck)
stillpoint_core_test(summary rapidcheck)
stillpoint_core_test(trend)
