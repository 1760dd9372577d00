# Shows the interface's controls, to look at: `kit_gallery --out picture.png`. Not a test.
file(GLOB gallery_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/gallery/*.cpp)
add_executable(kit_gallery EXCLUDE_FROM_ALL ${gallery_sources})
target_include_directories(kit_gallery PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(kit_gallery PRIVATE timbang_ui timbang_content timbang_platform ${stb_library})

# Draws whole screens from hand-made values: `screens_gallery debrief --id --dark --out picture.png`. Not a test.
file(GLOB screens_gallery_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/gallery/screens/*.cpp)
add_executable(screens_gallery EXCLUDE_FROM_ALL ${screens_gallery_sources})
target_include_directories(screens_gallery PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(screens_gallery PRIVATE timbang_ui timbang_platform timbang_content ${stb_library})
target_compile_definitions(screens_gallery PRIVATE TIMBANG_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
