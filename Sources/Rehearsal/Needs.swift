import Languages
import Shell
import WorkshopCore

/// What an activity's kind cannot do without, and the plan does not name.
enum Needs {
  /// What is missing, in the scene in which the activity was just opened.
  static func missing(_ activity: Activity, _ scene: Scene) -> [Phrase] {
    guard !activity.isDropped else { return [] }
    let board = scene.board(of: activity)
    let kind = scene.kind(of: activity)
    let needs = kind.rehearsal
    var phrases: [Phrase] = []
    if needs.needsBoard, board == nil {
      phrases.append("It has no board: what is said cannot be noted")
    }
    if needs.needsQuestion, isEmpty(activity.question), isEmpty(board?.question) {
      phrases.append("No question: the projector shows only a title")
    }
    if needs.needsMaterial, isEmpty(activity.material) {
      phrases.append("It names no material")
    }
    // What is voted on may be written in its own turns.
    if kind.traits.contains(.vote), let board, activity.rounds.isEmpty,
      scene.workshop.cards(on: board.id).count < 2
    {
      phrases.append("Nothing to vote on: no activity before it fills “\(board.title)”")
    }
    let silent = (needs.hasSpeakers ? silentRounds(activity, board) : []).map {
      scene.say($0.title)
    }
    if !silent.isEmpty {
      phrases.append("No speaker is named for: \(silent.joined(separator: ", "))")
    }
    return phrases
  }

  private static func isEmpty(_ text: Localized?) -> Bool { text?.isEmpty ?? true }

  /// The rounds of talks whose speaker nobody knows. Where feedback is gathered groups pitch, and a
  /// round's title says which.
  private static func silentRounds(_ activity: Activity, _ board: Board?) -> [Round] {
    guard activity.each == nil, board?.sheet != "feedback",
      activity.lead?.trimmed.isEmpty ?? true
    else { return [] }
    return activity.rounds.filter { $0.who?.trimmed.isEmpty ?? true }
  }
}
