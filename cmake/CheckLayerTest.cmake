# Tests CheckLayer.cmake on a layer `core` above `base`, next to a layer `realtime` that it may not use,
# with files that each include one header. Run by ctest, with -DFOLDER=<a folder to write to>.
cmake_minimum_required(VERSION 3.25)

function(expect_verdict expected line)
  file(REMOVE_RECURSE ${FOLDER})
  file(MAKE_DIRECTORY ${FOLDER}/base ${FOLDER}/core ${FOLDER}/realtime)
  file(WRITE ${FOLDER}/core/file.cpp "// A file.\n${line}\n")
  execute_process(
    COMMAND ${CMAKE_COMMAND} -DLAYER=core -DUSES=base "-DMAY_INCLUDE=fmt/;boost/json"
            -DSOURCE_DIR=${FOLDER} -P ${CMAKE_CURRENT_LIST_DIR}/CheckLayer.cmake
    RESULT_VARIABLE result ERROR_VARIABLE error OUTPUT_QUIET)
  if(result EQUAL 0)
    set(verdict allowed)
  elseif(error MATCHES "file.cpp includes")
    set(verdict refused)
  else()
    message(FATAL_ERROR "${error}")
  endif()
  if(NOT verdict STREQUAL expected)
    message(SEND_ERROR "${line} is ${verdict}, and must be ${expected}")
  endif()
endfunction()

foreach(line "#include <vector>" "#include <sys/stat.h>" "#include \"core/user/user.hpp\""
        "#include \"base/text.hpp\"" "#include <fmt/format.h>" "#include <boost/json/array.hpp>"
        "// #include \"realtime/hub.hpp\"")
  expect_verdict(allowed "${line}")
endforeach()
foreach(line "#include \"realtime/hub.hpp\"" "#include <realtime/hub.hpp>" "#include <core/user.hpp>"
        "#include <utf8proc.h>" "#include <libdeflate.h>" "#include <sqlite3.h>" "#include <toml.hpp>"
        "#include <boost/asio/post.hpp>" "#  include <openssl/evp.h>" "#include \"sqlite3.h\""
        "#include \"hub.hpp\"")
  expect_verdict(refused "${line}")
endforeach()
file(REMOVE_RECURSE ${FOLDER})
