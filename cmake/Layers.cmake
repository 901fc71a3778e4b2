# parley_layer(<name> USES <layers> LINKS <libraries> MAY_INCLUDE <patterns>)
#
# Builds the folder src/<name> as the library `parley_<name>`. USES lists the layers below it. The
# build fails if a file includes any other layer, or a library header that matches none of this
# layer's MAY_INCLUDE patterns. `_test.cpp` files are built by tests/.
function(parley_layer name)
  cmake_parse_arguments(LAYER "" "" "USES;LINKS;MAY_INCLUDE" ${ARGN})
  set(target parley_${name})
  set(folder ${CMAKE_CURRENT_SOURCE_DIR}/${name})
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS ${folder}/*.hpp)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(TRANSFORM LAYER_USES PREPEND parley_ OUTPUT_VARIABLE used)

  if(sources)
    set(visibility PUBLIC)
    add_library(${target} STATIC ${sources})
    if(name STREQUAL "base")
      target_precompile_headers(${target} PRIVATE ${folder}/precompiled.hpp)
    else()
      target_precompile_headers(${target} REUSE_FROM parley_base)
    endif()
    parley_compile_together(${target})
  else()
    set(visibility INTERFACE)
    add_library(${target} INTERFACE)
  endif()
  target_include_directories(${target} ${visibility} ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(${target} ${visibility} ${used} ${LAYER_LINKS})

  set(stamp ${CMAKE_CURRENT_BINARY_DIR}/${target}.layers)
  add_custom_command(
    OUTPUT ${stamp}
    COMMAND ${CMAKE_COMMAND} -DLAYER=${name} "-DUSES=${LAYER_USES}" "-DMAY_INCLUDE=${LAYER_MAY_INCLUDE}"
            -DSOURCE_DIR=${CMAKE_CURRENT_SOURCE_DIR} -DSTAMP=${stamp} -P
            ${CMAKE_SOURCE_DIR}/cmake/CheckLayer.cmake
    DEPENDS ${headers} ${sources} ${CMAKE_SOURCE_DIR}/cmake/CheckLayer.cmake
    COMMENT "Checking what ${name} includes"
    VERBATIM)
  add_custom_target(${target}_layers ALL DEPENDS ${stamp})
endfunction()
