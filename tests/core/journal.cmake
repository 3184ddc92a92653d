# Journal and its CLI.
stillpoint_core_test(backupcli)
stillpoint_core_test(backups)
stillpoint_core_test(bodydata)
stillpoint_core_test(demojournal)
stillpoint_core_test(followups)
stillpoint_core_test(journal)
stillpoint_core_test(journalcli)
stillpoint_core_test(journalday)
stillpoint_core_test(journalfile)
stillpoint_core_test(journalkill)
stillpoint_core_test(journalmerge)
stillpoint_core_test(journalstore)
find_package(rapidcheck REQUIRED)
stillpoint_core_test(journalproperties rapidcheck)
stillpoint_core_test(recordcodec)
stillpoint_core_test(samplecli)
stillpoint_core_test(sentences)
stillpoint_core_test(vocabulary)

# Writes check-ins until it is killed; what it prints was acknowledged.
add_executable(journalwriter support/journalwriter.cpp)
target_link_libraries(journalwriter PRIVATE stillpoint_core_test_base)
stillpoint_reuse_precompiled(journalwriter stillpoint_core_test_base)
add_dependencies(tst_journalkill journalwriter stillpoint-cli)
add_dependencies(tst_journalstore stillpoint-cli)
add_dependencies(tst_journalcli stillpoint-cli)
add_dependencies(tst_backupcli stillpoint-cli)
add_dependencies(tst_samplecli stillpoint-cli stillpoint-render)

# These start programs hundreds of times.
set_tests_properties(core.journalkill core.journalproperties core.journalstore PROPERTIES TIMEOUT 400)

# A sanitizer's own library would have to be loaded before the one that makes trouble.
if(NOT STILLPOINT_SANITIZE)
    stillpoint_core_test(journaltrouble)
    set_tests_properties(core.journaltrouble PROPERTIES TIMEOUT 400)
    # Makes the disk fail under a program of ours.
    add_library(trouble MODULE support/trouble.cpp)
    target_link_libraries(trouble PRIVATE stillpoint_flags ${CMAKE_DL_LIBS})
    set_target_properties(trouble PROPERTIES LIBRARY_OUTPUT_DIRECTORY "${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
    add_dependencies(tst_journaltrouble trouble journalwriter stillpoint-cli)
endif()
