// What Swift cannot do safely: terminal modes that a signal handler must be able to undo, and the
// handlers themselves.

#ifndef CTERMINAL_H
#define CTERMINAL_H

// Switches the terminal `in` to raw input: bytes as they are typed, no echo, no signals, pastes marked
// (which `out` asks for). Output processing stays. From the first call on, a signal that ends the
// process or stops it puts the mode back first, and one that continues it makes it raw again.
// Returns 0, or -1 where `in` is no terminal.
int ct_raw(int in, int out);

// Puts back the mode that ct_raw found. Harmless when not raw.
void ct_restore(void);

// Stops the process as Ctrl-Z does, in the restored mode; returns when it goes on, raw again.
void ct_suspend(void);

// Columns and rows of the terminal at fd; returns 0, or -1 where it does not tell.
int ct_size(int fd, int *columns, int *rows);

// Waits for input at fd: 1 when there is some or the end, 0 after `milliseconds` (negative: never),
// 'r' when the terminal has another size, 'c' when the process was stopped and goes on, -1 when a
// signal came.
int ct_wait(int fd, int milliseconds);

// Whether reading from fd would give something at once, be it the end.
int ct_has_input(int fd);

// From now on SIGINT does not end the process but writes a byte into a pipe, whose reading end this
// returns (-1 without one). The third SIGINT since ct_forgive ends the process after all.
int ct_catch_interrupts(void);

// Counts SIGINTs from zero again.
void ct_forgive(void);

// Whether SIGINTs are not counted: while a program has the terminal for which they are one of its keys.
void ct_be_patient(int is_on);

// SIGINT as it was before ct_catch_interrupts.
void ct_release_interrupts(void);

// Runs a command by the shell, at the terminal, and waits for it; returns as system(3) does.
int ct_run(const char *command);

#endif
