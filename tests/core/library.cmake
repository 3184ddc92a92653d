# Library and its CLI.
stillpoint_core_test(articletext stillpoint_article)
stillpoint_core_test(queryparser)
stillpoint_core_test(finder)
stillpoint_core_test(identity)
stillpoint_core_test(indexstore)
stillpoint_core_test(renderclient)
stillpoint_core_test(library)
stillpoint_core_test(libraryindex)
stillpoint_core_test(readerpage)
stillpoint_core_test(librarycli)
stillpoint_core_test(samples)
set_source_files_properties(core/tst_samples.cpp PROPERTIES COMPILE_DEFINITIONS
    "SOURCE_ROOT=\"${PROJECT_SOURCE_DIR}\"")

# A render helper that misbehaves on request.
add_executable(troubled-render support/troubledrender.cpp)
target_link_libraries(troubled-render PRIVATE stillpoint_core stillpoint_no_keywords)
add_dependencies(tst_renderclient troubled-render)
add_dependencies(tst_library troubled-render)
foreach(test renderclient library libraryindex readerpage librarycli samples)
    add_dependencies(tst_${test} stillpoint-render)
endforeach()
add_dependencies(tst_librarycli stillpoint-cli)
