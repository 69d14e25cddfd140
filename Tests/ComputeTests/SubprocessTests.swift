import Compute
import Foundation
import Glibc
import TestSupport
import Testing

/// Real programs, each ended by its limit or by itself.
@Suite struct SubprocessTests {
  @Test func `output and errors come as one text, with what was used`() throws {
    let ending = try shell("echo out; echo err >&2; exit 3").run()
    #expect(ending.cause == .exited(3))
    #expect(ending.log == "out\nerr\n")
    #expect(ending.duration > .zero && ending.cpuTime > .zero && ending.peakMemoryMB > 0)
  }

  @Test func `errors that are shared are no output`() throws {
    var program = shell("echo out; : >&2")
    program.errors = .shared
    #expect(try program.run().log == "out\n")
    program.arguments = ["-c", "readlink /proc/self/fd/2"]
    let ours = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/2")
    #expect(try program.run().log == ours + "\n")
  }

  @Test func `errors that go apart are no output`() throws {
    var program = shell("echo out; echo err >&2")
    program.errors = .apart
    let ending = try program.run()
    #expect(ending.log == "out\n")
    #expect(ending.errors == "err\n")
  }

  @Test func `it reads what it is fed`() throws {
    var program = shell("wc -c")
    program.input = .bytes(Array(repeating: 65, count: 1 << 18))
    #expect(try program.run().log == "262144\n")
    let folder = try FreshFolder()
    try folder.write("fed\n", to: "input")
    program.input = .file(folder.url.path + "/input")
    #expect(try program.run().log == "4\n")
    program.input = .file("/no/such/file")
    #expect(throws: ComputeError.file("/no/such/file", reason: "no such file or directory")) {
      try program.run()
    }
  }

  @Test func `arguments reach the program as they are`() throws {
    var echo = Subprocess(program: "/bin/echo", folder: "/")
    echo.arguments = ["a  b", "$HOME; exit 1", "*"]
    #expect(try echo.run().log == "a  b $HOME; exit 1 *\n")
  }

  @Test func `nothing is inherited`() throws {
    var env = Subprocess(program: "/usr/bin/env", folder: "/")
    env.environment = ["SEED": "75"]
    let lines = try env.run().log.split(separator: "\n").map { $0.split(separator: "=")[0] }
    #expect(lines == ["BENCHDB_JOB", "SEED"])
    #expect(try shell("pwd; cat; ls /proc/self/fd").run().log == "/usr\n0\n1\n2\n3\n")
  }

  @Test(arguments: [("/no/such/program", "/"), ("/bin/sh", "/no/such/folder")])
  func `a program that does not start says why`(program: String, folder: String) {
    #expect(
      throws: ComputeError.cannotStart(program: program, reason: "no such file or directory")
    ) {
      try Subprocess(program: program, folder: folder).run()
    }
  }

  @Test func `a signal from elsewhere is told from an exit`() throws {
    #expect(try shell("kill -SEGV $$").run().cause == .signalled(SIGSEGV))
  }

  @Test func `the time limit ends a whole group that ignores TERM`() throws {
    var program = shell("trap '' TERM; sleep 600 & echo $!; sleep 600 & echo $!; sleep 600")
    program.timeLimit = .milliseconds(300)
    let ending = try program.run()
    #expect(ending.cause == .overTime(.milliseconds(300)))
    #expect(ending.duration >= .milliseconds(300))
    #expect(pids(ending).count == 2)
    #expect(pids(ending).allSatisfy(isGone))
  }

  @Test(arguments: ["sleep 600 & echo $!", "setsid sleep 600 & echo $!"])
  func `what lingers is gone once the leader has ended`(script: String) throws {
    let ending = try shell(script).run()
    #expect(ending.cause == .exited(0))
    #expect(pids(ending).count == 1)
    #expect(pids(ending).allSatisfy(isGone))
  }

  @Test func `it runs on the processors it is given`() throws {
    let processor = try #require(Machine.processors.last)
    var program = shell("taskset -p $$")
    program.processors = [processor]
    let mask = try program.run().log.split(separator: " ").last?.dropLast()
    #expect(mask.flatMap { Int($0, radix: 16) } == 1 << processor)
  }

  @Test func `memory counts that a process holds which left the group`() throws {
    var program = shell("setsid sh -c '(head -c 120M /dev/zero; sleep 600) | tail'")
    program.memoryLimitMB = 100
    guard case .overMemory = try program.run().cause else {
      Issue.record("the limit was not seen")
      return
    }
  }

  @Test func `the memory limit counts all processes together`() throws {
    // tail keeps a last line of any length; two of them hold 120 MB.
    let eat = "(head -c 60M /dev/zero; sleep 600) | tail"
    var program = shell("\(eat) & \(eat)")
    program.memoryLimitMB = 100
    let ending = try program.run()
    guard case .overMemory(let megabytes) = ending.cause else {
      Issue.record("ended as \(ending.cause)")
      return
    }
    #expect(megabytes > 100 && ending.peakMemoryMB >= megabytes)
  }

  @Test func `a long log keeps both ends`() throws {
    var program = shell("echo first; yes | head -c 3000000; echo last")
    program.logLimit = 1000
    let log = try program.run().log
    #expect(log.hasPrefix("first\ny\n") && log.hasSuffix("y\nlast\n"))
    #expect(log.utf8.count < 1100)
  }

  @Test func `the caller can end it`() throws {
    var looks = 0
    let ending = try shell("sleep 600").run {
      looks += 1
      return looks == 2
    }
    #expect(ending.cause == .cancelled)
    #expect(ending.duration < .seconds(60))
  }

  @Test func `many at once leave nothing behind`() async throws {
    let left = try await withThrowingTaskGroup(of: [pid_t].self) { group in
      for _ in 0..<20 {
        group.addTask { pids(try shell("sleep 600 & echo $!; setsid sleep 600 & echo $!").run()) }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(left.count == 40)
    #expect(left.allSatisfy(isGone))
  }
}

private func shell(_ script: String) -> Subprocess {
  var program = Subprocess(program: "/bin/sh", arguments: ["-c", script], folder: "/usr")
  program.environment = ["PATH": "/usr/bin:/bin"]
  return program
}

private func pids(_ ending: ProcessEnding) -> [pid_t] {
  ending.log.split(separator: "\n").compactMap { pid_t($0) }
}

/// Whether no such process runs; one that nobody has reaped yet runs no more.
private func isGone(_ process: pid_t) -> Bool {
  guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else {
    return true
  }
  return stat.contains(") Z ") || stat.contains(") X ")
}
