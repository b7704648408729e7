# Writes OUT: a C++ source that defines kelisim::ROOM::migrations() from FILES (NNNN_name[.sqlite|.postgres].sql).
set(rows "")
list(SORT FILES)
foreach(file IN LISTS FILES)
  get_filename_component(base ${file} NAME)
  if(NOT base MATCHES "^([0-9][0-9][0-9][0-9])_([a-z0-9_]+)(\\.(sqlite|postgres))?\\.sql$")
    message(FATAL_ERROR "migration '${base}' is not named NNNN_name[.sqlite|.postgres].sql")
  endif()
  set(number ${CMAKE_MATCH_1})
  set(title ${CMAKE_MATCH_2})
  set(engine "any")
  if(CMAKE_MATCH_4)
    set(engine ${CMAKE_MATCH_4})
  endif()
  file(READ ${file} text)
  string(REGEX REPLACE "^0+" "" number ${number})
  string(APPEND rows "    {\"${ROOM}\", ${number}, \"${title}\", kelisim::db::MigrationEngine::${engine}, R\"~~~(${text})~~~\"},\n")
endforeach()
file(WRITE ${OUT} "#include \"platform/db/migration.h\"\n#include <span>\nnamespace kelisim::${ROOM} {
std::span<kelisim::db::Migration const> migrations();
std::span<kelisim::db::Migration const> migrations() {
  static constexpr kelisim::db::Migration rows[] = {\n${rows}  };\n  return rows;\n}\n}\n")
