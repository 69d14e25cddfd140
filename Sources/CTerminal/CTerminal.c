#define _GNU_SOURCE
#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

// Written before the handlers are installed, only read by them.
static struct termios cooked;
static int terminal = -1;
static volatile sig_atomic_t is_raw;

static const int ending[] = {SIGTERM, SIGHUP, SIGQUIT, SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGTRAP};

void ct_restore(void) {
  if (!is_raw) return;
  tcsetattr(terminal, TCSADRAIN, &cooked);
  is_raw = 0;
}

static void restore_and_end(int number) {
  ct_restore();
  signal(number, SIG_DFL);
  raise(number);
}

static void catch_endings(void) {
  for (size_t i = 0; i < sizeof ending / sizeof *ending; i++) {
    struct sigaction before;
    if (sigaction(ending[i], NULL, &before) != 0 || before.sa_handler != SIG_DFL) continue;
    struct sigaction action = {.sa_handler = restore_and_end};
    sigemptyset(&action.sa_mask);
    sigaction(ending[i], &action, NULL);
  }
}

int ct_raw(int fd) {
  if (is_raw) return 0;
  struct termios mode;
  if (tcgetattr(fd, &mode) != 0) return -1;
  if (terminal != fd) {
    cooked = mode;
    terminal = fd;
    catch_endings();
  }
  mode.c_iflag &= ~(tcflag_t)(BRKINT | ICRNL | INPCK | ISTRIP | IXON);
  mode.c_cflag |= CS8;
  mode.c_lflag &= ~(tcflag_t)(ECHO | ICANON | IEXTEN | ISIG);
  mode.c_cc[VMIN] = 1;
  mode.c_cc[VTIME] = 0;
  if (tcsetattr(fd, TCSADRAIN, &mode) != 0) return -1;
  is_raw = 1;
  return 0;
}

void ct_suspend(int fd) {
  ct_restore();
  raise(SIGTSTP);
  ct_raw(fd);
}

int ct_size(int fd, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return -1;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 0;
}

int ct_wait(int fd, int milliseconds) {
  struct pollfd wanted = {.fd = fd, .events = POLLIN};
  return poll(&wanted, 1, milliseconds);
}

// MARK: Ctrl-C

static int interrupt_pipe[2] = {-1, -1};
static volatile sig_atomic_t interrupts;
static struct sigaction before_catching;

static void on_interrupt(int number) {
  int saved = errno;
  interrupts = interrupts + 1;
  if (interrupts >= 3) restore_and_end(number);
  ssize_t written = write(interrupt_pipe[1], "", 1);
  (void)written;
  errno = saved;
}

int ct_catch_interrupts(void) {
  if (interrupt_pipe[0] < 0 && pipe2(interrupt_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  struct sigaction action = {.sa_handler = on_interrupt, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  if (sigaction(SIGINT, &action, &before_catching) != 0) return -1;
  return interrupt_pipe[0];
}

void ct_forgive(void) { interrupts = 0; }

void ct_release_interrupts(void) { sigaction(SIGINT, &before_catching, NULL); }

int ct_run(const char *command) { return system(command); }
