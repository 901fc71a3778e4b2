#include "daemon/command_line/run.hpp"

int main(int argc, char** argv) { return parley::daemon::run(argc, argv); }
