# What the libFuzzer drivers found, each input once, with the sanitizers of the preset. tests/fuzz has the drivers.
foreach(driver beside package parser records spreadsheet)
  add_executable(fuzz_${driver}_replay fuzz/${driver}.cpp fuzz/replay.cpp)
  target_include_directories(fuzz_${driver}_replay PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  target_compile_definitions(fuzz_${driver}_replay PRIVATE TIMBANG_SOURCE_DIR="${CMAKE_SOURCE_DIR}" TIMBANG_TEST_DATA="${CMAKE_CURRENT_SOURCE_DIR}/data")
  target_link_libraries(fuzz_${driver}_replay PRIVATE timbang_content timbang_store)
  add_test(NAME fuzz.${driver} COMMAND fuzz_${driver}_replay ${CMAKE_CURRENT_SOURCE_DIR}/data/fuzz/${driver})
  set_tests_properties(fuzz.${driver} PROPERTIES TIMEOUT 300)
endforeach()
