# Puts every migrations/NNNN_name.sql into the program, in order of its number.
file(GLOB migrations CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/migrations/*.sql)
list(SORT migrations)
set(entries)
foreach(file ${migrations})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  get_filename_component(name ${file} NAME_WE)
  string(REGEX MATCH "^[0-9]+" number ${name})
  math(EXPR number "${number}")
  file(READ ${file} sql)
  string(APPEND entries "        {${number}, \"${name}\", R\"sql(${sql})sql\"},\n")
endforeach()
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/store_migrations.cpp @ONLY CONTENT [=[
#include "store/migrate.h"

namespace timbang::store {

std::vector<Migration> migrations() {
    return {
@entries@    };
}

} // namespace timbang::store
]=])
target_sources(timbang_store PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/store_migrations.cpp)
