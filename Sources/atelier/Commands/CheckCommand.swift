import Assets
import FoundationEssentials
import Journaling
import Languages
import Shell
import Time
import Voting
import WorkshopCore

extension Command {
  static let check = Command(
    name: "check", usage: "DIR",
    summary: "Check the files for damage and the plan for risks",
    options: [Option(name: "json", help: "The findings as JSON, for other programs")]
  ) { arguments in
    let checked = try Checked(arguments)
    if arguments.has("json") {
      Console.print(try JSON.bytes(checked.document))
    } else {
      for line in checked.lines { Console.print(line) }
    }
    return checked.isSound ? 0 : 1
  }
}

/// What `atelier check` finds.
private struct Checked {
  private let directory: Directory
  private let language: Language
  /// What is wrong in files.
  private let flaws: [DiagnosticText]
  /// What is wrong with ballots, and what is worth a look.
  private let faults: [Phrase]
  private let notes: [Phrase]
  /// What an experienced facilitator would ask; nil where no plan can be read.
  private let advice: [String]?

  /// Nothing is damaged.
  var isSound: Bool { flaws.allSatisfy(\.isDoubt) && faults.isEmpty }

  init(_ arguments: Arguments) throws {
    directory = try arguments.directory
    let own = OwnContent(directory)
    language = try arguments.language(in: own.content) ?? .ofLocale
    // A plan that cannot be read is among the findings; remarks are no faults.
    var scene = try? Opening.scene(
      directory, role: .facilitator, arguments: arguments, tellsAll: false)
    scene?.language = language
    let words = PlanWords(own.content, scene?.workshop)
    let findings: [Diagnostic]
    do throws(JournalError) {
      findings = try directory.check(now: .now, words: words)
    } catch {
      throw CommandError.journal(error)
    }
    flaws = findings.map(DiagnosticText.init) + own.refused + own.lost(words)
    let audit = scene.map { BallotAudit($0) }
    faults = audit?.faults ?? []
    notes = audit?.notes ?? []
    advice = scene.map { PlanReviewText.lines($0, but: Set(findings.compactMap(\.name))) }
  }

  /// For a person.
  var lines: [String] {
    var lines = flaws.map { "\($0.place): \(language($0.reason))" }
    lines += (faults + notes).map { language($0) }
    if isSound { lines.append(language("No damage found: \(directory.root)")) }
    guard let advice else { return lines }
    let block =
      advice.isEmpty
      ? [language(PlanReviewText.none)] : [language(PlanReviewText.heading), ""] + advice
    return lines + [""] + block
  }

  /// For a program.
  var document: Document {
    Document(
      isSound: isSound,
      findings: flaws.map {
        Finding(
          file: $0.file, line: $0.line, column: $0.column, text: language($0.reason),
          isDoubt: $0.isDoubt)
      } + faults.map { Finding(text: language($0), isDoubt: false) }
        + notes.map { Finding(text: language($0), isDoubt: true) },
      advice: advice ?? [])
  }

  struct Document: Encodable {
    let isSound: Bool
    let findings: [Finding]
    let advice: [String]
  }

  /// Something wrong; places are counted from 1, and 0 stands for all of a file.
  struct Finding: Encodable {
    var file = ""
    var line = 0
    var column = 0
    let text: String
    /// It may be meant so, and is no fault.
    let isDoubt: Bool
  }
}

/// Values as JSON for other programs: keys in order, one line end at the end.
enum JSON {
  static func bytes(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(value)) + [10]
  }
}
