import AWS
import ArgumentParser
import Benchmark
import Compute
import Figures
import Foundation
import HTTP
import OpenML
import Shell
import Statistics
import Tables
import Warehouse

/// Why a command did not end well: the one place where errors become text and an exit code.
struct Failure: Error {
  let status: ExitStatus
  /// What happened, where and what to do: one line that stands alone, then at most two.
  let text: String

  init(_ status: ExitStatus, _ sentence: String) {
    self.status = status
    text = "error: \(sentence)"
  }

  /// The text without the word before it.
  var sentence: String {
    text.firstRange(of: ": ").map { String(text[$0.upperBound...]) } ?? text
  }

  /// What was asked is refused, because it would destroy or cannot be meant.
  static func refused(_ sentence: String) -> Failure {
    Failure(status: .usage, text: "refused: \(sentence)")
  }

  private init(status: ExitStatus, text: String) {
    self.status = status
    self.text = text
  }

  /// Nil for what the argument parser itself throws, which it words better.
  init?(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as StoreError: self.init(error)
    case let error as ShellError: self.init(error.status, error.description)
    case let error as TablesError: self.init(error.status, error.description)
    case let error as StatisticsError: self.init(.no, error.description)
    case let error as FigureError: self.init(error.status, error.description)
    case let error as BenchmarkError: self.init(error.status, error.description)
    case let error as ComputeError: self.init(error.status, error.description)
    case let error as AWSError: self.init(error)
    case let error as HTTPError: self.init(error.status, error.description)
    case let error as OpenMLError: self.init(error)
    case let error as CocoaError:
      self.init(.disk, "\(error.filePath ?? "a file") cannot be read or written.")
    default: return nil
    }
  }

  init(_ error: AWSError) {
    self.init(error.status, error.description)
  }

  init(_ error: OpenMLError) {
    self.init(error.status, error.description)
  }

  private init(_ error: StoreError) {
    self.init(error.status, error.description)
    if let excerpt = error.excerpt {
      self.init(status: .no, text: text + "\n" + excerpt)
    } else if case .noQuery(let name, let known) = error,
      let meant = suggestion(for: name, among: known)
    {
      self.init(.noInput, "no stored query \"\(name)\"; did you mean \(meant)?")
    }
  }

  /// The argument parser's text in our letters: `Error: …` becomes `error: …`.
  static func lowered(_ text: String) -> String {
    text.hasPrefix("Error: ") ? "error: " + text.dropFirst(7) : text
  }
}

extension StoreError {
  fileprivate var status: ExitStatus {
    switch self {
    case .noWarehouse, .noQuery, .unknownSelected: .noInput
    case .exists: .outputExists
    case .notAWarehouse, .newer, .migration, .damaged, .malformedQuery: .malformedInput
    case .busy: .tryAgain
    case .readOnly: .permission
    case .interrupted: .interrupted
    case .sql, .sqlite: .no
    case .unboundParameter, .badParameter, .badSelection, .sourceElsewhere: .usage
    case .disk: .disk
    case .unknownHeader, .malformedHeader, .emptyFile, .malformedRow, .unknownMetric,
      .conflictingRun:
      .malformedInput
    }
  }
}

extension AWSError {
  fileprivate var status: ExitStatus {
    switch self {
    case .noCredentials, .credentials: .permission
    case .configuration: .configuration
    case .service(let fault): fault.status
    case .transport(let error, _): error.status
    case .changed: .tryAgain
    case .malformed: .unreachable
    }
  }
}

extension ServiceFault {
  fileprivate var status: ExitStatus {
    switch kind {
    case .denied, .expired, .unknownKey, .clock: .permission
    case .noBucket, .noObject: .noInput
    case .throttled, .busy: .tryAgain
    case .other: .unreachable
    }
  }
}

extension HTTPError {
  fileprivate var status: ExitStatus {
    switch self {
    case .badURL: .usage
    case .badHeader: .configuration
    case .unreachable, .certificate, .tooLarge: .unreachable
    case .timeout, .broken: .tryAgain
    case .file: .noInput
    case .cancelled: .interrupted
    }
  }
}

extension OpenMLError {
  fileprivate var status: ExitStatus {
    switch self {
    case .transport(let error): error.status
    case .none: .noInput
    case .denied: .permission
    case .refused: isTransient ? .tryAgain : .unreachable
    case .malformed: .unreachable
    case .checksum: .tryAgain
    case .file: .disk
    case .empty: .no
    case .unusable, .unreadable: .malformedInput
    }
  }
}

extension ShellError {
  fileprivate var status: ExitStatus {
    switch self {
    case .openQuote, .noCommand, .usage, .unbound, .endless: .usage
    case .noFile, .noTable: .noInput
    case .tooDeep: .malformedInput
    case .unwritable: .disk
    case .stopped(_, let status): ExitStatus(rawValue: status) ?? .no
    case .failed, .unsavable, .noParameter, .notOneRow, .noEditor, .noPager, .noViewer,
      .noClipboard, .tooLongToCopy, .noColumn, .noSelect, .noChart, .tooWide, .repeatedCells,
      .nothingYet:
      .no
    }
  }
}

extension FigureError {
  fileprivate var status: ExitStatus {
    if case .tooLittle = self { .no } else { .malformedInput }
  }
}

extension TablesError {
  fileprivate var status: ExitStatus {
    switch self {
    case .noFormat: .usage
    default: .malformedInput
    }
  }
}

extension BenchmarkError {
  fileprivate var status: ExitStatus {
    if case .unwritableTasks = self { .usage } else { .malformedInput }
  }
}

extension ComputeError {
  fileprivate var status: ExitStatus {
    switch self {
    case .noFramework, .noDataset: .noInput
    case .unsafeName, .unsafeKey, .seed, .type: .usage
    case .data, .predictions: .malformedInput
    case .noPython, .noProgram, .notSetUp, .cannotStart: .configuration
    case .setUp: .unreachable
    case .file: .disk
    case .hosts: .malformedInput
    case .host(_, let trouble): trouble.status
    }
  }
}

extension HostTrouble {
  fileprivate var status: ExitStatus {
    switch self {
    case .unknownKey, .changedKey, .denied: .permission
    case .unreachable: .unreachable
    case .unfit: .configuration
    case .failed: .tryAgain
    }
  }
}
