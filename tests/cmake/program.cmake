# Tests that start the real binary. They carry the label "program" and run on the optimised build.
file(GLOB program_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/program/*.cpp)
if(program_sources)
  add_executable(program_test support/test_main.cpp ${program_sources})
  target_include_directories(program_test PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(program_test PRIVATE timbang_base doctest::doctest)
  target_compile_definitions(program_test PRIVATE
    TIMBANG_SOURCE_DIR="${CMAKE_SOURCE_DIR}" TIMBANG_TEST_DATA="${CMAKE_CURRENT_SOURCE_DIR}/data"
    TIMBANG_BINARY="$<TARGET_FILE:timbang>")
  add_dependencies(program_test timbang)
  # One CTest for each file, so that they run side by side.
  foreach(source ${program_sources})
    get_filename_component(name ${source} NAME_WE)
    add_test(NAME program.${name} COMMAND program_test --source-file=*${name}.cpp)
    set_tests_properties(program.${name} PROPERTIES LABELS program)
  endforeach()
endif()
