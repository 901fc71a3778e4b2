# How every target is compiled.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set_property(GLOBAL PROPERTY RULE_LAUNCH_COMPILE "")

find_program(LLD ld.lld)
if(LLD)
  add_link_options(-fuse-ld=lld)
endif()

set(PARLEY_SANITIZE "" CACHE STRING "Sanitizers, as -fsanitize takes them: address,undefined or thread")
option(PARLEY_COVERAGE "Instrument for gcov" OFF)

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 reports these in its own and Boost's headers when it inlines coroutines.
  add_compile_options(-fpch-preprocess -fcoroutines -Wno-maybe-uninitialized -Wno-mismatched-new-delete -Wno-restrict)
endif()
if(PARLEY_SANITIZE)
  # A finding of any sanitizer ends the program, so that no test and no fuzzer overlooks it.
  add_compile_options(-fsanitize=${PARLEY_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -g1)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options(-Wno-tsan)
  else()
    # Clang 14 cannot assemble coroutines with this check, and warns of flags that an assembler has
    # no use for.
    add_compile_options(
      -fno-sanitize=function $<$<COMPILE_LANGUAGE:ASM>:-Wno-unused-command-line-argument>)
  endif()
  add_link_options(-fsanitize=${PARLEY_SANITIZE})
endif()
if(PARLEY_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()

# Most of the time goes into headers, so several files share one reading of them. OFF: each on its
# own, for work on the code, where only what has changed is compiled, and for releases: GCC inlines
# less in large files, which costs a call some percent.
option(PARLEY_UNITY "Compile several files at once" ON)

function(parley_compile_together target)
  if(NOT PARLEY_UNITY)
    return()
  endif()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # Types of anonymous namespaces look as if they stood in a header.
    target_compile_options(${target} PRIVATE -Wno-subobject-linkage)
  endif()
endfunction()

add_compile_definitions(BOOST_ASIO_NO_DEPRECATED BOOST_ASIO_HAS_CO_AWAIT)
# The frames of a request's coroutines are taken from those of the last one: up to so many a thread,
# none of them above 1,020 bytes.
add_compile_definitions(BOOST_ASIO_RECYCLING_ALLOCATOR_CACHE_SIZE=16)
# Others come from operator new. Asio would ask for aligned memory, which costs glibc five times as
# much and gives the same: no frame and no operation is aligned to more than operator new aligns to.
add_compile_definitions(BOOST_ASIO_DISABLE_STD_ALIGNED_ALLOC BOOST_ASIO_DISABLE_BOOST_ALIGN)
