# The room's pages in Debian's Chromium; driver and checker come from npm (tests/page/package-lock.json), tools/test brings
# them. Skipped where they or the browser are not there. First against a host that is made up, then against the program.
find_program(NODE_PROGRAM NAMES node nodejs)
if(NODE_PROGRAM)
  add_test(NAME program.page COMMAND ${NODE_PROGRAM} ${CMAKE_CURRENT_SOURCE_DIR}/page/page_test.js)
  set_tests_properties(program.page PROPERTIES LABELS program SKIP_RETURN_CODE 77 TIMEOUT 2400)
  if(TARGET timbang)
    add_test(NAME program.page_room COMMAND ${NODE_PROGRAM} ${CMAKE_CURRENT_SOURCE_DIR}/page/room_test.js
             $<TARGET_FILE:timbang> ${CMAKE_SOURCE_DIR})
    set_tests_properties(program.page_room PROPERTIES LABELS program SKIP_RETURN_CODE 77 TIMEOUT 2400 RUN_SERIAL ON)
  endif()
endif()
