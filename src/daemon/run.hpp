// The command line.
#pragma once

namespace parley::daemon {

/// The whole program. Answers its exit code: 0 done; 1 the command failed; 2 it could not even be
/// tried (bad flags, port taken, unwritable directory ...), with one line on standard error.
[[nodiscard]] int run(int argc, char** argv);

}  // namespace parley::daemon
