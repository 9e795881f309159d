/// A way in which a room works: what it is for, how it goes, and all that the activity needs which makes
/// the screens follow it.
public struct WayOfWorking: Codable, Equatable, Sendable, Identifiable {
  public let id: String
  public let title: Localized
  /// Other names that people look for it by.
  public let also: [String]?
  /// Nil: it suits any.
  public let phase: Phase?
  public let minutes: WarmUp.Span
  /// For how many people it is; nil: for any number.
  public let people: WarmUp.Span?
  /// 1 calm to 3 lively; nil: as at any board.
  public let energy: Int?
  /// People are on their feet.
  public let standing: Bool?
  /// How people are at it; nil: as at any board.
  public let form: Gathering?
  /// When it fits best, by `Gap.Occasion`.
  public let moments: [String]?
  public let purposes: [Purpose]?
  /// How well it goes at a distance; nil: nobody tried.
  public let remote: Remote?
  /// One sentence: when to reach for it.
  public let purpose: Localized
  /// Read aloud one after another.
  public let steps: [Localized]
  /// What goes wrong, and what then.
  public let wrong: Localized?
  /// What must be at hand.
  public let material: Localized?
  /// What the room itself must have.
  public let room: Localized?
  /// What stands large on the stage; nil: what the board asks.
  public let question: Localized?
  /// The sheet of the board that it works on; nil: whichever board the room is at.
  public let sheet: String?
  /// A board of its own, with its columns.
  public let board: Board?
  /// The canvas that tables fill.
  public let canvas: String?
  /// What it sets on its board when it opens, by `Board.Setting`.
  public let sets: [String: String]?
  public let rounds: [Round]?
  public let flow: Activity.Flow?
  /// The tables' sheets go round; there are as many rounds as tables, at most those listed.
  public let rotates: Bool?
  public let matrix: Matrix?
  /// How people vote on what is on its board.
  public let vote: PollPlan?
  public let scores: Scores?
  /// Where its facts are from.
  public let source: String?
  public let licence: String?

  /// What people want to do with it.
  public enum Purpose: String, Codable, CaseIterable, Sendable {
    case open, understand, generate, sort, decide, plan, test, review, close
  }

  /// How well it goes at a distance.
  public enum Remote: String, Codable, CaseIterable, Sendable { case yes, adapt, no }

  /// Every card is scored by somebody else in each of some rounds, as in 25/10 crowd sourcing: a ballot
  /// is a card's paper with its scores.
  public struct Scores: Codable, Equatable, Sendable {
    public let rounds: Int
    public let lowest: Int
    public let highest: Int
    /// How many cards go on.
    public let winners: Int

    /// The vote that counts them: a criterion a round, each of the same weight, all added up.
    public var vote: PollPlan {
      var plan = PollPlan(method: .criteria, winners: winners)
      plan.criteria = (1...max(1, rounds)).map { round in
        Criterion(id: "r\(round)", name: Localized(String(round)), weight: 1)
      }
      (plan.lowest, plan.steps, plan.adds) = (lowest, highest, true)
      return plan
    }
  }

  /// How people vote at it; nil: they do not.
  public var poll: PollPlan? { vote ?? scores?.vote }

  /// The activity that runs it, in one language, its id left for whoever puts it into the plan.
  ///
  /// It takes as long as its rounds together, at least its shortest form; without rounds as long as is
  /// usual, or as there is room for. The matrix is not copied: the activity finds it by the method's
  /// name, in every language.
  ///
  /// - Parameters:
  ///   - kind: of the activity, to whose board cards come.
  ///   - room: minutes that are free; nil: as many as it takes.
  public func activity(
    of kind: String, in language: String, tables: Int, board: BoardID?, room: Int? = nil
  ) -> Activity {
    let all = (rounds ?? []).map { $0.resolved(in: language) }
    let rounds = rotates == true ? Array(all.prefix(max(2, tables))) : all
    let turns = rounds.reduce(0) { $0 + $1.minutes }
    let least = max(turns, minutes.minimum)
    let usual = rounds.isEmpty ? max(least, minutes.usual ?? least) : least
    let place = [material, self.room].compactMap { $0?.text(in: language) }
    return Activity(
      id: "", title: title.resolved(in: language), kind: kind, phase: phase,
      minutes: max(least, min(usual, room ?? usual)), minimum: least,
      maximum: max(usual, minutes.maximum), priority: .could,
      question: question?.resolved(in: language), script: Localized(script(in: language)),
      material: place.isEmpty ? nil : Localized(place.joined(separator: " · ")), board: board,
      rounds: rounds, flow: flow ?? .round, canvas: canvas, poll: poll, method: id, sets: sets,
      rotates: rotates)
  }

  /// What is read aloud for a part of its rounds, and what everyone then reads on the stage; nil where it
  /// says nothing of it.
  ///
  /// - Parameters:
  ///   - index: the part's place among all that are played, from 0.
  ///   - count: how many those are.
  public func step(for segment: Segment, at index: Int, of count: Int) -> Localized? {
    let isInOrder = segment.step == nil && rounds != nil && count == steps.count
    let place = segment.step.map { $0 - 1 } ?? (isInOrder ? index : -1)
    return steps.indices.contains(place) ? steps[place] : nil
  }

  /// The steps one after another, then what may go wrong, on a line of its own.
  private func script(in language: String) -> String {
    let steps = steps.map { $0.text(in: language) }.joined(separator: " ")
    return [steps, wrong?.text(in: language) ?? ""].filter { !$0.isEmpty }
      .joined(separator: "\n")
  }
}

/// How people are while an activity goes on.
public enum Gathering: String, Codable, CaseIterable, Sendable { case alone, pairs, tables, all }
