#include "core/url/public_suffix.hpp"

#include <libpsl.h>

#include <string>

namespace parley::core {

bool is_public_suffix(std::string_view host) {
  return psl_is_public_suffix2(psl_builtin(), std::string(host).c_str(), PSL_TYPE_ICANN) == 1;
}

}  // namespace parley::core
