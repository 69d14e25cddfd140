#define _GNU_SOURCE
#include "guard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

// What ours and nobody else's files are after this: 3 is `life`, 4 tells of children that ended.
static void keep_only(int life, int children) {
  int nowhere = open("/dev/null", O_RDWR);
  for (int stream = 0; stream < 3; stream++) dup2(nowhere, stream);
  // Out of each other's way first.
  int high_life = fcntl(life, F_DUPFD, 10);
  int high_children = fcntl(children, F_DUPFD, 10);
  dup2(high_life, 3);
  dup2(high_children, 4);
  close_range(5, ~0u, 0);
}

// Kills the children that the kernel lists for this process; false where it lists none, as some do.
static bool kill_listed(void) {
  int list = open("/proc/thread-self/children", O_RDONLY | O_CLOEXEC);
  if (list < 0) return false;
  char text[4096];
  pid_t child = 0;
  ssize_t count;
  while ((count = read(list, text, sizeof text)) > 0) {
    for (ssize_t i = 0; i < count; i++) {
      if (text[i] >= '0' && text[i] <= '9') {
        child = child * 10 + (text[i] - '0');
      } else if (child > 0) {
        kill(child, SIGKILL);
        child = 0;
      }
    }
  }
  close(list);
  return true;
}

// Kills the program's group and every child, until there is none. A child's children become ours when
// it ends, wherever they went.
static void kill_all(pid_t program, bool *is_running, int *status) {
  while (true) {
    if (*is_running) kill(-program, SIGKILL);
    if (!kill_listed() && !*is_running) return;
    int ended_status;
    pid_t ended = waitpid(-1, &ended_status, WNOHANG);
    if (ended < 0 && errno != EINTR) return;
    if (ended == program) {
      *status = ended_status;
      *is_running = false;
    }
    if (ended == 0) poll(NULL, 0, 1);
  }
}

// Ends as the program did.
static _Noreturn void end_as(int status) {
  if (WIFSIGNALED(status)) {
    signal(WTERMSIG(status), SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    kill(getpid(), WTERMSIG(status));
  }
  _exit(WEXITSTATUS(status));
}

// Whether the program has ended; collects orphans that it left to us.
static bool collect(pid_t program, int *status) {
  int ended_status;
  pid_t ended;
  while ((ended = waitpid(-1, &ended_status, WNOHANG)) > 0) {
    if (ended != program) continue;
    *status = ended_status;
    return true;
  }
  return false;
}

static void remove_folder(const char *path) {
  char *const arguments[] = {"rm", "-rf", "--", (char *)path, NULL};
  char *const environment[] = {NULL};
  execve("/bin/rm", arguments, environment);
}

_Noreturn void guard(pid_t program, int life, const char *scratch) {
  prctl(PR_SET_NAME, "benchdb-guard");
  // Who means the program asks us, who asks it.
  for (int request = 1; request <= SIGTERM; request++) {
    if (request != SIGKILL) signal(request, SIG_IGN);
  }
  sigset_t child;
  sigemptyset(&child);
  sigaddset(&child, SIGCHLD);
  keep_only(life, signalfd(-1, &child, SFD_NONBLOCK));
  struct pollfd news[] = {{.fd = 3, .events = POLLIN}, {.fd = 4, .events = POLLIN}};
  int status = 0;
  bool is_running = true;
  bool is_abandoned = false;
  while (is_running) {
    poll(news, 2, -1);
    struct signalfd_siginfo ignored;
    while (read(4, &ignored, sizeof ignored) > 0) {
    }
    if (collect(program, &status)) is_running = false;
    if (is_running && news[0].revents != 0) {
      char byte;
      is_abandoned = read(3, &byte, 1) != 1;
      break;
    }
  }
  kill_all(program, &is_running, &status);
  if (is_abandoned && scratch != NULL) remove_folder(scratch);
  end_as(status);
}
