/// What is run on a host: one of a few constant lines.
///
/// No data ever becomes part of a line, it goes by input; a login shell of whatever kind hands the line
/// to `sh`. All begin at home, in `~/.benchdb`.
package struct HostCommand: Sendable {
  /// What `ssh` is given to run.
  let line: String

  private init(_ script: StaticString) {
    line = "exec /bin/sh -c '\(script)'"
  }

  /// Nothing: to open a connection.
  static let nothing = HostCommand(":")

  /// Says what the machine is and the digest of our program there, if it is there.
  static let look = HostCommand(
    "cd && uname -sm && { sha256sum .benchdb/benchdb 2>/dev/null || :; }")

  /// Takes in a program, which is of no use before `install`.
  static let receive = HostCommand(
    "cd && umask 077 && mkdir -p .benchdb && exec cat >.benchdb/benchdb.new")

  /// Puts what was taken in into place, if it has the digest that is read: all of it arrived.
  static let install = HostCommand(
    """
    cd && read -r digest && printf "%s  .benchdb/benchdb.new\\n" "$digest" \
    | sha256sum -c --status || { echo "our program did not arrive whole" >&2; exit 1; }; \
    chmod 700 .benchdb/benchdb.new && exec mv -f .benchdb/benchdb.new .benchdb/benchdb
    """)

  /// Has our program there answer the request that is read; nothing at all where it is not there.
  static let attend = HostCommand(
    """
    cd || exit; if test -x .benchdb/benchdb; then exec .benchdb/benchdb attend; fi; echo {}
    """)

  static let all = [nothing, look, receive, install, attend]
}
