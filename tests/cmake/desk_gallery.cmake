# Pictures of the desk with a real case, to look at: `desk_gallery --to FOLDER`. Not a test.
add_executable(desk_gallery EXCLUDE_FROM_ALL ${CMAKE_CURRENT_SOURCE_DIR}/gallery/desk/desk_gallery.cpp)
target_include_directories(desk_gallery PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_compile_definitions(desk_gallery PRIVATE TIMBANG_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
target_link_libraries(desk_gallery PRIVATE timbang_ui timbang_platform ${stb_library})
