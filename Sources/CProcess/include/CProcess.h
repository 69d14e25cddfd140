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

#endif
