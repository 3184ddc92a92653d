# Journal and its CLI.
stillpoint_core_test(bodydata)
stillpoint_core_test(journal)
stillpoint_core_test(journalcli)
stillpoint_core_test(journalday)
stillpoint_core_test(journalfile)
stillpoint_core_test(journalkill)
stillpoint_core_test(journalmerge)
stillpoint_core_test(journalstore)
stillpoint_core_test(recordcodec)
stillpoint_core_test(vocabulary)

# Writes check-ins until it is killed; what it prints was acknowledged.
add_executable(journalwriter support/journalwriter.cpp)
target_link_libraries(journalwriter PRIVATE stillpoint_core_test_base)
stillpoint_reuse_precompiled(journalwriter stillpoint_core_test_base)
add_dependencies(tst_journalkill journalwriter stillpoint-cli)
add_dependencies(tst_journalstore journalwriter)
add_dependencies(tst_journalcli stillpoint-cli)
