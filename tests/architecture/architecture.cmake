# Guards of the house: what the core links, that it stands without a window, and who includes whom.
file(GENERATE OUTPUT "${CMAKE_BINARY_DIR}/core-links.txt"
     CONTENT "$<JOIN:$<TARGET_PROPERTY:stillpoint_core,LINK_LIBRARIES>,\n>\n")

# The whole archive with the core's libraries only: a hidden message box becomes a link error of the build.
add_executable(core_alone architecture/corealone.cpp)
target_link_libraries(core_alone PRIVATE -Wl,--whole-archive stillpoint_core -Wl,--no-whole-archive)

add_executable(tst_house architecture/tst_house.cpp architecture/housecheck.cpp architecture/housecheck.h)
target_link_libraries(tst_house PRIVATE stillpoint_core_test_base)
stillpoint_reuse_precompiled(tst_house stillpoint_core_test_base)
set_source_files_properties(architecture/tst_house.cpp PROPERTIES COMPILE_DEFINITIONS
    "SOURCE_ROOT=\"${PROJECT_SOURCE_DIR}\";CORE_LINKS=\"${CMAKE_BINARY_DIR}/core-links.txt\"")
add_test(NAME architecture.house COMMAND tst_house)
add_test(NAME architecture.core-alone COMMAND core_alone)

# The same link with a planted message box must fail. Linked by hand, since a target that fails cannot be built.
add_library(planted_messagebox OBJECT architecture/plantedmessagebox.cpp)
target_link_libraries(planted_messagebox PRIVATE stillpoint_flags Qt6::Widgets)
add_test(NAME architecture.planted-messagebox
         COMMAND "${CMAKE_CXX_COMPILER}" -fPIC -o planted-messagebox "$<TARGET_OBJECTS:planted_messagebox>"
                 $<TARGET_FILE:Qt6::Core> $<TARGET_FILE:Qt6::Concurrent>
         COMMAND_EXPAND_LISTS)
set_tests_properties(architecture.planted-messagebox PROPERTIES
    PASS_REGULAR_EXPRESSION "undefined (reference to|symbol:) .*QMessageBox")
set_tests_properties(architecture.house architecture.core-alone architecture.planted-messagebox PROPERTIES
    LABELS architecture TIMEOUT 60)
