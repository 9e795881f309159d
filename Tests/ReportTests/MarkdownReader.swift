import Foundation
import Testing

/// What cmark-gfm, the parser that GitHub uses, understands of a document: one line for each leaf
/// block.
///
/// A line is the path of the block, a colon and its text. Line breaks are `⏎`; any inline node but
/// text stands in the text as `‹name›…‹/›`, so that nothing live goes unnoticed. Links that the
/// reader made by itself of a bare address read as their text.
enum MarkdownReader {
  static let path = [
    "/usr/bin/cmark-gfm", "/usr/local/bin/cmark-gfm", "/opt/homebrew/bin/cmark-gfm",
  ]
  .first { FileManager.default.isExecutableFile(atPath: $0) }

  static var isInstalled: Bool { path != nil }

  static func read(_ markdown: String) throws -> [String] {
    var leaves: [String] = []
    var stack: [String] = []
    var text = ""
    var code: String?
    for line in try xml(markdown).split(separator: "\n").dropFirst(2) {
      if line.contains("<code_block ") || code != nil {
        code = code.map { $0 + "⏎" + line } ?? String(line)
        guard let whole = code, line.contains("</code_block>") else { continue }
        leaves.append(
          (stack + ["code"]).dropFirst().joined(separator: "/") + ": " + content(whole[...]))
        code = nil
        continue
      }
      let line = line.drop { $0 == " " }
      let name = line.dropFirst().prefix { !" />".contains($0) }
      if line.hasPrefix("</") {
        let closed = stack.removeLast()
        if inline.contains(closed) {
          text += closed == "autolink" ? "" : "‹/›"
        } else if !containers.contains(closed) {
          leaves.append((stack + [closed]).dropFirst().joined(separator: "/") + ": " + text)
          text = ""
        }
      } else if name == "text" {
        text += content(line)
      } else if name == "linebreak" {
        while text.hasSuffix(" ") { text.removeLast() }
        text += "⏎"
      } else if line.hasSuffix("/>") {
        if name.hasPrefix("table_cell") || name == "paragraph" || name == "heading" {
          leaves.append((stack + [String(name)]).dropFirst().joined(separator: "/") + ": ")
        } else {
          text += "‹\(name)/›"
        }
      } else if line.hasSuffix("</\(name)>") {
        text += "‹\(name)›" + content(line) + "‹/›"
      } else {
        stack.append(named(name, line))
        if inline.contains(stack.last ?? ""), stack.last != "autolink" { text += "‹\(name)›" }
      }
    }
    return leaves
  }

  private static let inline: Set<String> = [
    "strong", "emph", "link", "autolink", "image", "strikethrough",
  ]
  private static let containers: Set<String> = [
    "document", "block_quote", "list", "numbered", "item", "done", "todo", "table", "table_header",
    "table_row",
  ]

  private static func named(_ name: Substring, _ line: Substring) -> String {
    switch name {
    case "heading": "heading" + (attribute("level", of: line) ?? "")
    case "list": attribute("type", of: line) == "bullet" ? "list" : "numbered"
    case "tasklist": attribute("completed", of: line) == "true" ? "done" : "todo"
    case "link": isBare(attribute("destination", of: line) ?? "") ? "autolink" : "link"
    default: String(name)
    }
  }

  /// Web and mail addresses; cmark-gfm also takes in what stands right before `mailto:`.
  private static func isBare(_ destination: String) -> Bool {
    let text = destination.lowercased()
    let isWeb = ["http://", "https://", "ftp://"].contains { text.utf8.starts(with: $0.utf8) }
    let isMail = text.contains("@") && (text.contains("mailto:") || text.contains("xmpp:"))
    return isWeb || (isMail && !text.contains("javascript:"))
  }

  private static func attribute(_ name: String, of line: Substring) -> String? {
    line.range(of: name + "=\"").map { String(line[$0.upperBound...].prefix { $0 != "\"" }) }
  }

  /// Scalar by scalar: a mark that somebody typed first would join the bracket before it.
  private static func content(_ line: Substring) -> String {
    let line = line.unicodeScalars
    guard let start = line.firstIndex(of: ">"), let end = line.lastIndex(of: "<"), start < end
    else { return "" }
    let entities = ["lt": "<", "gt": ">", "quot": "\"", "amp": "&"]
    var result = ""
    var rest = line[line.index(after: start)..<end]
    while let scalar = rest.popFirst() {
      guard scalar == "&", let end = rest.firstIndex(of: ";") else {
        result.unicodeScalars.append(scalar)
        continue
      }
      result += entities[String(rest[..<end])] ?? "?"
      rest = rest[rest.index(after: end)...]
    }
    return result
  }

  private static func xml(_ markdown: String) throws -> String {
    let extensions = ["table", "strikethrough", "autolink", "tasklist", "tagfilter", "footnotes"]
    return try run(
      try #require(path), extensions.flatMap { ["-e", $0] } + ["--to", "xml"], on: markdown)
  }

  /// What a program prints of a text, which it reads from a file named after its arguments.
  static func run(_ program: String, _ arguments: [String], on markdown: String) throws -> String {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("report-\(UUID().uuidString).md")
    try Data(markdown.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments + [file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }
}
