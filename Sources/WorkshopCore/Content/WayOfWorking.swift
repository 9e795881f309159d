/// A way in which a room diverges or converges: what it is for, how it goes, and the settings of the
/// activity that makes the screens follow it.
public struct WayOfWorking: Codable, Equatable, Sendable, Identifiable {
  public let id: String
  public let title: Localized
  public let phase: Phase
  public let minutes: WarmUp.Span
  /// How people are at it; nil: as at any board.
  public let form: Gathering?
  /// Other names that people look for it by.
  public let also: [String]?
  /// One sentence: when to reach for it.
  public let purpose: Localized
  /// Read aloud one after another.
  public let steps: [Localized]
  /// What stands large on the stage; nil: what the board asks.
  public let question: Localized?
  /// The sheet of the board that it works on; nil: whichever board the room is at.
  public let sheet: String?
  /// What it sets on that board when it opens, by `Board.Setting`.
  public let sets: [String: String]?
  public let rounds: [Round]?
  public let flow: Activity.Flow?
  /// The tables' sheets go round; there are as many rounds as tables, at most those listed.
  public let rotates: Bool?
  public let matrix: Matrix?

  /// The activity that runs it, in one language, its id left for whoever puts it into the plan.
  ///
  /// What it takes is its shortest form, or its rounds together when that is longer. The matrix is not
  /// copied: the activity finds it by the method's name, in every language.
  ///
  /// - Parameter kind: of the activity, to whose board cards come.
  public func activity(
    of kind: String, in language: String, tables: Int, board: BoardID?
  ) -> Activity {
    let all = (rounds ?? []).map { $0.resolved(in: language) }
    let rounds = rotates == true ? Array(all.prefix(max(2, tables))) : all
    let turns = rounds.reduce(0) { $0 + $1.minutes }
    return Activity(
      id: "", title: title.resolved(in: language), kind: kind, phase: phase,
      minutes: max(minutes.minimum, turns), minimum: max(turns, minutes.minimum),
      maximum: max(turns, minutes.maximum), priority: .could,
      question: question?.resolved(in: language),
      script: Localized(steps.map { $0.text(in: language) }.joined(separator: " ")), board: board,
      rounds: rounds, flow: flow ?? .round, method: id, sets: sets, rotates: rotates)
  }
}

/// How people are while an activity goes on.
public enum Gathering: String, Codable, CaseIterable, Sendable { case alone, pairs, tables, all }
