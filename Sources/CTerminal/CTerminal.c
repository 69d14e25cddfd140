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
static struct termios cooked, raw;
static int terminal = -1, screen = -1;
static int wake_pipe[2] = {-1, -1};
static volatile sig_atomic_t is_raw;

static void say(int fd, const char *text, size_t length) {
  ssize_t written = write(fd, text, length);
  (void)written;
}

#define SAY(fd, text) say(fd, text, sizeof(text) - 1)

// Bracketed paste goes with raw input: who does not read keys does not know its marks.
static int enter_raw(void) {
  if (tcsetattr(terminal, TCSADRAIN, &raw) != 0) return -1;
  SAY(screen, "\x1b[?2004h");
  is_raw = 1;
  return 0;
}

void ct_restore(void) {
  if (!is_raw) return;
  SAY(screen, "\x1b[?2004l");
  tcsetattr(terminal, TCSADRAIN, &cooked);
  is_raw = 0;
}

// What was being typed ends here: what a shell says next stands in a line of its own.
static void break_off(void) {
  if (is_raw) SAY(screen, "\x1b[J\r\n");
  ct_restore();
}

// MARK: Signals

static const int ending[] = {SIGTERM, SIGHUP,  SIGQUIT, SIGABRT, SIGSEGV,
                             SIGBUS,  SIGFPE,  SIGILL,  SIGTRAP};
enum { endings = sizeof ending / sizeof *ending };
static struct sigaction before_ending[endings];

// Puts the mode back, then lets happen what would have happened without us.
static void on_ending(int number) {
  break_off();
  for (int i = 0; i < endings; i++)
    if (ending[i] == number) sigaction(number, &before_ending[i], NULL);
  raise(number);
}

static void on_stop(int number) {
  (void)number;
  int saved = errno;
  int was_raw = is_raw;
  break_off();
  raise(SIGSTOP);
  if (was_raw && enter_raw() == 0) SAY(wake_pipe[1], "c");
  errno = saved;
}

// After SIGSTOP, which cannot be caught, a shell has put back modes of its own.
static void on_continue(int number) {
  (void)number;
  int saved = errno;
  if (is_raw && enter_raw() == 0) SAY(wake_pipe[1], "c");
  errno = saved;
}

static void on_resize(int number) {
  (void)number;
  int saved = errno;
  SAY(wake_pipe[1], "r");
  errno = saved;
}

static void catch(int number, void (*handler)(int), struct sigaction *before) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  if (sigaction(number, NULL, before) != 0 || before->sa_handler == SIG_IGN) return;
  sigaction(number, &action, NULL);
}

static int catch_signals(void) {
  if (pipe2(wake_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  for (int i = 0; i < endings; i++) catch(ending[i], on_ending, &before_ending[i]);
  struct sigaction before;
  catch(SIGTSTP, on_stop, &before);
  catch(SIGCONT, on_continue, &before);
  catch(SIGWINCH, on_resize, &before);
  return 0;
}

// MARK: Modes

int ct_raw(int in, int out) {
  if (is_raw) return 0;
  if (tcgetattr(in, &cooked) != 0) return -1;
  terminal = in;
  screen = out;
  if (wake_pipe[0] < 0 && catch_signals() != 0) return -1;
  raw = cooked;
  raw.c_iflag &= ~(tcflag_t)(BRKINT | ICRNL | INPCK | ISTRIP | IXON);
  raw.c_cflag |= CS8;
  raw.c_lflag &= ~(tcflag_t)(ECHO | ICANON | IEXTEN | ISIG);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  return enter_raw();
}

void ct_suspend(void) {
  ct_restore();
  raise(SIGTSTP);
  enter_raw();
}

int ct_size(int fd, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return -1;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 0;
}

int ct_wait(int fd, int milliseconds) {
  struct pollfd wanted[] = {{.fd = fd, .events = POLLIN}, {.fd = wake_pipe[0], .events = POLLIN}};
  int ready = poll(wanted, 2, milliseconds);
  if (ready <= 0) return ready;
  char kind;
  if (wanted[1].revents && read(wake_pipe[0], &kind, 1) == 1) return kind;
  return 1;
}

int ct_has_input(int fd) {
  struct pollfd wanted = {.fd = fd, .events = POLLIN};
  return poll(&wanted, 1, 0) == 1;
}

// MARK: Ctrl-C

static int interrupt_pipe[2] = {-1, -1};
static volatile sig_atomic_t interrupts;
static volatile sig_atomic_t is_patient;
static struct sigaction before_catching;

static void on_interrupt(int number) {
  int saved = errno;
  if (!is_patient) interrupts = interrupts + 1;
  if (interrupts >= 3) {
    ct_restore();
    signal(number, SIG_DFL);
    raise(number);
  }
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

void ct_be_patient(int is_on) { is_patient = is_on; }

void ct_release_interrupts(void) { sigaction(SIGINT, &before_catching, NULL); }

int ct_run(const char *command) { return system(command); }
