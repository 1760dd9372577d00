# Benchmarks that print a ratio to a yardstick run beside them: tools/bench. Not tests.
add_executable(empty_window EXCLUDE_FROM_ALL bench/empty_window.cpp)
target_link_libraries(empty_window PRIVATE timbang_options PkgConfig::imgui PkgConfig::freetype2 glfw OpenGL::GL ${stb_library})
add_executable(window_bench EXCLUDE_FROM_ALL bench/window_bench.cpp)
target_link_libraries(window_bench PRIVATE timbang_options)
target_compile_definitions(window_bench PRIVATE TIMBANG_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
  TIMBANG_BINARY="$<TARGET_FILE:timbang>" EMPTY_WINDOW="$<TARGET_FILE:empty_window>")
add_dependencies(window_bench timbang empty_window)
add_executable(play_bench EXCLUDE_FROM_ALL bench/play_bench.cpp)
target_link_libraries(play_bench PRIVATE timbang_content)
target_compile_definitions(play_bench PRIVATE TIMBANG_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
add_executable(check_bench EXCLUDE_FROM_ALL bench/check_bench.cpp)
target_link_libraries(check_bench PRIVATE timbang_content)
target_compile_definitions(check_bench PRIVATE TIMBANG_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
add_executable(frame_bench EXCLUDE_FROM_ALL bench/frame_bench.cpp screenshots/scene.cpp screenshots/kept.cpp
  ${CMAKE_SOURCE_DIR}/src/main/record_port.cpp)
target_include_directories(frame_bench PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(frame_bench PRIVATE timbang_ui timbang_platform timbang_app timbang_content timbang_store)
target_compile_definitions(frame_bench PRIVATE TIMBANG_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
