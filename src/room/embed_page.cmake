# Puts every file of assets/room into the program, as it is and compressed. Included, it adds the build step; run with -P, it
# is the step: -DFOLDER=assets/room -DOUT=web_files.cpp.
if(NOT CMAKE_SCRIPT_MODE_FILE)
  file(GLOB page CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/assets/room/*)
  find_program(TIMBANG_GZIP gzip REQUIRED)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/room_web_files.cpp)
  add_custom_command(OUTPUT ${out} DEPENDS ${page} ${CMAKE_CURRENT_LIST_FILE} VERBATIM
    COMMAND ${CMAKE_COMMAND} -DFOLDER=${CMAKE_SOURCE_DIR}/assets/room -DOUT=${out} -DGZIP=${TIMBANG_GZIP} -P ${CMAKE_CURRENT_LIST_FILE})
  target_sources(timbang_room PRIVATE ${out})
  return()
endif()

cmake_minimum_required(VERSION 3.25)
function(write_bytes name path)
  file(READ ${path} hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
  string(REGEX REPLACE "(................................................................................)" "\\1\n" bytes "${bytes}")
  file(APPEND ${OUT}.new "constexpr unsigned char ${name}[] = {${bytes}0};\n")
endfunction()

file(GLOB names RELATIVE ${FOLDER} ${FOLDER}/*)
list(SORT names)
file(WRITE ${OUT}.new "#include \"room/web_files.h\"\n\n#include <array>\n\nnamespace timbang::room {\nnamespace {\n\n")
set(entries)
set(number 0)
foreach(name ${names})
  if(name MATCHES "^\\.|~$|\\.md$")
    continue()
  endif()
  execute_process(COMMAND ${GZIP} -9nc ${FOLDER}/${name} OUTPUT_FILE ${OUT}.gz COMMAND_ERROR_IS_FATAL ANY)
  file(SHA256 ${FOLDER}/${name} sum)
  string(SUBSTRING ${sum} 0 16 tag)
  write_bytes(kPlain${number} ${FOLDER}/${name})
  write_bytes(kGzip${number} ${OUT}.gz)
  string(APPEND entries "    WebFile{\"${name}\", \"${tag}\", view(kPlain${number}), view(kGzip${number})},\n")
  math(EXPR number "${number}+1")
endforeach()
file(REMOVE ${OUT}.gz)
# The zero behind each keeps an empty file a legal array; it is not part of the view.
file(APPEND ${OUT}.new "template <std::size_t N> std::string_view view(const unsigned char (&bytes)[N]) {
    return {reinterpret_cast<const char*>(bytes), N - 1};
}

const std::array<WebFile, ${number}> kFiles = {
${entries}};

} // namespace

std::span<const WebFile> web_files() { return kFiles; }

} // namespace timbang::room
")
file(RENAME ${OUT}.new ${OUT})
