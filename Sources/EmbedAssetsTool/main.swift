import Foundation

/// Writes `Embedded.swift`: a dictionary from each asset's path to its text.
///
/// Arguments: the folder to read, the file to write. A raw literal with three `#` takes any JSON
/// or Markdown as it is; a file that holds the closing mark, or is not UTF-8, stops the build.
let arguments = CommandLine.arguments
guard arguments.count == 3 else { exit(2) }
let root = URL(fileURLWithPath: arguments[1])
let found = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
var source = "let embedded: [String: StaticString] = [\n"
for path in found.sorted() where !path.split(separator: "/").contains(where: { $0.hasPrefix(".") })
{
  var isFolder: ObjCBool = false
  let file = root.appendingPathComponent(path)
  guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder),
    !isFolder.boolValue
  else { continue }
  guard let text = String(data: try Data(contentsOf: file), encoding: .utf8),
    !text.contains("\"\"\"###")
  else {
    FileHandle.standardError.write(Data("\(path): not UTF-8 text\n".utf8))
    exit(1)
  }
  source += "  \"\(path)\": ###\"\"\"\n\(text)\n\"\"\"###,\n"
}
source += found.isEmpty ? ":]\n" : "]\n"
try Data(source.utf8).write(to: URL(fileURLWithPath: arguments[2]))
