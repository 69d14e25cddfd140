#define _GNU_SOURCE
#include "CProcess.h"
#include "guard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// The kernel, when memory runs out, takes a framework before anything else.
static void offer_to_oom_killer(void) {
  int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  if (file < 0) return;
  (void)!write(file, "1000", 4);
  close(file);
}

static void reset_signals(void) {
  for (int signal_number = 1; signal_number < NSIG; signal_number++) {
    signal(signal_number, SIG_DFL);
  }
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

// What a child is handed beside its request.
struct ends {
  // The end of a pipe that is the program's: its output, or its input.
  int stream;
  // Ends when nobody wants the program any more; -1 without a guard.
  int life;
  // Takes the errno of what went wrong before the program ran.
  int report;
  pid_t parent;
};

static int pin(const struct process_request *request) {
  if (request->processor_count == 0) return 0;
  cpu_set_t set;
  CPU_ZERO(&set);
  for (int i = 0; i < request->processor_count; i++) CPU_SET(request->processors[i], &set);
  return sched_setaffinity(0, sizeof set, &set) < 0 ? errno : 0;
}

// Runs in the child, where only async-signal-safe calls are sound. Returns errno if all else failed.
static int become_limited(const struct process_request *request, const struct ends *ends) {
  if (setpgid(0, 0) < 0) return errno;
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) < 0) return errno;
  // The parent may have ended before the line above.
  if (getppid() != ends->parent) return ESRCH;
  reset_signals();
  offer_to_oom_killer();
  struct rlimit no_core = {0, 0};
  if (setrlimit(RLIMIT_CORE, &no_core) < 0) return errno;
  int failure = pin(request);
  if (failure != 0) return failure;
  if (chdir(request->folder) < 0) return errno;
  int input = request->input < 0 ? open("/dev/null", O_RDONLY | O_CLOEXEC) : request->input;
  if (input < 0) return errno;
  int errors = request->errors < 0 ? ends->stream : request->errors;
  if (dup2(input, 0) < 0 || dup2(errors, 2) < 0 || dup2(ends->stream, 1) < 0) return errno;
  if (close_range(3, ~0u, CLOSE_RANGE_CLOEXEC) < 0) return errno;
  execve(request->path, request->arguments, request->environment);
  return errno;
}

// Runs in the child as above: starts the program and stays, in a group that no terminal signals.
static int become_guard(const struct process_request *request, const struct ends *ends) {
  if (setpgid(0, 0) < 0) return errno;
  if (prctl(PR_SET_CHILD_SUBREAPER, 1) < 0) return errno;
  reset_signals();
  sigset_t child;
  sigemptyset(&child);
  sigaddset(&child, SIGCHLD);
  sigprocmask(SIG_BLOCK, &child, NULL);
  struct ends handed = *ends;
  handed.parent = getpid();
  pid_t program = fork();
  if (program < 0) return errno;
  if (program == 0) {
    close(ends->life);
    return become_limited(request, &handed);
  }
  guard(program, ends->life, request->scratch);
}

// The errno that the child sends before it gives up; 0 when exec closed the pipe.
static int failure_from(int report) {
  int failure = 0;
  ssize_t count;
  do {
    count = read(report, &failure, sizeof failure);
  } while (count < 0 && errno == EINTR);
  return count == sizeof failure ? failure : 0;
}

// Runs in the child as above: a program that is fed its input.
static int become_fed(const struct process_request *request, const struct ends *ends) {
  reset_signals();
  if (dup2(ends->stream, 0) < 0) return errno;
  if (close_range(3, ~0u, CLOSE_RANGE_CLOEXEC) < 0) return errno;
  execve(request->path, request->arguments, request->environment);
  return errno;
}

// The same, with a session of its own and unheard.
static int become_quiet(const struct process_request *request, const struct ends *ends) {
  setsid();
  int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (nowhere < 0 || dup2(nowhere, 1) < 0 || dup2(nowhere, 2) < 0) return errno;
  return become_fed(request, ends);
}

typedef int becoming(const struct process_request *request, const struct ends *ends);

// Forks, and returns once the child runs the program or has said why it cannot.
static int launch(
    const struct process_request *request, becoming *become, struct ends ends, pid_t *child) {
  int report[2];
  if (pipe2(report, O_CLOEXEC) < 0) return errno;
  ends.report = report[1];
  ends.parent = getpid();
  *child = fork();
  if (*child == 0) {
    int failure = become(request, &ends);
    (void)!write(report[1], &failure, sizeof failure);
    _exit(127);
  }
  int failure = *child < 0 ? errno : 0;
  close(report[1]);
  if (*child > 0) failure = failure_from(report[0]);
  close(report[0]);
  return failure;
}

static int open_end(pid_t child, int *end) {
  *end = pidfd_open(child, 0);
  return *end < 0 ? errno : 0;
}

