import Foundation
import Reporting
import Testing
import WorkshopCore

@testable import Projects
@testable import Shell
@testable import atelier

/// Documents for an office, by a pandoc that is there, is not, or fails.
@Suite struct PandocTests {
  private static var isThere: Bool {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/pandoc")
  }

  private var report: Report {
    get throws {
      let scene = try Stage.scene()
      return Minutes.report(
        scene, chapters: [.outcome, .story { $1.id == "journey" }])
    }
  }

  /// A folder that is gone afterwards.
  private func inFolder<Result>(_ work: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try work(folder)
  }

  private func member(_ name: String, of document: [UInt8]) throws -> String {
    try inFolder { folder in
      let file = folder.appendingPathComponent("document")
      try Data(document).write(to: file)
      return try Program.run("/usr/bin/unzip", ["-p", file.path, name], input: Data()).out
    }
  }

  @Test(.enabled(if: isThere))
  func `a document for Word is of A4, in our styles, with its pictures and wide columns`() throws {
    let document = try Pandoc.convert(report, to: "docx")
    let text = try member("word/document.xml", of: document)
    #expect(text.contains("w:w=\"11906\"") && text.contains("Shared handling of digital user"))
    let styles = try member("word/styles.xml", of: document)
    #expect(styles.contains("1D4E89") && styles.contains("w:styleId=\"Table\""))
    #expect(text.contains("<pic:pic"), "the curve of the journey")
    let widths = Set(
      text.components(separatedBy: "<w:gridCol w:w=\"").dropFirst().map {
        $0.prefix { $0.isNumber }
      })
    #expect(widths.count > 3, "not every column is as wide as the next")
  }

  @Test(.enabled(if: isThere))
  func `an OpenDocument text names all its parts, in our styles`() throws {
    let document = try Pandoc.convert(report, to: "odt")
    let manifest = try member("META-INF/manifest.xml", of: document)
    for part in ["content.xml", "styles.xml", "meta.xml"] { #expect(manifest.contains(part)) }
    let styles = try member("styles.xml", of: document)
    #expect(styles.contains("fo:page-width=\"210mm\"") && styles.contains("#1d4e89"))
    #expect(try member("content.xml", of: document).contains("Training for staff"))
  }

  /// The text of a Word document that a pandoc makes which is installed alone, or with others.
  private func word(_ report: Report, with programs: [String]) throws -> String {
    try inFolder { folder in
      for name in programs {
        try FileManager.default.createSymbolicLink(
          atPath: folder.appendingPathComponent(name).path, withDestinationPath: "/usr/bin/\(name)")
      }
      let document = try Pandoc.convert(report, to: "docx", path: folder.path)
      return try member("word/document.xml", of: document)
    }
  }

  @Test(.enabled(if: isThere))
  func
    `bars are drawn in a document for an office, and lines with numbers where nothing draws them`()
    throws
  {
    let bars = Report(
      title: "Vote",
      blocks: [
        .bars([.init("A boat", value: 12, text: "12"), .init("Ferry", value: 3, text: "3")])
      ])
    let plain = try word(bars, with: ["pandoc"])
    #expect(plain.contains("A boat: 12") && plain.contains("Ferry: 3"))
    #expect(!plain.contains("█") && !plain.contains("<pic:pic"))
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/rsvg-convert") else { return }
    let drawn = try word(bars, with: ["pandoc", "rsvg-convert"])
    #expect(drawn.contains("<pic:pic") && !drawn.contains("█"))
    #expect(drawn.contains("A boat: 12"), "what the picture shows, for whoever hears it")
  }

  @Test func `without pandoc it is said what is missing`() throws {
    let report = try report
    #expect(throws: CommandError.self) { try Pandoc.convert(report, to: "docx", path: "/nowhere") }
    do {
      _ = try Pandoc.convert(report, to: "docx", path: "/nowhere")
    } catch {
      #expect("\(error)".contains("pandoc is not installed"))
    }
  }

  @Test func `a pandoc that fails is told in its own words, and leaves no file behind`() throws {
    let report = try report
    try inFolder { folder in
      let program = folder.appendingPathComponent("pandoc")
      try Data("#!/bin/sh\necho 'out of \u{1B}[31mpaper' >&2\nexit 3\n".utf8).write(to: program)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: program.path)
      do {
        _ = try Pandoc.convert(report, to: "odt", path: folder.path)
        Issue.record("it wrote a document")
      } catch {
        #expect("\(error)".contains("paper") && !"\(error)".contains("\u{1B}"))
      }
    }
  }
}
