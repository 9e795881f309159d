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
    .target(name: "WorkshopCore", swiftSettings: strict),
    .target(name: "WorkshopQueries", dependencies: ["WorkshopCore"], swiftSettings: strict),
    .target(name: "Journaling", dependencies: ["WorkshopCore"], swiftSettings: strict),
    .target(
      name: "Reporting", dependencies: ["WorkshopCore", "WorkshopQueries"], swiftSettings: strict),
    .executableTarget(name: "EmbedAssetsTool", swiftSettings: strict),
    .plugin(
      name: "EmbedAssets", capability: .buildTool(), dependencies: ["EmbedAssetsTool"],
      path: "Sources/EmbedAssets"),
    .target(
      name: "Assets", dependencies: ["WorkshopCore"], swiftSettings: strict,
      plugins: ["EmbedAssets"]),
    .executableTarget(
      name: "atelier",
      dependencies: [
        "Assets", "Journaling", "Reporting", "Terminal", "WorkshopCore", "WorkshopQueries",
      ],
      swiftSettings: strict),
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
      dependencies: [
        "atelier", "Assets", "Journaling", "Reporting", "Terminal", "WorkshopCore",
        "WorkshopQueries",
      ],
      exclude: ["Frames", "Likeness", "Reports", "Spelling"], swiftSettings: strict),
  ]
)
