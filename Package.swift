// swift-tools-version: 6.2
import PackageDescription

// The map. Targets stand in the order data flows; each line names what it may import, and
// `make test` refuses any import that is not granted here.

let package = Package(
  name: "benchdb",
  products: [.executable(name: "benchdb", targets: ["benchdb"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // Pure: values in, values out. No file, no network, no clock, no environment.
    .target(name: "Tables"),
    .target(name: "SQLSyntax", dependencies: ["Tables"]),
    .target(name: "LineEditing", dependencies: ["Tables"]),
    .target(name: "Statistics", dependencies: ["Tables"]),
    .target(name: "Scoring", dependencies: ["Tables", "Statistics"]),
    .target(name: "Benchmark", dependencies: ["Tables", "Statistics"]),
    .target(name: "Markup"),
    .target(name: "Figures", dependencies: ["Markup", "Tables", "Statistics"]),
    .target(
      name: "Reports", dependencies: ["Markup", "Tables", "Statistics", "Figures"],
      plugins: ["Embed"]),

    // Doors: the network, the database file, processes, the terminal.
    .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
    .target(name: "HTTP", dependencies: ["CCurl"]),
    .target(name: "COpenSSL", linkerSettings: [.linkedLibrary("crypto")]),
    .target(name: "AWS", dependencies: ["COpenSSL", "HTTP"]),
    .target(name: "OpenML", dependencies: ["HTTP", "Tables", "Benchmark"]),
    .target(
      name: "Warehouse",
      dependencies: [
        "Tables", "SQLSyntax", "Statistics", "Benchmark", "SchemaSQL", "QueriesSQL",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .target(name: "CProcess"),
    .target(
      name: "Compute",
      dependencies: ["CProcess", "HTTP", "AWS", "Tables", "Scoring", "Benchmark"],
      plugins: ["Embed"]),
    .target(name: "CTerminal"),
    .target(
      name: "Shell",
      dependencies: ["CTerminal", "Tables", "SQLSyntax", "LineEditing", "Warehouse"]),

    // The one binary: environment, files, exit codes.
    .executableTarget(
      name: "benchdb",
      dependencies: [
        "Tables", "Statistics", "Scoring", "Benchmark", "Figures", "Reports", "HTTP", "AWS",
        "OpenML", "Warehouse", "Compute", "Shell", "Sample",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      plugins: ["Embed"]),

    // Files that travel inside the binary.
    .target(name: "SchemaSQL", path: "schema", plugins: ["Embed"]),
    .target(name: "QueriesSQL", path: "queries", plugins: ["Embed"]),
    .target(name: "Sample", plugins: ["Embed"]),
    .plugin(name: "Embed", capability: .buildTool(), dependencies: ["embed"]),
    .executableTarget(name: "embed"),
  ],
  swiftLanguageModes: [.v6]
)

let tests = [
  "Tables": ["Tables"],
  "Statistics": ["Tables", "Statistics"],
  "Scoring": ["Tables", "Statistics", "Scoring"],
  "Benchmark": ["Tables", "Statistics", "Benchmark"],
  "Markup": ["Markup"],
  "Figures": ["Markup", "Tables", "Statistics", "Figures"],
  "Reports": ["Markup", "Tables", "Statistics", "Figures", "Reports"],
  "HTTP": ["HTTP"],
  "AWS": ["HTTP", "AWS"],
  "OpenML": ["HTTP", "AWS", "Tables", "Benchmark", "OpenML"],
  "Warehouse": ["Tables", "Statistics", "Benchmark", "Warehouse"],
  "Compute": ["Tables", "Scoring", "Benchmark", "Compute"],
  "SQLSyntax": ["Tables", "SQLSyntax"],
  "LineEditing": ["Tables", "LineEditing", "TerminalScreen"],
  "Shell": ["Tables", "SQLSyntax", "LineEditing", "Warehouse", "Shell"],
  "benchdb": ["Tables", "Benchmark", "benchdb"],
  "HouseRules": [],
]

for (name, rooms) in tests.sorted(by: { $0.key < $1.key }) {
  package.targets.append(
    .testTarget(
      name: "\(name)Tests",
      dependencies: (rooms + ["TestSupport"]).map { .target(name: $0) }))
}
package.targets += [
  .target(name: "TestSupport", path: "Tests/TestSupport"),
  .target(name: "TerminalScreen", dependencies: ["Tables"], path: "Tests/TerminalScreen"),
  .executableTarget(
    name: "fuzz", dependencies: ["Tables", "SQLSyntax", "LineEditing", "TerminalScreen"],
    path: "Tests/Fuzz"),
  .executableTarget(
    name: "stopwatch", dependencies: ["Statistics"], path: "Tests/Benchmarks/Stopwatch"),
]

// One program, read by people: warnings are errors and every file's head
// says what the file uses.
for target in package.targets where target.type != .plugin {
  target.swiftSettings = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
