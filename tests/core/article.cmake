# Render helper and article parser.
stillpoint_core_test(articlemeta stillpoint_article)
stillpoint_core_test(articlepage stillpoint_article)
target_sources(tst_articlepage PRIVATE support/strangers.cpp support/strangers.h)
stillpoint_core_test(encoding stillpoint_article)
stillpoint_core_test(readablebody stillpoint_article)
stillpoint_core_test(render)
add_dependencies(tst_render stillpoint-render)

# Real articles, for whoever has folders of them: STILLPOINT_CORPORA (variable or environment) holds wellness, scale
# and hard. Needs python3-yaml.
set(STILLPOINT_CORPORA "$ENV{STILLPOINT_CORPORA}" CACHE PATH "Folder of the article corpora, for tests that need them")
if(STILLPOINT_CORPORA)
    find_package(Python3 REQUIRED COMPONENTS Interpreter)
    function(stillpoint_corpus_test name script corpus)
        add_test(NAME corpus.${name} COMMAND Python3::Interpreter -B
            "${CMAKE_CURRENT_SOURCE_DIR}/support/corpus/${script}.py" "${CMAKE_RUNTIME_OUTPUT_DIRECTORY}"
            "${STILLPOINT_CORPORA}/${corpus}" ${ARGN})
        set_tests_properties(corpus.${name} PROPERTIES LABELS corpus TIMEOUT 900)
    endfunction()
    stillpoint_corpus_test(wellness everyfile wellness --titles 0.99)
    stillpoint_corpus_test(scale everyfile scale)
    stillpoint_corpus_test(hard everyfile hard)
    foreach(corpus wellness scale hard)
        stillpoint_corpus_test(${corpus}tags tagscheck ${corpus})
    endforeach()
    stillpoint_corpus_test(hardtable hardtable hard --compare "${CMAKE_CURRENT_SOURCE_DIR}/data/hard-files.md")
endif()
