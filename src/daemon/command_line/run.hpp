// The entry point of the program.
#pragma once

namespace parley::daemon {

/// Runs the program and returns its exit code:
///   0  done
///   1  the command failed
///   2  it could not start and would fail again: bad flags, port in use, unwritable directory,
///      damaged database ...
///  75  it could not start for a temporary reason: disk full, I/O error, out of memory or file
///      descriptors, another parleyd running on the directory
/// With 2 and 75, standard error has one line with the reason.
[[nodiscard]] int run(int argc, char** argv);

}  // namespace parley::daemon
