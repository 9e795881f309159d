import Cards
import Languages
package import Shell
package import Terminal
import WorkshopCore

/// A ballot that one voter marks: what is marked so far, and where the voter is on it.
///
/// The same for every method and every seat: one's own terminal, a keyboard that goes round, a table.
/// Nothing of it is known to anybody before it is given.
package struct BallotSheet: Overlay, Equatable {
  let poll: PollID
  /// Tells this ballot from others, and draws its order.
  let voter: String
  let way: Ballot.Way
  /// Who votes, where the vote asks for it.
  var person: CardID?
  /// Who is listed as having voted, apart from the ballot.
  var listed: CardID?
  /// As `Poll.Method` says; what is not marked is missing.
  var marks: [String: Int] = [:]
  /// Why the voter objects, by option.
  var reasons: [String: String] = [:]
  /// The row, in this ballot's own order.
  var row = 0
  /// The criterion or axis that is being scored.
  var column = 0
  /// The next digit begins its number anew.
  var isFresh = true
  /// The reason that is being typed for the row's option.
  package var reason: Line?
  /// It is read back to the voter before it is given.
  package var isReadBack = false
  /// Which page of a long ballot is read back; the first one follows the last.
  var readPage = 0

  init(_ poll: Poll, voter: String, way: Ballot.Way, person: CardID? = nil) {
    self.poll = poll.id
    self.voter = voter
    self.way = way
    self.person = person
  }

  /// The options in this ballot's own order; the steps of a scale keep theirs.
  func order(_ poll: Poll) -> [String] {
    poll.method.isScale ? poll.options : poll.order(forVoter: voter)
  }

  /// The option of the row; nil where a poll has none.
  func option(_ poll: Poll) -> String? {
    let order = order(poll)
    return order.isEmpty ? nil : order[min(max(0, row), order.count - 1)]
  }

  /// The key of the mark at hand.
  func key(_ poll: Poll) -> String? {
    guard let option = option(poll) else { return nil }
    guard poll.method.isGrid else { return option }
    let parts = poll.parts
    return Poll.key(parts[min(column, parts.count - 1)], option)
  }

  /// The mark at hand; nil: none.
  func mark(_ poll: Poll) -> Int? { key(poll).flatMap { marks[$0] } }

  /// Goes up or down the rows.
  mutating func move(by step: Int, _ poll: Poll) {
    row = max(0, min(row + step, poll.options.count - 1))
    isFresh = true
  }

  /// Goes along the criteria, and from the last to the next row's first.
  mutating func turn(by step: Int, _ poll: Poll) {
    isFresh = true
    let next = column + step
    if next >= poll.parts.count {
      guard row < poll.options.count - 1 else { return }
      (row, column) = (row + 1, 0)
    } else if next < 0 {
      guard row > 0 else { return }
      (row, column) = (row - 1, poll.parts.count - 1)
    } else {
      column = next
    }
  }

  /// The events that give the ballot, and list who voted where the vote does.
  var events: [Event] {
    [
      .ballotCast(
        poll: poll, voter: voter, marks: marks, way: way, person: person,
        reasons: reasons.isEmpty ? nil : reasons)
    ] + (listed.map { [.voterListed(poll: poll, person: $0)] } ?? [])
  }
}

extension Poll {
  /// The criteria, or the two axes, that a grid has; empty for other methods.
  package var parts: [String] {
    guard method.isGrid else { return [] }
    return hasAxes ? [Impact.impact, Impact.effort] : settings.grid.map(\.id)
  }

  /// Whether the scores are on impact and effort, and not on criteria.
  var hasAxes: Bool { method.unit == .difference }

  /// Whether an option's number is one digit, so that typing it can mark the option at once.
  var hasShortNumbers: Bool { options.count <= 9 }

  /// How many options can have a place.
  var places: Int { method.most(options: options.count, dots: dots) }
}

extension BallotSheet {
  package func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    guard let poll = scene.workshop.poll(poll) else { return }
    frame.fill(rect, style: .plain)
    let room = rect.inset(horizontal: 2, vertical: rect.height > 15 ? 1 : 0)
    if isReadBack {
      ReadBack(sheet: self, poll: poll, scene: scene).draw(into: &frame, in: room)
    } else {
      BallotPage(sheet: self, poll: poll, scene: scene).draw(into: &frame, in: room)
    }
  }

  /// What is left to spend; or that it is too late.
  func state(_ scene: Scene, _ poll: Poll) -> String {
    scene.say(
      poll.isOpen
        ? BallotWords.left(marks, poll, scene) : "The vote was closed meanwhile: too late to count")
  }
}
