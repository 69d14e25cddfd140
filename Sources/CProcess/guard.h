#ifndef GUARD_H
#define GUARD_H

#include <sys/types.h>

/// Keeps guard over `program`, a child of this process, and ends this process when it has ended and
/// everything that it started is gone: with the same status, and by the same signal.
///
/// A byte in `life` ends the program. So does its end, as it comes when nobody is left to write, even
/// after kill -9; then `scratch`, unless it is NULL, is removed too.
///
/// Called in a forked child with SIGCHLD blocked: all it calls is async-signal-safe.
_Noreturn void guard(pid_t program, int life, const char *scratch);

#endif
