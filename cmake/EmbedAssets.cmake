# parley_embed_assets(<target>)
#
# Embeds the files that the server serves into the binary: web/assets at /assets, the built try-it
# page (web/tryit/dist, if it was built) at / and /assets/tryit, the built dashboard
# (web/dashboard/dist) at /dashboard, contract/openapi.yaml at /openapi.yaml, and the dashboard's
# API, contract/admin.yaml, at /dashboard/openapi.yaml. A file `name.br` or `name.gz` is the
# compressed form of `name`. Changing any of them triggers a rebuild.
function(parley_embed_assets target)
  set(manifest "")
  set(files "")
  foreach(source IN ITEMS web/assets web/tryit/dist web/dashboard/dist)
    set(root ${CMAKE_SOURCE_DIR}/${source})
    file(GLOB_RECURSE found CONFIGURE_DEPENDS ${root}/*)
    foreach(file IN LISTS found)
      list(APPEND files ${file})
      if(file MATCHES "\\.(br|gz)$")
        continue()
      endif()
      file(RELATIVE_PATH path ${root} ${file})
      if(source STREQUAL "web/assets")
        set(path assets/${path})
      elseif(source STREQUAL "web/dashboard/dist")
        set(path dashboard/${path})
      elseif(path STREQUAL "index.html")
        set(path "")
      endif()
      list(APPEND manifest "/${path}\t${file}")
    endforeach()
  endforeach()
  file(GLOB openapi CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/contract/openapi.yaml)
  if(openapi)
    list(APPEND manifest "/openapi.yaml\t${openapi}")
    list(APPEND files ${openapi})
  endif()
  set(admin ${CMAKE_SOURCE_DIR}/contract/admin.yaml)
  list(APPEND manifest "/dashboard/openapi.yaml\t${admin}")
  list(APPEND files ${admin})

  # The lookup needs the paths sorted. Sorting whole lines does that, because a tab sorts before
  # every character that a path may contain.
  list(SORT manifest COMPARE STRING)
  list(JOIN manifest "\n" lines)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/assets)
  file(CONFIGURE OUTPUT ${folder}/manifest.txt CONTENT "${lines}\n" @ONLY)
  set(script ${CMAKE_SOURCE_DIR}/cmake/WriteAssets.cmake)
  add_custom_command(
    OUTPUT ${folder}/assets.s ${folder}/embedded_assets.cpp
    COMMAND ${CMAKE_COMMAND} -DFOLDER=${folder} -P ${script}
    DEPENDS ${files} ${folder}/manifest.txt ${script}
    COMMENT "Embedding assets"
    VERBATIM)
  set_source_files_properties(${folder}/assets.s PROPERTIES OBJECT_DEPENDS "${files}")
  target_sources(${target} PRIVATE ${folder}/assets.s ${folder}/embedded_assets.cpp)
endfunction()
