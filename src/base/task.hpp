// Task<T>: the coroutine type of the whole server.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>

namespace parley {

namespace asio = boost::asio;

/// The executor of an I/O thread's io_context. The concrete type, instead of any_io_executor, saves
/// a virtual call and an allocation per asynchronous operation.
using Executor = asio::io_context::executor_type;

/// A coroutine that runs on the io_context of the I/O thread that started it.
template <class T>
using Task = asio::awaitable<T, Executor>;

}  // namespace parley
