// Result<T>: a value or an Error. Every function that can fail for a foreseeable reason returns
// one.
#pragma once

#include <boost/system/result.hpp>

#include "base/error.hpp"

namespace parley {

/// Do not `co_return` a const Result<bool>: Asio's promise would construct the result from its
/// explicit conversion to bool, which loses the error. Return `.error()` and the value instead.
template <class T>
using Result = boost::system::result<T, Error>;

/// Success without a value, or an Error.
using Status = Result<void>;

}  // namespace parley
