import Shell
import WorkshopCore

@testable import Journaling
@testable import atelier

/// The tables of what may stand in `workshop.json`, made from the program's own.
enum PlanTables {
  /// A table of the page for each object: its keys in the order in which one reads them.
  static var text: String {
    PlanShape.all.map { shape in
      let rows = shape.keys.map { key in
        "| `\(key.name)`\(key.isRequired ? "" : "?") | \(key.help)\(value(of: key)) |"
      }
      return "| `\(shape.name)` | is |\n|---|---|\n" + rows.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  /// The words that are written in a plan, alike in every language.
  static var words: Set<String> {
    var words = Set(Features.all.kinds.map(\.id))
    for key in PlanShape.all.flatMap(\.keys) {
      words.insert(key.name)
      if case .word(let values) = key.value { words.formUnion(values) }
    }
    let roles: [Substring] = PlanShape.person.key("role")?.help.split(separator: ", ") ?? []
    return words.union(roles.map(String.init))
  }

  /// What may stand under a key, where the help does not say it, and what it is when it is left out.
  private static func value(of key: PlanShape.Key) -> String {
    var notes: [String] = []
    switch key.value {
    case .word(let words): notes.append(words.map { "`\($0)`" }.joined(separator: ", "))
    case .number(let range): notes.append("\(range.lowerBound) to \(range.upperBound)")
    case .object(let shape): notes.append("see `\(shape.name)`")
    case .list(.object(let shape)): notes.append("each a `\(shape.name)`")
    default: break
    }
    if let usual = key.usual, usual != "[]", usual != "false" {
      notes.append("usually `\(usual.filter { $0 != "\"" })`")
    }
    return notes.isEmpty ? "" : ": " + notes.joined(separator: "; ")
  }
}
