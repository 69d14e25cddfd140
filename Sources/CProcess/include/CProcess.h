#ifndef CPROCESS_H
#define CPROCESS_H

#include <stdint.h>
#include <sys/types.h>

/// A program to start, all of it borrowed for the call.
struct process_request {
  const char *path;
  /// Ends with NULL; the first is the program's own name.
  char *const *arguments;
  /// Ends with NULL; nothing is inherited.
  char *const *environment;
  /// Where it starts.
  const char *folder;
  /// What it reads; -1 for nothing.
  int input;
  /// Where its errors go; -1 for with its output.
  int errors;
  /// A folder to remove, with all in it, should we be ended before the program is; or NULL.
  const char *scratch;
  /// The processors that it may use; all of ours where there are none.
  const int *processors;
  int processor_count;
};

/// A program that was started, and a guard over it. The descriptors are the caller's to close.
struct process {
  /// The parent of the program, and of whatever that leaves behind.
  pid_t guard;
  /// Polls readable once the program has ended and all that it started is gone.
  int end;
  /// The program is ended when this is closed, be it by kill -9 of ours.
  int life;
  /// Reads its output, and its errors where they go with it, never blocking.
  int output;
};

/// What a program and everything that it started have used.
struct process_usage {
  /// As `waitpid` gives it.
  int status;
  int64_t cpu_microseconds;
  /// The most memory that one of them held.
  int64_t peak_kilobytes;
};

/// Starts a program as the leader of a new process group, under a guard that ends it, and whatever it
/// started, when we end or ask for it.
///
/// Returns 0, or errno with nothing left behind.
int process_start(const struct process_request *request, struct process *process);

/// Asks the guard to end the program that was started with `life`.
void process_stop(int life);

/// Waits for `guard` and forgets it; what the program and everything below it has used is told to it.
/// Returns 0 or errno.
int process_reap(pid_t guard, struct process_usage *usage);

/// A nameless file in memory that holds those bytes, to be read from its start; -1 with errno. It is the
/// caller's to close.
int process_memory(const void *bytes, size_t count);

/// Starts a program beside us, unlimited, which reads what is written to `*input`; the descriptor is
/// the caller's to close.
///
/// With `is_quiet` it has a session of its own, so that it may outlive us, and what it says is not
/// heard; else it shares our process group, output and errors. Of the request only path, arguments
/// and environment matter. Returns 0, or errno with nothing left behind.
int process_feed(
    const struct process_request *request, int is_quiet, pid_t *id, int *input);

/// Writes as write(2) does, without the signal where nobody reads; returns the count or -1 with errno.
ssize_t process_write(int input, const void *bytes, size_t count);

/// The numbers of the processors that this process may use, ascending, `capacity` of them at most;
/// returns how many they are.
int process_processors(int *numbers, int capacity);

/// Waits for a program to end, deaf meanwhile to Ctrl-C and Ctrl-\ as system(3) is: they are meant for
/// the program. Sets `*status` as `waitpid` does. Returns 0, ETIMEDOUT after that many milliseconds
/// (negative: never), or errno.
int process_wait(pid_t id, int milliseconds, int *status);

#endif
