// The command line.
#pragma once

namespace parley::daemon {

/// The whole program. Returns its exit code: 0 done; 1 the command failed; 2 it could not even be
/// tried, and would fail again (bad flags, port taken, unwritable directory, damaged database ...);
/// 75 it could not be tried now, for a reason that can pass (disk full, I/O error, no memory or
/// files left, another parleyd is still running on the directory). With 2 and 75 there is one line
/// on standard error.
[[nodiscard]] int run(int argc, char** argv);

}  // namespace parley::daemon
