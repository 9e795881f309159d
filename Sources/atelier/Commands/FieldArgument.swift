import Languages
import Shell
import Terminal
import WorkshopCore

extension Scene {
  /// A field with its value as the command line has it, `date=2026-11-23` or `project="welcome desk"`,
  /// as the journal would.
  ///
  /// A field is named by its id or its label; choices, people and cards by theirs or by the beginning
  /// of what they are called.
  func field(_ text: String, of board: Board) throws(CommandError) -> (id: String, value: String) {
    guard let equals = text.firstIndex(of: "=") else {
      let example = "date=2026-11-23"
      throw .usage("“\(text)” is not a field with its value: \(example)")
    }
    let name = Fold.plain(String(text[..<equals]).trimmed)
    let value = Text.sanitised(String(text[text.index(after: equals)...])).trimmed
    let fields = sheet(of: board)?.fields.filter { $0.id != Card.text } ?? []
    guard let field = fields.first(where: { $0.id == name || Fold.plain(say($0.label)) == name })
    else {
      let known = fields.map(\.id).joined(separator: ", ")
      throw known.isEmpty
        ? .failed("the cards of this board have no fields")
        : .failed("no field “\(name)” on this board; there are \(known)")
    }
    guard let read = read(value, as: field) else {
      throw .failed("“\(value)” cannot stand in \(field.label): \(field.prompt ?? field.label)")
    }
    return (field.id, read)
  }

  /// What a field would hold for a text; nil when the text means nothing there.
  private func read(_ text: String, as field: Field) -> String? {
    func found(_ choices: [(id: String, label: String)], _ part: String? = nil) -> String? {
      let text = part ?? text
      let wanted = Fold.plain(text)
      return choices.first { $0.id == text }?.id
        ?? choices.first { Fold.plain($0.label) == wanted }?.id
        ?? choices.first { !wanted.isEmpty && Fold.plain($0.label).hasPrefix(wanted) }?.id
    }
    switch field.type {
    case .line, .text: return text
    case .date:
      return text == "today"
        ? now.date : SheetDate.iso(text).flatMap { Day($0)?.iso }
    case .number, .scale:
      guard let number = Int(text), number >= field.minimum ?? .min, number <= field.maximum ?? .max
      else { return nil }
      return String(number)
    case .choice:
      let choices = field.choices ?? []
      let known = choices.map { ($0.id, say($0.label)) }
      if let one = found(known) { return one }
      guard field.takesSeveral == true else { return nil }
      let parts = text.split(separator: ",").map { found(known, String($0).trimmed) }
      return parts.contains { $0 == nil }
        ? nil : parts.compactMap { $0 }.reduce("") { field.toggling($1, in: $0) }
    case .person: return found(workshop.people.map { ($0.id, $0.text) })
    case .card:
      return found(
        field.board.map { workshop.cards(on: $0).map { ($0.id, $0.text) } } ?? [])
    }
  }
}
