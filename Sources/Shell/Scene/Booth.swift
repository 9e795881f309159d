package import WorkshopCore
import WorkshopQueries

/// Where a voter sits: whose ballot this terminal gives.
///
/// With a slip's code the ballot is the code's, at whatever terminal it is typed. Where no slips were
/// printed each terminal is one voter, by a random id that its draft hands on when it is opened again.
package struct Booth: Equatable, Sendable {
  /// The code of a slip.
  package var token: Token?
  /// This terminal, so that only its own unfinished marks come back to it.
  let terminal: String
  /// Random; who votes here without a code.
  package var id: String
  /// The code as it is being typed.
  package var line = Line()

  package init(token: Token? = nil, terminal: String, id: String) {
    self.token = token
    self.terminal = terminal
    self.id = id
  }

  /// Who casts the ballot in a vote.
  package func voter(in poll: PollID) -> String { token?.voter(in: poll) ?? "screen-" + id }

  /// What unfinished marks are found by: never the code itself.
  package var key: String { token?.mark ?? "at:" + terminal }
}

extension Token {
  /// What a code looks like.
  package static let example = "k7f3m-2q9x4"
}
