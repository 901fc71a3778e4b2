// Task<T>: the coroutine type of the whole server.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>

namespace parley {

namespace asio = boost::asio;

/// The executor of one core's io_context. Naming the concrete type (instead of any_io_executor)
/// spares a virtual call and an allocation on each asynchronous operation.
using Executor = asio::io_context::executor_type;

/// A coroutine that runs on the io_context of the core whose connection called it.
template <class T>
using Task = asio::awaitable<T, Executor>;

}  // namespace parley
