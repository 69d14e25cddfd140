import ArgumentParser
import Foundation
import Shell

extension Verbs {
  /// What may follow each verb, read from what ArgumentParser itself tells of the commands.
  ///
  /// **Source**: the format of `--experimental-dump-help`, version 0 of ArgumentParser's ToolInfo.
  static let shapes: [VerbShape] = {
    let text = Data(BenchDB._dumpHelp().utf8)
    let info = try? JSONDecoder().decode(ToolInfo.self, from: text)
    return info?.command.subcommands?.map(VerbShape.init) ?? []
  }()
}

private struct ToolInfo: Decodable {
  var command: CommandInfo
}

private struct CommandInfo: Decodable {
  var commandName: String
  var abstract: String?
  var arguments: [ArgumentInfo]?
  var subcommands: [CommandInfo]?
}

private struct ArgumentInfo: Decodable {
  struct Name: Decodable {
    var kind: String
    var name: String
  }

  var kind: String
  var shouldDisplay: Bool?
  var isRepeating: Bool?
  var names: [Name]?
  var valueName: String?
  var allValues: [String]?
  var completionKind: CompletionInfo?
  var abstract: String?
}

private struct CompletionInfo: Decodable {
  struct List: Decodable {
    var values: [String]
  }

  var list: List?
}

extension VerbShape {
  fileprivate init(_ info: CommandInfo) {
    let arguments = (info.arguments ?? []).filter { $0.shouldDisplay ?? true }
    self.init(
      info.commandName, help: info.abstract ?? "", arguments: arguments.map(Argument.init),
      subcommands: (info.subcommands ?? []).map(VerbShape.init))
  }
}

extension VerbShape.Argument {
  fileprivate init(_ info: ArgumentInfo) {
    self.init(
      names: (info.names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name },
      value: info.kind == "flag" ? nil : info.valueName,
      values: info.allValues ?? info.completionKind?.list?.values ?? [],
      help: info.abstract ?? "", repeats: info.isRepeating ?? false)
  }
}
