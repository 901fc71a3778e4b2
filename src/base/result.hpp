// Result<T>: a value or an Error. Every function that can fail for a foreseeable reason returns
// one.
#pragma once

#include <boost/system/result.hpp>

#include "base/error.hpp"

namespace parley {

template <class T>
using Result = boost::system::result<T, Error>;

/// Success without a value, or an Error.
using Status = Result<void>;

}  // namespace parley
