# kelisim_room(NAME): the only way to add a library. The sources are every *.cpp under src/NAME; *_test.cpp make the
# test program NAME_test; migrations/*.sql are embedded; what a room generates stands in
# src/NAME/room.cmake; dependencies come from layers.cmake and from nowhere else. Rooms are linked PRIVATE, so a neighbour's neighbour is not on the include path.

function(kelisim_row table name out)
  set(found "")
  foreach(row IN LISTS ${table})
    if(row MATCHES "^${name}:(.*)$")
      string(REPLACE " " ";" found "${CMAKE_MATCH_1}")
    endif()
  endforeach()
  set(${out} "${found}" PARENT_SCOPE)
endfunction()

function(kelisim_check_row name)
  kelisim_row(KELISIM_LAYERS ${name} deps)
  foreach(dep IN LISTS deps)
    if(NOT TARGET ${dep})
      message(FATAL_ERROR "room '${name}' may not depend on '${dep}': it stands above it or does not exist")
    endif()
  endforeach()
endfunction()

function(kelisim_use target name)
  kelisim_row(KELISIM_LAYERS ${name} rooms)
  kelisim_row(KELISIM_LIBRARIES ${name} libraries)
  list(APPEND libraries fmt)
  list(REMOVE_DUPLICATES libraries)
  list(TRANSFORM libraries PREPEND ext_)
  if(NOT name STREQUAL "kernel")
    list(APPEND libraries ext_boost_json_headers)
  endif()
  target_link_libraries(${target} PRIVATE kelisim_flags ${rooms} ${libraries})
endfunction()

function(kelisim_room name)
  kelisim_check_row(${name})
  set(root ${CMAKE_SOURCE_DIR}/src/${name})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${root}/*.cpp)
  set(tests ${sources})
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER sources EXCLUDE REGEX "/bin/")
  file(GLOB migrations CONFIGURE_DEPENDS ${root}/migrations/*.sql)
  if(migrations)
    kelisim_embed_migrations(${name} generated "${migrations}")
    list(APPEND sources ${generated})
  endif()
  if(NOT sources)
    set(sources ${CMAKE_SOURCE_DIR}/cmake/empty_room.cpp)
  endif()

  add_library(${name} STATIC ${sources})
  target_include_directories(${name} PUBLIC ${root}/include PRIVATE ${root})
  kelisim_use(${name} ${name})
  kelisim_standard_headers(${name})
  if(EXISTS ${root}/room.cmake)
    include(${root}/room.cmake)
  endif()
  if(tests)
    kelisim_test(${name}_test ROOM ${name} SOURCES ${tests})
  endif()
endfunction()

# The commonest headers of the standard library come before every file. Not precompiled: that would save a fifth of the
# compiler's time (1.9 s instead of 2.4 s a file) and cost ccache its hits between checkouts.
function(kelisim_standard_headers target)
  target_compile_options(${target} PRIVATE "SHELL:-include ${CMAKE_SOURCE_DIR}/cmake/standard.h")
endfunction()

# kelisim_test(NAME ROOM room SOURCES … [LIBRARIES …]): a GoogleTest program that sees what its room sees.
function(kelisim_test name)
  cmake_parse_arguments(arg "" "ROOM" "SOURCES;LIBRARIES" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  kelisim_use(${name} ${arg_ROOM})
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/src/${arg_ROOM} ${CMAKE_SOURCE_DIR}/tests/support)
  target_link_libraries(${name} PRIVATE ${arg_ROOM} ${arg_LIBRARIES} GTest::gmock GTest::gtest_main rapidcheck)
  target_compile_definitions(${name} PRIVATE KELISIM_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  kelisim_standard_headers(${name})
  add_test(NAME ${name} COMMAND ${name})
  # bin/clauses reads the results; a property is tried with a thousand cases, the same in every run: bin/ci's gate
  # `chance` draws new ones.
  set_tests_properties(${name} PROPERTIES
    ENVIRONMENT "GTEST_OUTPUT=xml:${CMAKE_BINARY_DIR}/results/${name}.xml;RC_PARAMS=max_success=1000 seed=1")
endfunction()

function(kelisim_embed_migrations name out migrations)
  set(target_file ${CMAKE_BINARY_DIR}/generated/${name}_migrations.cpp)
  add_custom_command(OUTPUT ${target_file}
    COMMAND ${CMAKE_COMMAND} -DROOM=${name} "-DFILES=${migrations}" -DOUT=${target_file}
      -P ${CMAKE_SOURCE_DIR}/cmake/embed_migrations.cmake
    DEPENDS ${migrations} ${CMAKE_SOURCE_DIR}/cmake/embed_migrations.cmake VERBATIM)
  set(${out} ${target_file} PARENT_SCOPE)
endfunction()
