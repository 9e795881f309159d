import Assets
import FoundationEssentials
import Journaling
import Languages
import Shell
import Time
import Voting
import WorkshopCore

/// Values as JSON for other programs: keys in order, one line end at the end.
enum JSON {
  static func bytes(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(value)) + [10]
  }
}

/// What `atelier check` finds, for a program that reads it.
struct CheckDocument: Encodable {
  /// Nothing is damaged.
  let isSound: Bool
  let findings: [Finding]
  /// What an experienced facilitator would ask about the plan.
  let advice: [String]

  /// Something wrong in a file; the places are counted from 1, and 0 stands for all of it.
  struct Finding: Encodable {
    let file: String
    let line: Int
    let column: Int
    let text: String
    /// It may be meant so, and is no fault.
    let isDoubt: Bool
  }

  /// Prints it; 0 where everything is sound.
  static func print(_ arguments: Arguments) throws -> Int32 {
    let directory = try arguments.directory
    let own = OwnContent(directory)
    let language = try arguments.language(in: own.content) ?? .ofLocale
    var scene = try? Opening.scene(
      directory, role: .facilitator, arguments: arguments, tellsAll: false)
    scene?.language = language
    let words = PlanWords(own.content, scene?.workshop)
    let found: [Diagnostic]
    do throws(JournalError) { found = try directory.check(now: .now, words: words) } catch {
      throw CommandError.journal(error)
    }
    let texts = found.map(DiagnosticText.init) + own.refused + own.lost(words)
    let audit = scene.map { BallotAudit($0) }
    let faults = (audit?.faults ?? []).map { (language($0), false) }
    let notes = (audit?.notes ?? []).map { (language($0), true) }
    let document = CheckDocument(
      isSound: texts.allSatisfy(\.isDoubt) && faults.isEmpty,
      findings: texts.map {
        Finding(
          file: $0.file, line: $0.line, column: $0.column, text: language($0.reason),
          isDoubt: $0.isDoubt)
      } + (faults + notes).map { Finding(file: "", line: 0, column: 0, text: $0.0, isDoubt: $0.1) },
      advice: scene.map { PlanReviewText.lines($0, but: Set(found.compactMap(\.name))) } ?? [])
    Console.print(try JSON.bytes(document))
    return document.isSound ? 0 : 1
  }
}
