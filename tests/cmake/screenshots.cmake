# Pictures of every screen from the real workspace: tools/screenshots. Not a test.
file(GLOB screenshot_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/screenshots/*.cpp)
add_executable(screenshots EXCLUDE_FROM_ALL ${screenshot_sources} ${CMAKE_SOURCE_DIR}/src/main/record_port.cpp
               ${CMAKE_SOURCE_DIR}/src/main/pictures.cpp)
target_include_directories(screenshots PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(screenshots PRIVATE timbang_ui timbang_platform timbang_app timbang_content timbang_store ${stb_library})
target_compile_definitions(screenshots PRIVATE TIMBANG_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
