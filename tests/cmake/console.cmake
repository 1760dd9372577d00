# The console of a workshop as a facilitator uses it, and thirty pages in Debian's Chromium in its room. Skipped like
# program.page.
add_executable(console_driver console/console_driver.cpp ${CMAKE_SOURCE_DIR}/src/main/record_port.cpp)
target_include_directories(console_driver PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(console_driver PRIVATE timbang_ui timbang_app timbang_content timbang_store)
target_compile_definitions(console_driver PRIVATE TIMBANG_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
find_program(NODE_PROGRAM NAMES node nodejs)
if(NODE_PROGRAM)
  add_test(NAME program.page_console COMMAND ${NODE_PROGRAM} ${CMAKE_CURRENT_SOURCE_DIR}/page/console_test.js
           $<TARGET_FILE:console_driver>)
  set_tests_properties(program.page_console PROPERTIES LABELS program SKIP_RETURN_CODE 77 TIMEOUT 2400 RUN_SERIAL ON)
endif()
