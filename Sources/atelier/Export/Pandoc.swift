import Assets
import FoundationEssentials
import Glibc
import Languages
import Reporting
import Terminal

/// Documents for an office, made of the report by pandoc where it is installed.
///
/// Pandoc reads the report's Markdown and finds its pictures beside it, in a folder that is gone afterwards.
enum Pandoc {
  /// - Parameters:
  ///   - ending: `docx`, `odt` or `pdf`.
  ///   - path: the folders in which programs are looked for, with colons between.
  static func convert(
    _ report: Report, to ending: String, path: String = Self.path
  ) throws(CommandError) -> [UInt8] {
    guard let pandoc = program("pandoc", in: path) else {
      throw .failed(
        "pandoc is not installed, and .\(ending) needs it. Write markdown or html instead, or install pandoc"
      )
    }
    var engine: [String] = []
    if ending == "pdf" {
      guard let found = engines.lazy.compactMap({ program($0, in: path) }).first else {
        throw .failed(
          "pandoc needs another program to write a PDF: install weasyprint, or print the html from a browser"
        )
      }
      engine = ["--pdf-engine", found]
    }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("atelier-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    // An office draws what `rsvg-convert` makes of a picture for those that read no SVG; without it there
    // is text in its place.
    let draws = ending == "pdf" || program("rsvg-convert", in: path) != nil
    let (text, pictures) =
      draws ? Markdown.withPictures(report) : (Markdown.render(report, pictures: .lines), [])
    let source = folder.appendingPathComponent("report.md")
    let result = folder.appendingPathComponent("report.\(ending)")
    let style = folder.appendingPathComponent("style.css")
    let words = folder.appendingPathComponent("words")
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      try Data(text.utf8).write(to: source)
      try Data(PrintStyle.css.utf8).write(to: style)
      for (name, bytes) in pictures {
        try Data(bytes.utf8).write(to: folder.appendingPathComponent(name))
      }
      let options = try ending == "pdf" ? engine + widths(folder) : office(ending, folder)
      let isWritten = run(
        [
          pandoc, "--from", "gfm-raw_html-emoji", "--standalone", "--metadata",
          "lang=\(report.language)", "--metadata", "pagetitle=\(report.title)", "--css",
          style.path, "--resource-path", folder.path, "--output", result.path,
        ] + options + [source.path], errors: words.path)
      guard isWritten else { throw refusal(ending, (try? Data(contentsOf: words)) ?? Data()) }
      return Array(try Data(contentsOf: result))
    } catch let error as CommandError {
      throw error
    } catch {
      throw .failed("pandoc could not write .\(ending)")
    }
  }

  /// What pandoc says for itself, as far as it says anything.
  private static func refusal(_ ending: String, _ said: Data) -> CommandError {
    let line = String(decoding: said.prefix(2000), as: UTF8.self).split(separator: "\n").first ?? ""
    let words = Text.sanitised(String(line.prefix(200)))
    return words.isEmpty
      ? .failed("pandoc could not write .\(ending)")
      : .failed("pandoc could not write .\(ending): \(words)")
  }

  /// How a document for an office looks: our styles, and columns after what stands in them.
  private static func office(_ ending: String, _ folder: URL) throws -> [String] {
    let reference = folder.appendingPathComponent("reference.\(ending)")
    try Data(StoredZip(parts(ending)).bytes).write(to: reference)
    return ["--reference-doc", reference.path] + (try widths(folder))
  }

  private static func widths(_ folder: URL) throws -> [String] {
    let widths = folder.appendingPathComponent("widths.lua")
    try Data(asset("widths.lua").utf8).write(to: widths)
    return ["--lua-filter", widths.path]
  }

  /// The members of the document whose styles are taken. Of OpenDocument the first says what it is.
  private static func parts(_ ending: String) -> [(name: String, text: String)] {
    let files =
      ending == "docx"
      ? [
        ("[Content_Types].xml", "types.xml"), ("_rels/.rels", "root.xml"),
        ("word/document.xml", "document.xml"), ("word/_rels/document.xml.rels", "parts.xml"),
        ("word/styles.xml", "styles.xml"),
      ]
      : [
        ("meta-inf".uppercased() + "/manifest.xml", "manifest.xml"), ("meta.xml", "meta.xml"),
        ("content.xml", "content.xml"), ("styles.xml", "styles.xml"),
      ]
    let kind = [("mimetype", "application/vnd.oasis.opendocument.text")]
    return (ending == "odt" ? kind : [])
      + files.map { ($0.0, asset("\(ending)/\($0.1)")) }
  }

  private static func asset(_ name: String) -> String {
    Content.builtIn.text(at: "office/\(name)") ?? ""
  }

  /// Runs a program without input or output to its end; whether it says that all went well.
  ///
  /// - Parameter errors: a file for what it says besides.
  private static func run(_ words: [String], errors: String) -> Bool {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT, 0o600)
    var child = pid_t()
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    guard posix_spawn(&child, words[0], &actions, nil, &arguments, environ) == 0 else {
      return false
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status == 0
  }

  /// Where the shell looks for programs.
  static var path: String { ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin" }

  /// What pandoc writes a PDF with, the one that needs least first.
  private static let engines = ["weasyprint", "wkhtmltopdf", "xelatex", "lualatex", "tectonic"]

  /// Where a program is, as the shell would find it.
  private static func program(_ name: String, in path: String) -> String? {
    path.split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}

/// How a page looks that pandoc writes by way of HTML.
private enum PrintStyle {
  static let css = """
    @page { size: A4; margin: 18mm; }
    body { font: 10.5pt/1.4 "DejaVu Sans", sans-serif; max-width: none; margin: 0; padding: 0; }
    h1 { font-size: 18pt; } h2 { font-size: 14pt; border-top: 1.5pt solid #1d4e89; padding-top: 4pt; }
    h3 { font-size: 11.5pt; } h4, h5, h6 { font-size: 10.5pt; }
    h1, h2, h3, h4, h5 { break-after: avoid; }
    table { border-collapse: collapse; width: 100%; font-size: 9pt; }
    th, td { text-align: left; vertical-align: top; padding: 2pt 4pt;
      border-bottom: .5pt solid #999999; }
    tr, li, img { break-inside: avoid; }
    img { max-width: 100%; }
    pre { font-size: 8pt; white-space: pre-wrap; }
    """
}
