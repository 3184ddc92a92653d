# Reader engine: through the real plugin, offscreen. The engine does not start as root: run these as an ordinary user.
function(stillpoint_web_test name)
    add_executable(tst_${name} web/tst_${name}.cpp web/readerfixture.cpp web/readerfixture.h)
    target_link_libraries(tst_${name} PRIVATE
        stillpoint_flags stillpoint_no_keywords Qt6::Test Qt6::Network Qt6::WebEngineWidgets)
    target_compile_definitions(tst_${name} PRIVATE
        STILLPOINT_READER_TEMPLATE="${PROJECT_SOURCE_DIR}/resources/reader/page.html")
    add_dependencies(tst_${name} stillpoint-reader)
    add_test(NAME web.${name} COMMAND tst_${name})
    set_tests_properties(web.${name} PROPERTIES LABELS web TIMEOUT 120 RUN_SERIAL TRUE)
endfunction()

stillpoint_web_test(reader)
stillpoint_web_test(isolation)
