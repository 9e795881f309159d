import Shell
package import WorkshopCore
package import WorkshopQueries

/// Somebody who is not on the roster and stands at the door: `Name, Organisation` in one line.
package struct Newcomer: Equatable, Sendable {
  package let name: String
  let organisation: String?
  private let email: String?

  /// Nil when there is no letter in the name.
  package init?(_ line: String) {
    let parts = line.oneLine.split(separator: ",", maxSplits: 1).map(String.init)
    // An address that was typed along is nobody else's business.
    let texts = parts.map { MailAddress.removed(from: $0).oneLine }
    guard let name = texts.first, name.contains(where: \.isLetter) else { return nil }
    self.name = name
    organisation = texts.dropFirst().first.flatMap { $0.isEmpty ? nil : $0 }
    email = MailAddress.first(in: line)
  }

  /// Both, as they are read out.
  package var title: String { [name, organisation].compactMap { $0 }.joined(separator: ", ") }

  /// What a good mix looks at, of somebody who has no card yet.
  package var guest: Seating.Guest { Seating.Guest(id: "", organisation: organisation) }

  /// The event that adds them to the roster on a day, at a table if there is one for them.
  package func event(on date: String, table: Int? = nil) -> Event {
    var fields = [Card.role: "builder", Card.origin: "walk-in", Card.joinedOn: date]
    fields[Card.table] = table.map(String.init)
    fields[Card.organisation] = organisation
    fields[Card.email] = email
    return .cardAdded(board: Workshop.people, text: name, fields: fields)
  }
}