int process_start(const struct process_request *request, struct process *process) {
  int output[2], life[2];
  if (pipe2(output, O_CLOEXEC) < 0) return errno;
  if (pipe2(life, O_CLOEXEC) < 0) {
    int failure = errno;
    close(output[0]);
    close(output[1]);
    return failure;
  }
  pid_t child = -1;
  int end = -1;
  struct ends ends = {.stream = output[1], .life = life[0]};
  int failure = launch(request, become_guard, ends, &child);
  close(output[1]);
  close(life[0]);
  // Ours alone: the program's own end of the pipe must block.
  if (failure == 0 && fcntl(output[0], F_SETFL, O_NONBLOCK) < 0) failure = errno;
  if (failure == 0) failure = open_end(child, &end);
  if (failure != 0) {
    if (child > 0) {
      struct process_usage ignored;
      process_stop(life[1]);
      process_reap(child, &ignored);
    }
    close(output[0]);
    close(life[1]);
    return failure;
  }
  *process = (struct process){.guard = child, .end = end, .output = output[0], .life = life[1]};
  return 0;
}

void process_stop(int life) {
  // It may have ended meanwhile: then nobody reads.
  process_write(life, "", 1);
}

int process_reap(pid_t guard, struct process_usage *usage) {
  struct rusage used;
  int status;
  while (wait4(guard, &status, 0, &used) < 0) {
    if (errno != EINTR) return errno;
  }
  usage->status = status;
  usage->cpu_microseconds =
      (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * INT64_C(1000000) +
      used.ru_utime.tv_usec + used.ru_stime.tv_usec;
  usage->peak_kilobytes = used.ru_maxrss;
  return 0;
}

int process_memory(const void *bytes, size_t count) {
  int file = memfd_create("benchdb", MFD_CLOEXEC);
  if (file < 0) return -1;
  size_t written = 0;
  while (written < count) {
    ssize_t more = write(file, (const char *)bytes + written, count - written);
    if (more < 0 && errno == EINTR) continue;
    if (more < 0) {
      int failure = errno;
      close(file);
      errno = failure;
      return -1;
    }
    written += (size_t)more;
  }
  lseek(file, 0, SEEK_SET);
  return file;
}

int process_feed(
    const struct process_request *request, int is_quiet, pid_t *id, int *input) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) < 0) return errno;
  *id = -1;
  struct ends handed = {.stream = ends[0], .life = -1};
  int failure = launch(request, is_quiet ? become_quiet : become_fed, handed, id);
  close(ends[0]);
  if (failure == 0) {
    *input = ends[1];
    return 0;
  }
  close(ends[1]);
  if (*id > 0) waitpid(*id, NULL, 0);
  return failure;
}

ssize_t process_write(int input, const void *bytes, size_t count) {
  sigset_t broken, before;
  sigemptyset(&broken);
  sigaddset(&broken, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &broken, &before);
  ssize_t written = write(input, bytes, count);
  int failure = errno;
  // If there was a signal, it waits for this thread; taken, it ends nobody. It comes with a count too:
  // when the reader leaves in the middle of a write.
  struct timespec at_once = {0, 0};
  while (sigtimedwait(&broken, NULL, &at_once) < 0 && errno == EINTR) {
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  errno = failure;
  return written;
}

int process_processors(int *numbers, int capacity) {
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) < 0) return 0;
  int count = 0;
  for (int number = 0; number < CPU_SETSIZE && count < capacity; number++) {
    if (CPU_ISSET(number, &set)) numbers[count++] = number;
  }
  return count;
}

// Whether it has ended, in time: 0, ETIMEDOUT or errno.
static int wait_for(pid_t id, int milliseconds) {
  if (milliseconds < 0) return 0;
  int end;
  int failure = open_end(id, &end);
  if (failure != 0) return failure;
  struct pollfd ended = {.fd = end, .events = POLLIN};
  int count;
  do {
    count = poll(&ended, 1, milliseconds);
  } while (count < 0 && errno == EINTR);
  failure = count == 0 ? ETIMEDOUT : count < 0 ? errno : 0;
  close(end);
  return failure;
}

int process_wait(pid_t id, int milliseconds, int *status) {
  struct sigaction deaf = {.sa_handler = SIG_IGN}, interrupt, quit;
  sigemptyset(&deaf.sa_mask);
  sigaction(SIGINT, &deaf, &interrupt);
  sigaction(SIGQUIT, &deaf, &quit);
  int failure = wait_for(id, milliseconds);
  if (failure == 0) {
    while (waitpid(id, status, 0) < 0 && failure == 0) {
      if (errno != EINTR) failure = errno;
    }
  }
  sigaction(SIGINT, &interrupt, NULL);
  sigaction(SIGQUIT, &quit, NULL);
  return failure;
}
