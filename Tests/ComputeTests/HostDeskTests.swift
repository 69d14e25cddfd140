import Foundation
import TestSupport
import Testing

@testable import Compute

/// Workers are shell scripts here, which write what the real one does.
struct HostDeskTests {
  let folder: FreshFolder
  let desk: HostDesk
  let pipe: String

  init() throws {
    folder = try FreshFolder()
    desk = HostDesk(
      folder: folder.url.path, variables: ["PATH": TaskRunner.systemPath, "PLACE": "host"])
    pipe = folder.url.appending(path: "pipe").path
    #expect(mkfifo(pipe, 0o600) == 0)
  }

  /// A worker that does `script`, and then says so through the pipe.
  private func setWorker(_ script: String) throws {
    try folder.write("#!/bin/sh\n\(script)\necho done >\(pipe)\n", to: "benchdb")
    chmod(folder.url.appending(path: "benchdb").path, 0o755)
  }

  /// What a worker says through the pipe, as soon as it does.
  private func heard() -> String {
    let said = try? FileHandle(forReadingAtPath: pipe)?.readToEnd()
    return String(decoding: (said ?? nil) ?? Data(), as: UTF8.self)
  }

  private func order(
    _ positions: ClosedRange<Int> = 2...4, _ variables: [String: String] = [:]
  ) -> SliceOrder {
    SliceOrder(
      name: "trial", manifest: "/shared/a b'c.jsonl", count: 9, positions: positions,
      variables: variables)
  }

  private func look() throws -> [SliceReport] {
    try desk.answer(to: .look(names: ["trial", "other"])).slices ?? []
  }

  /// The report once the worker is gone: it goes a moment after it was heard.
  private func lastReport() throws -> SliceReport {
    while true {
      let report = try #require(try look().first)
      if report.isGone { return report }
      sched_yield()
    }
  }

  @Test func `a worker is told its tasks, and gets variables of the host and of the client`() throws
  {
    try setWorker(#"printf '%s|' "$@" "$PLACE" "$TASK" >&2; pwd"#)
    let slices = try desk.answer(to: .start(order(2...4, ["TASK": "x; exit"]))).slices
    #expect(slices?.map(\.positions) == [2...4])
    #expect(heard() == "done\n")
    let log = try #require(try desk.answer(to: .log(name: "trial", position: 3)).log)
    #expect(
      log.hasPrefix(
        "worker|--manifest|/shared/a b'c.jsonl|--slice|2-4|--state|state.jsonl|host|x; exit|"))
    #expect(log.hasSuffix("/jobs/trial/2-4\n"))
    #expect(try desk.answer(to: .log(name: "trial", position: 5)).log == nil)
  }

  @Test func `a slice is begun once`() throws {
    try setWorker("echo begun >&2")
    for _ in 1...3 { _ = try desk.answer(to: .start(order())) }
    #expect(heard() == "done\n")
    _ = try lastReport()
    _ = try desk.answer(to: .start(order()))
    #expect(try desk.answer(to: .log(name: "trial", position: 2)).log == "begun\n")
  }

  @Test func `of desks that are asked at once one begins it`() async throws {
    try setWorker("echo begun >&2")
    let order = order()
    await withTaskGroup(of: Void.self) { group in
      for _ in 1...8 { group.addTask { _ = try? desk.answer(to: .start(order)) } }
    }
    #expect(heard() == "done\n")
    _ = try lastReport()
    #expect(try desk.answer(to: .log(name: "trial", position: 2)).log == "begun\n")
  }

  @Test func `what was ordered and not begun is begun`() throws {
    try setWorker("echo begun >&2")
    try folder.write("{}", to: "jobs/trial/2-4/request.json")
    #expect(try look() == [])
    _ = try desk.answer(to: .start(order()))
    #expect(heard() == "done\n")
    #expect(try look().count == 1)
  }

  @Test func `a slice that overlaps another one is refused`() throws {
    try setWorker(":")
    _ = try desk.answer(to: .start(order(0...3)))
    #expect(heard() == "done\n")
    #expect(throws: ComputeError.self) { try desk.answer(to: .start(order(3...5))) }
    _ = try desk.answer(to: .start(order(4...5)))
    #expect(heard() == "done\n")
    #expect(try look().map(\.positions) == [0...3, 4...5])
  }

  @Test func `a worker's journal is told, and that it is gone`() throws {
    try setWorker(
      #"""
      echo '{"index":2,"state":"ok"}' >>state.jsonl
      echo '{"index":3,"state":"running","at":"2026-11-24T20:00:00Z"}' >>state.jsonl
      echo 'no room left' >&2; echo up >"$0.up"; echo half >\#(pipe); kill -9 $$
      """#)
    _ = try desk.answer(to: .start(order()))
    #expect(heard() == "half\n")
    let report = try lastReport()
    #expect(report.ended == [2...2])
    #expect(report.running == [3: "2026-11-24T20:00:00Z"])
    #expect(report.lastWords == "no room left")
  }

  @Test func `one that did all it had to is not asked for its last words`() throws {
    try setWorker(
      #"echo bye >&2; for i in 2 3 4; do echo "{\"index\":$i,\"state\":\"ok\"}"; done >state.jsonl"#
    )
    _ = try desk.answer(to: .start(order()))
    #expect(heard() == "done\n")
    let report = try lastReport()
    #expect(report.ended == [2...4])
    #expect(report.lastWords == nil)
  }

  @Test func `a worker is asked to end, and its machine put out all the same`() throws {
    try setWorker(
      "trap 'echo stopped >&2; exit 143' TERM; echo up >\(pipe); while :; do read x <\(pipe); done")
    var desk = desk
    desk.powerOff = "echo off >&2; echo off >\(pipe)"
    var order = order()
    order.powersOff = true
    _ = try desk.answer(to: .start(order))
    #expect(heard() == "up\n")
    let stopped = try desk.answer(to: .stop(name: "trial")).slices
    #expect(stopped?.count == 1)
    #expect(heard() == "off\n")
    let log = try #require(try desk.answer(to: .log(name: "trial", position: 2)).log)
    #expect(log.hasSuffix("stopped\noff\n"))
  }

  @Test(arguments: [
    (#"{"do":"look","names":["../../etc"]}"#, #"{"slices":[]}"#),
    (#"{"do":"log","name":"..","position":0}"#, "{}"),
    (#"{"do":"dance"}"#, #"{"error":"the request is none that this benchdb knows"}"#),
    ("", #"{"error":"the request is none that this benchdb knows"}"#),
  ])
  func `a request that means ill gets nothing`(request: String, answer: String) {
    #expect(desk.answer(Data(request.utf8)) == answer)
  }

  @Test func `an order that means ill is refused`() {
    var orders = [order(), order(-1...3), order(0...1, ["A=B": ""]), order(0...1, ["A": "\0"])]
    orders[0].manifest = "--help"
    orders.append(order())
    orders[4].name = "../trial"
    for order in orders {
      #expect(throws: ComputeError.self) { try desk.answer(to: .start(order)) }
    }
    #expect(folder.names == ["pipe"])
  }
}
