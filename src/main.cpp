#include "daemon/run.hpp"

int main(int argc, char** argv) { return parley::daemon::run(argc, argv); }
