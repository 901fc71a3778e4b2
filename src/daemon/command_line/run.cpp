#include "daemon/command_line/run.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sysexits.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "base/json_reader.hpp"
#include "base/line_writer.hpp"
#include "base/log.hpp"
#include "base/write_all.hpp"
#include "daemon/command_line/command_line.hpp"
#include "daemon/command_line/operator_error.hpp"
#include "daemon/command_line/run_command.hpp"
#include "daemon/commands/render.hpp"
#include "daemon/configuration/configuration_report.hpp"
#include "daemon/data/run_file.hpp"
#include "daemon/server/serve.hpp"
#include "daemon/server/version.hpp"

namespace parley::daemon {
namespace {

/// A response wraps what users have stored, which may itself be nested kMaxJsonDepth deep.
constexpr std::size_t kAnswerDepth = 2 * kMaxJsonDepth;

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kUnusable = 2;
constexpr int kTryAgain = EX_TEMPFAIL;

/// Opens /dev/null for each of standard input, output and error that is closed. Otherwise the next
/// file opened, such as the database, would get its number, and log lines would be written into it.
void open_standard_descriptors() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    const bool is_closed = ::fcntl(descriptor, F_GETFD) < 0 && errno == EBADF;
    // Read-only, so that writing to a standard output that was closed still fails.
    const int mode = descriptor == STDOUT_FILENO ? O_RDONLY : O_RDWR;
    // open() takes the lowest free number, which is this one.
    if (is_closed && ::open("/dev/null", mode) < 0) std::abort();
  }
}

/// Writes whole lines to standard error. Gives up after a second: the process must end even if
/// nothing reads its messages.
void print_error(std::string_view lines) noexcept {
  try {
    LineWriter(STDERR_FILENO).write(lines);
  } catch (const std::exception&) {  // No memory, or no thread could start.
    static_cast<void>(write_all(STDERR_FILENO, lines));
  }
}

void complain(std::string_view reason) noexcept {
  try {
    print_error(fmt::format("parleyd: {}\n", reason));
  } catch (const std::bad_alloc&) {
    print_error("parleyd: out of memory\n");
  }
}

/// Writes `text` to standard output. False, with the reason in errno, if not all of it could be
/// written.
bool write_output(std::string_view text) { return write_all(STDOUT_FILENO, text).empty(); }

/// Writes `text`, which the user can request again. Returns the exit code.
int print(std::string_view text) {
  if (write_output(text)) return kDone;
  complain(fmt::format("cannot write to standard output: {}", std::strerror(errno)));
  return kFailed;
}

int refuse(const Error& error) {
  complain(error->message);
  return can_pass(error) ? kTryAgain : kUnusable;
}

/// Executes an invocation. Returns the exit code.
class Runner {
 public:
  explicit Runner(const Invocation& invocation) : invocation_(invocation) {}

  int operator()(const VersionInvocation&) const {
    return print(invocation_.json ? json::serialize(json::object{{"version", version()}}) + "\n"
                                  : fmt::format("parleyd {}\n", version()));
  }

  int operator()(const ServeInvocation& wanted) const {
    const auto configuration = load(wanted.mode);
    if (!configuration) return refuse(configuration.error());
    const auto& settings = configuration->settings;
    log::configure(settings.log_format, settings.log_level);
    const auto served = serve(*configuration, wanted.mode);
    return served ? kDone : refuse(served.error());
  }

  int operator()(const ConfigCheckInvocation& wanted) const {
    const auto configuration = load(wanted.mode);
    if (!configuration) return refuse(configuration.error());
    const auto report =
        invocation_.json ? describe_as_json(*configuration) : describe(*configuration);
    const int code = print(report);
    for (const auto& warning : configuration->warnings) {
      complain(fmt::format("warning: {}", warning));
    }
    return code;
  }

  int operator()(const ConfigReferenceInvocation&) const {
    return print(configuration_reference());
  }

  int operator()(const CommandInvocation& wanted) const {
    log::configure(log::Format::text, log::Level::warn);
    const auto configuration = load(Mode::serve);
    if (!configuration) return refuse(configuration.error());
    const DataDirectory directory(configuration->settings.data_dir);
    const auto& command = *wanted.command;
    auto arguments = wanted.arguments;
    if (command.complete != nullptr) {
      auto completed = command.complete(std::move(arguments));
      if (!completed) return refuse(completed.error());
      arguments = std::move(*completed);
    }
    const TypedCommand typed{command, arguments, flags_for_same_data(*configuration)};
    const auto answer = run_command(directory, typed);
    if (!answer) return refuse(answer.error());
    const auto& public_url = configuration->settings.public_url;
    return show(*answer, typed,
                public_url.empty() ? url_in_run_file(directory.run_file()) : public_url);
  }

 private:
  [[nodiscard]] Result<Configuration> load(Mode mode) const {
    return load_configuration({mode, invocation_.flags,
                               [](const char* name) { return std::getenv(name); },
                               invocation_.config_file});
  }

  [[nodiscard]] int show(const std::string& line, const TypedCommand& typed,
                         const std::string& base_url) const {
    json::parse_options options;
    options.max_depth = kAnswerDepth;
    auto answer = json::parse(line, {}, options).as_object();
    if (const auto* error = answer.if_contains("error")) {
      print_error(render_error(error->as_object(), typed));
      return error->as_object().contains("canPass") ? kTryAgain : kFailed;
    }
    const auto& command = typed.command;
    auto& data = answer.at("data");
    if (command.present != nullptr) command.present(data.as_object(), base_url);
    const auto text =
        invocation_.json ? json::serialize(data) + "\n" : render_for_people(data, command);
    const bool is_list = !command.columns.empty();
    if (is_list) return print(text);
    // If the reader is gone, the process must not end before it says what was done.
    ::signal(SIGPIPE, SIG_IGN);
    const int code = print(text);
    if (code != kDone) print_error(what_was_done(data.as_object(), typed) + "\n");
    return code;
  }

  /// For a command that took effect, but whose result could not be printed.
  [[nodiscard]] static std::string what_was_done(const json::object& data,
                                                 const TypedCommand& typed) {
    if (typed.command.if_lost != nullptr) return typed.command.if_lost(data, typed);
    return fmt::format("`{}` took effect; only its result was not printed.", typed.line());
  }

  const Invocation& invocation_;
};

int run_unguarded(int argc, char** argv) {
  open_standard_descriptors();
  // A write beyond a limit on the size of files must fail instead of ending the process.
  ::signal(SIGXFSZ, SIG_IGN);
  ::umask(077);  // All files of the server are accessible to its owner only.
  auto parsed = parse_command_line(argc, argv);
  if (!parsed) return refuse(parsed.error());
  if (const auto* help = std::get_if<HelpRequest>(&*parsed)) {
    return print(help->text);
  }
  const auto& invocation = std::get<Invocation>(*parsed);
  return std::visit(Runner(invocation), invocation.what);
}

}  // namespace

int run(int argc, char** argv) {
  try {
    return run_unguarded(argc, argv);
  } catch (const std::bad_alloc&) {
    complain("out of memory");
    return kTryAgain;
  } catch (const std::system_error& failure) {
    return refuse(as_operator_error(failure));
  } catch (const std::exception& bug) {
    complain(fmt::format("internal error: {}", bug.what()));
    return kFailed;
  }
}

}  // namespace parley::daemon
