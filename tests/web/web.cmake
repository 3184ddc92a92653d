# Reader engine: through the real plugin, offscreen. The engine does not start as root: run these as an ordinary user.
add_library(stillpoint_web_test_base STATIC
    web/enginelog.cpp web/enginelog.h web/hostilecases.cpp web/hostilecases.h web/ownnetwork.cpp web/ownnetwork.h
    web/readerfixture.cpp web/readerfixture.h)
target_link_libraries(stillpoint_web_test_base PUBLIC
    stillpoint_ui_test_base Qt6::Network Qt6::QuickWidgets Qt6::WebEngineWidgets)
target_compile_definitions(stillpoint_web_test_base PUBLIC
    STILLPOINT_READER_TEMPLATE="${PROJECT_SOURCE_DIR}/resources/reader/page.html"
    STILLPOINT_DOM_WALK="${CMAKE_CURRENT_SOURCE_DIR}/web/domwalk.js")

function(stillpoint_web_test name)
    add_executable(tst_${name} web/tst_${name}.cpp)
    target_link_libraries(tst_${name} PRIVATE stillpoint_web_test_base)
    add_dependencies(tst_${name} stillpoint-reader stillpoint-render)
    add_test(NAME web.${name} COMMAND tst_${name})
    set_tests_properties(web.${name} PROPERTIES LABELS web TIMEOUT 300 RUN_SERIAL TRUE)
endfunction()

stillpoint_web_test(reader)
stillpoint_web_test(isolation)
stillpoint_web_test(hostile)
stillpoint_web_test(readerhost)
