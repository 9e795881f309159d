import Boards
import Languages
import Persona
import Projects
import Shell
import Time
import Voting
import WorkshopCore

/// What an activity's kind cannot do without, and the plan does not name.
enum Needs {
  /// Kinds that are there for what is written or counted on a board.
  static let board: Set<String> = Set(
    [ActivityKind.board, .canvas, .persona, .poll, .signUp, .actions, .checkOut, .talk].map(\.id))

  /// Kinds whose question is what the room works on.
  private static let question: Set<String> = Set([ActivityKind.board, .poll].map(\.id))

  /// Kinds that are played with something in hand: cards to draw, dots to stick.
  private static let material: Set<String> = Set([ActivityKind.persona, .poll].map(\.id))

  /// What is missing, in the scene in which the activity was just opened.
  static func missing(_ activity: Activity, _ scene: Scene) -> [Phrase] {
    guard !activity.isDropped else { return [] }
    let board = scene.board(of: activity)
    var phrases: [Phrase] = []
    if Self.board.contains(activity.kind), board == nil {
      phrases.append("It has no board: what is said cannot be noted")
    }
    if question.contains(activity.kind), isEmpty(activity.question), isEmpty(board?.question) {
      phrases.append("It asks no question: only a title stands on the stage")
    }
    if material.contains(activity.kind), isEmpty(activity.material) {
      phrases.append("It names no material")
    }
    if activity.kind == ActivityKind.poll.id, let board,
      scene.workshop.cards(on: board.id).count < 2
    {
      phrases.append("Nothing to vote on: no activity before it fills “\(board.title)”")
    }
    let silent = silentRounds(activity, board).map { scene.say($0.title) }
    if !silent.isEmpty {
      phrases.append("No speaker is named for: \(silent.joined(separator: ", "))")
    }
    return phrases
  }

  private static func isEmpty(_ text: Localized?) -> Bool { text?.isEmpty ?? true }

  /// The rounds of talks whose speaker nobody knows. Where feedback is gathered groups pitch, and a
  /// round's title says which.
  private static func silentRounds(_ activity: Activity, _ board: Board?) -> [Round] {
    guard activity.kind == ActivityKind.talk.id, activity.each == nil, board?.sheet != "feedback",
      activity.lead?.trimmed.isEmpty ?? true
    else { return [] }
    return activity.rounds.filter { $0.who?.trimmed.isEmpty ?? true }
  }
}
