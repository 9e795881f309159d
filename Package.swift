// swift-tools-version: 6.2
import PackageDescription

/// Swift 6 mode with the strictness that keeps the doors between the rooms honest: a file says
/// what it imports, and no import leaks to the file's users.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "atelier",
  products: [.executable(name: "atelier", targets: ["atelier"])],
  targets: [
    .systemLibrary(name: "CTerminal"),
    .target(name: "Terminal", dependencies: ["CTerminal"], swiftSettings: strict),
    .target(name: "Workshop", swiftSettings: strict),
    .target(name: "Journal", dependencies: ["Workshop"], swiftSettings: strict),
    .target(name: "Report", dependencies: ["Workshop"], swiftSettings: strict),
    .executableTarget(name: "EmbedAssetsTool", swiftSettings: strict),
    .plugin(
      name: "EmbedAssets", capability: .buildTool(), dependencies: ["EmbedAssetsTool"],
      path: "Sources/EmbedAssets"),
    .target(
      name: "Assets", dependencies: ["Workshop"], swiftSettings: strict,
      plugins: ["EmbedAssets"]),
    .executableTarget(
      name: "atelier",
      dependencies: ["Assets", "Journal", "Report", "Terminal", "Workshop"],
      swiftSettings: strict),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal"], swiftSettings: strict),
    .testTarget(name: "WorkshopTests", dependencies: ["Workshop"], swiftSettings: strict),
    .testTarget(
      name: "JournalTests", dependencies: ["Journal", "Workshop"],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "ReportTests", dependencies: ["Report", "Workshop"], swiftSettings: strict),
    .testTarget(
      name: "AtelierTests",
      dependencies: ["atelier", "Assets", "Journal", "Report", "Terminal", "Workshop"],
      exclude: ["Frames", "Reports", "Spelling"], swiftSettings: strict),
  ]
)
