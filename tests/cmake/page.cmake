# The room's pages in Debian's Chromium; driver and checker come from npm (tests/page/package-lock.json), tools/test brings
# them. Skipped where they or the browser are not there.
find_program(NODE_PROGRAM NAMES node nodejs)
if(NODE_PROGRAM)
  add_test(NAME program.page COMMAND ${NODE_PROGRAM} ${CMAKE_CURRENT_SOURCE_DIR}/page/page_test.js)
  set_tests_properties(program.page PROPERTIES LABELS program SKIP_RETURN_CODE 77 TIMEOUT 900)
endif()
