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
  # A finding of any sanitizer aborts the program, so that no test and no fuzzer can miss it.
  add_compile_options(-fsanitize=${PARLEY_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -g1)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options(-Wno-tsan)
  else()
    # Clang 14 cannot assemble coroutines with -fsanitize=function, and warns about flags that the
    # assembler does not use.
    add_compile_options(
      -fno-sanitize=function $<$<COMPILE_LANGUAGE:ASM>:-Wno-unused-command-line-argument>)
  endif()
  add_link_options(-fsanitize=${PARLEY_SANITIZE})
endif()
if(PARLEY_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()

# Most of the compile time is spent on headers, so several files are compiled as one. OFF compiles
# each file on its own: for development, where only changed files are rebuilt, and for releases,
# because GCC inlines less in large files, which makes requests slower.
option(PARLEY_UNITY "Compile several files at once" ON)

function(parley_compile_together target)
  if(NOT PARLEY_UNITY)
    return()
  endif()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # In a unity build, types in anonymous namespaces look as if they were defined in a header.
    target_compile_options(${target} PRIVATE -Wno-subobject-linkage)
  endif()
endfunction()

add_compile_definitions(BOOST_ASIO_NO_DEPRECATED BOOST_ASIO_HAS_CO_AWAIT)
# Each thread keeps up to this many freed coroutine frames and reuses them for the next request.
# Only frames of up to 1,020 bytes are kept.
add_compile_definitions(BOOST_ASIO_RECYCLING_ALLOCATOR_CACHE_SIZE=16)
# Larger frames come from operator new. Without these definitions, Asio would call aligned_alloc(),
# which is slower in glibc and gains nothing: no frame and no operation needs more alignment than
# operator new provides. Measured in bench/EXPERIMENTS.md.
add_compile_definitions(BOOST_ASIO_DISABLE_STD_ALIGNED_ALLOC BOOST_ASIO_DISABLE_BOOST_ALIGN)
