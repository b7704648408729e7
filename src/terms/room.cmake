# The clause ledger as rows of C++, for terms/clauses.h.
find_package(Python3 3.9 REQUIRED COMPONENTS Interpreter)
file(GLOB clause_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/spec/clauses/*.csv)
set(clause_table ${CMAKE_BINARY_DIR}/generated/include/terms/clause_table.inc)
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/generated/include/terms)
add_custom_command(OUTPUT ${clause_table}
  COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/cmake/clause_table.py ${clause_table} ${clause_files}
  DEPENDS ${CMAKE_SOURCE_DIR}/cmake/clause_table.py ${clause_files} VERBATIM)
target_sources(terms PRIVATE ${clause_table})
target_include_directories(terms PUBLIC ${CMAKE_BINARY_DIR}/generated/include)
