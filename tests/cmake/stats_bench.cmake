# Statistics against their peers: tools/bench stats. Not a test.
add_executable(stats_bench EXCLUDE_FROM_ALL bench/stats_bench.cpp bench/stats_parts.cpp)
target_include_directories(stats_bench PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(stats_bench PRIVATE timbang_stats)
target_compile_definitions(stats_bench PRIVATE TIMBANG_SOURCE_DIR="${CMAKE_SOURCE_DIR}" TIMBANG_TEST_DATA="${CMAKE_CURRENT_SOURCE_DIR}/data")
