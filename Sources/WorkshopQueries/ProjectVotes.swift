public import WorkshopCore

// Votes: the one place that reads a result for a project.

/// How a project fared in a vote.
public struct VoteResult: Equatable, Sendable {
  public let poll: PollID
  public let question: String
  public let method: Poll.Method
  /// The option that stood for the project: its own card, or what it was made of.
  public let option: String
  public let rank: Int
  public let score: Score
  /// How many options there were.
  public let options: Int
  /// Whether it came above the line in the end, ties seen to; nil when no line was drawn.
  public let isChosen: Bool?
}

extension Workshop {
  /// How a project, or what it was made of, fared in each revealed vote, first to last; a run-off is a
  /// part of its vote.
  public func votes(on project: CardID) -> [VoteResult] {
    let cluster = cards[project]?[Self.originField].flatMap(zone)?.zone.id
    let names = Set([project] + origins(of: project).map(\.id) + [cluster].compactMap { $0 })
    return polls.filter { poll in
      !poll.method.isScale && poll.runoffOf == nil && poll.options.contains { names.contains($0) }
    }.compactMap { poll in
      guard let row = poll.result?.rows.first(where: { names.contains($0.option) }) else {
        return nil
      }
      return VoteResult(
        poll: poll.id, question: poll.question, method: poll.method, option: row.option,
        rank: row.rank, score: row.score, options: poll.options.count,
        isChosen: poll.winners > 0 ? outcome(of: poll.id)?.chosen.contains(row.option) : nil)
    }
  }

  /// Whether a status goes the way of the last vote: `followed`, `departed` or `no-vote`; nil where the
  /// vote says nothing of it.
  public func accord(of status: ProjectStatus, with project: CardID) -> String? {
    guard let last = votes(on: project).last else { return "no-vote" }
    guard let isChosen = last.isChosen else { return nil }
    switch status {
    case .potential, .go: return isChosen ? "followed" : "departed"
    case .onHold, .dropped, .merged: return isChosen ? "departed" : "followed"
    // What says how far the work is answers no vote.
    case .defined, .paused, .delivered: return nil
    }
  }
}

extension Workshop {
  /// The revealed votes on what people made; how people found the day is no such vote.
  public var votesOnCards: [Poll] {
    polls.filter { poll in
      guard poll.isRevealed else { return false }
      return plan.activity(poll.activity).map { !catalogue.traits(of: $0).contains(.closing) }
        ?? true
    }
  }
}
