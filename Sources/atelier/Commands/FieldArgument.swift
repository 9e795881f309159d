import Languages
import Shell
import Terminal
import WorkshopCore

extension Scene {
  /// A field with its value as the command line has it, `date=2026-11-23` or `project="welcome desk"`,
  /// as the journal would.
  ///
  /// A field is named by its id or its label; its value is read as in a form.
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
    switch answer(value, in: field) {
    case .value(let read): return (field.id, read)
    case .several(let choices):
      let names = choices.prefix(9).map { say($0.label) }.joined(separator: ", ")
      throw .failed("“\(value)” may be one of several: \(names)")
    case .text:
      throw .failed("“\(value)” does not belong in \(field.label): \(field.prompt ?? field.label)")
    }
  }
}
