# The schema of SARIF comes from npm (tests/sarif/package-lock.json); tools/test brings it. Skipped where it is not there.
find_program(NODE_PROGRAM NAMES node nodejs)
if(NODE_PROGRAM AND TARGET timbang)
  add_test(NAME program.sarif COMMAND ${NODE_PROGRAM} ${CMAKE_CURRENT_SOURCE_DIR}/sarif/sarif_test.js $<TARGET_FILE:timbang>
           ${CMAKE_SOURCE_DIR})
  set_tests_properties(program.sarif PROPERTIES LABELS program SKIP_RETURN_CODE 77)
endif()
