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
  /// Where it starts. Its input is empty.
  const char *folder;
  /// Where its errors go; -1 for with its output.
  int errors;
};

/// A program that was started. The descriptors are the caller's to close.
struct process {
  pid_t id;
  /// Polls readable once the program has ended.
  int end;
  /// Reads its output, and its errors where they go with it, never blocking.
  int output;
};

/// What a process and the children it waited for have used.
struct process_usage {
  /// As `waitpid` gives it.
  int status;
  int64_t cpu_microseconds;
  /// The most memory that one of them held.
  int64_t peak_kilobytes;
};

/// Starts a program as the leader of a new process group, to be killed if the calling thread ends.
///
/// Returns 0, or errno with nothing left behind.
int process_start(const struct process_request *request, struct process *process);

/// Kills every process of the group that `leader` leads. Sound only until `leader` is reaped.
void process_kill_group(pid_t leader);

/// Waits for `leader` and forgets it; returns 0 or errno.
int process_reap(pid_t leader, struct process_usage *usage);

/// Starts a program beside us, unlimited, which reads what is written to `*input`; the descriptor is
/// the caller's to close.
///
/// With `is_quiet` it has a session of its own, so that it may outlive us, and what it says is not
/// heard; else it shares our process group, output and errors. Of the request `folder` and `errors` do
/// not matter. Returns 0, or errno with nothing left behind.
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
