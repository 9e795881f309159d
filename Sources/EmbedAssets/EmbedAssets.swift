import Foundation
import PackagePlugin

/// Turns every file under the package's `Assets/` into a Swift string literal, keyed by its path.
///
/// The inputs are listed at each build, so a new file is picked up by itself.
@main
struct EmbedAssets: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let assets = context.package.directoryURL.appending(path: "Assets")
    let output = context.pluginWorkDirectoryURL.appending(path: "Embedded.swift")
    let files = FileManager.default.enumerator(at: assets, includingPropertiesForKeys: nil)
    let inputs = (files?.compactMap { $0 as? URL } ?? []).filter { !$0.hasDirectoryPath }
    return [
      .buildCommand(
        displayName: "Embedding assets",
        executable: try context.tool(named: "EmbedAssetsTool").url,
        arguments: [assets.path(), output.path()],
        inputFiles: inputs, outputFiles: [output])
    ]
  }
}
