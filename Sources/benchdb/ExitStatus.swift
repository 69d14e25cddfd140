/// How the program may end; scripts rely on these numbers.
enum ExitStatus: Int32 {
  case done = 0
  /// The answer is no: a failed run, an SQL error, too little data.
  case no = 1
  case usage = 64
  case malformedInput = 65
  case noInput = 66
  case unreachable = 69
  case ourBug = 70
  case outputExists = 73
  case disk = 74
  /// Busy or partial: run again.
  case tryAgain = 75
  case permission = 77
  case configuration = 78
  case interrupted = 130
}
