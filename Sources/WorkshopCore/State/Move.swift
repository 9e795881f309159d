/// A person chose a project, or none.
public struct Move: Equatable, Sendable {
  /// Empty: none.
  public let project: CardID
  public let stamp: Stamp
}

extension Workshop {
  /// Notes that somebody chose a project; the last choice of a day is what counts of it.
  mutating func noteMove(of card: CardID, to project: String, at stamp: Stamp) {
    guard cards[card]?.board == Self.people, moves[card]?.last?.project != project else { return }
    moves[card, default: []].append(Move(project: project, stamp: stamp))
  }
}
