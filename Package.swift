// swift-tools-version: 6.2
import PackageDescription

/// Swift 6 mode with the strictness that keeps the doors between the rooms honest: a file says
/// what it imports, and no import leaks to the file's users.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  // What nobody calls is left out by the linker.
  .unsafeFlags(["-Xfrontend", "-function-sections"], .when(configuration: .release)),
]

/// The same for the rooms above the engine: in a release build they are compiled file by file, so that a
/// change of one file costs that file and not its room.
let fileByFile =
  strict + [
    .unsafeFlags(
      [
        "-Osize", "-no-whole-module-optimization", "-enable-batch-mode",
        "-Xllvm", "-enable-machine-outliner=always",
      ],
      .when(configuration: .release))
  ]

/// What is never called is left out of a release, equal functions are there once, and where the program is
/// loaded takes less room to say (glibc 2.36 on).
let small = LinkerSetting.unsafeFlags(
  ["-use-ld=lld"]
    + ["--no-export-dynamic", "--icf=all", "-z", "pack-relative-relocs"].flatMap {
      ["-Xlinker", $0]
    },
  .when(platforms: [.linux], configuration: .release))

/// What every room above the engine may stand on.
let engine: [Target.Dependency] = [
  "Assets", "Journaling", "Reporting", "Spreadsheets", "Terminal", "WorkshopCore",
  "WorkshopQueries",
]

/// The parts of the day. They share what is in Cards and know nothing of each other.
let features: [Target.Dependency] = [
  "Boards", "Cards", "People", "Persona", "Projects", "Time", "Voting",
]

/// A part of the day: one room, which may stand on the shell and on other features as it says.
func feature(_ name: String, on lower: [Target.Dependency] = ["Cards"]) -> Target {
  .target(
    name: name, dependencies: ["Languages", "Shell"] + lower + engine,
    path: "Sources/Features/\(name)", swiftSettings: fileByFile)
}

let package = Package(
  name: "atelier",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "atelier", targets: ["atelier"])],
  targets: [
    .systemLibrary(name: "CTerminal"),
    .systemLibrary(name: "CCrypt"),
    .systemLibrary(name: "CMemory"),
    .target(name: "TextSafety", swiftSettings: strict),
    .target(
      name: "Terminal", dependencies: ["CMemory", "CTerminal", "TextSafety"], swiftSettings: strict),
    .target(name: "WorkshopCore", swiftSettings: strict),
    .target(name: "WorkshopQueries", dependencies: ["WorkshopCore"], swiftSettings: strict),
    .target(
      name: "Spreadsheets", dependencies: ["CMemory", "WorkshopCore"], swiftSettings: strict),
    .target(name: "Journaling", dependencies: ["WorkshopCore"], swiftSettings: strict),
    .target(
      name: "Reporting", dependencies: ["TextSafety", "WorkshopCore", "WorkshopQueries"],
      swiftSettings: fileByFile),
    .executableTarget(name: "EmbedAssetsTool", swiftSettings: strict),
    .plugin(
      name: "EmbedAssets", capability: .buildTool(), dependencies: ["EmbedAssetsTool"],
      path: "Sources/EmbedAssets"),
    .target(
      name: "Assets", dependencies: ["WorkshopCore"], swiftSettings: fileByFile,
      plugins: ["EmbedAssets"]),
    .target(
      name: "Languages", dependencies: ["Assets", "Journaling", "WorkshopCore", "WorkshopQueries"],
      swiftSettings: fileByFile),
    .target(
      name: "Shell", dependencies: ["CCrypt", "Languages"] + engine, swiftSettings: fileByFile),
    feature("Cards", on: []),
    feature("Time"),
    feature("Boards"),
    feature("People"),
    feature("Persona"),
    feature("Voting"),
    feature("Projects"),
    .target(
      name: "Rehearsal", dependencies: ["Languages", "Shell"] + features + engine,
      swiftSettings: fileByFile),
    .executableTarget(
      name: "atelier", dependencies: ["Languages", "Rehearsal", "Shell"] + features + engine,
      swiftSettings: fileByFile, linkerSettings: [small]),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal"], swiftSettings: strict),
    .testTarget(
      name: "WorkshopTests", dependencies: ["WorkshopCore", "WorkshopQueries"],
      swiftSettings: strict),
    .testTarget(
      name: "JournalTests", dependencies: ["Journaling", "WorkshopCore", "WorkshopQueries"],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "ReportTests", dependencies: ["Reporting", "WorkshopCore", "WorkshopQueries"],
      swiftSettings: strict),
    .testTarget(
      name: "AtelierTests",
      dependencies: ["atelier", "Languages", "Rehearsal", "Shell", "TextSafety"] + features
        + engine,
      exclude: ["Frames", "Likeness", "Reports", "Spelling"], swiftSettings: strict),
  ]
)

#if os(macOS)
  // Never tried. The sources call the system's modules by the names that they have on Linux.
  package.targets += ["FoundationEssentials", "Glibc"].map { name in
    .target(name: name, path: "Sources/Darwin/\(name)", swiftSettings: strict)
  }
  for target in package.targets where ![.system, .plugin].contains(target.type) {
    guard !["FoundationEssentials", "Glibc"].contains(target.name) else { continue }
    target.dependencies += ["FoundationEssentials", "Glibc"]
  }
#endif
