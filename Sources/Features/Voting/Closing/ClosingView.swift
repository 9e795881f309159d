import Cards
import Languages
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// The closing round on the stage: what to keep and what to change in columns; above them, once it is
/// shown, how many gave each grade, the mean, and how many met someone new.
enum ClosingView {
  /// What `viewShown` calls it with the grades, and with the words alone; the usual one has the grades
  /// once a vote was revealed.
  static let result = "closing"
  static let words = "words"

  static func isRevealed(_ scene: Scene, _ activity: Activity) -> Bool {
    switch scene.workshop.views[activity.id]?.name {
    case result: true
    case words: false
    default: scene.workshop.latestPoll(of: activity.id)?.isRevealed == true
    }
  }

  static func draw(
    _ scene: Scene, _ activity: Activity, into frame: inout Frame, in rect: Rect
  ) {
    let board = scene.board(of: activity)
    let question = activity.question.map { scene.say($0) } ?? scene.question(of: board)
    var body = StageHead.draw(question, scene, into: &frame, in: rect)
    let evaluation = scene.workshop.evaluation(of: activity.id)
    if isRevealed(scene, activity), !evaluation.isEmpty {
      let height = draw(evaluation, scene, into: &frame, in: body)
      body = body.top(height + 1).rest
    }
    guard let board else { return }
    guard !board.isClosed else {
      BoardView.draw(scene, board, into: &frame, in: body, onStage: true)
      return
    }
    let groups = Self.groups(scene, activity, board)
    if groups.isEmpty, evaluation.isEmpty {
      frame.put(
        scene.say("The first card will be shown here"), x: body.x + 2, y: body.y, style: .quiet,
        width: body.width - 2)
    } else if body.height > 1 {
      Wall.draw(groups, scene, into: &frame, in: body)
    }
  }

  /// What was said today, by column, without slips that have no words.
  static func groups(_ scene: Scene, _ activity: Activity, _ board: Board) -> [Group] {
    let today = Set(scene.workshop.slips(of: activity.id).map(\.id))
    return scene.groups(of: board).map { group in
      Group(id: group.id, title: group.title, cards: group.cards.filter { today.contains($0.id) })
    }.filter { !$0.cards.isEmpty }
  }

  /// Returns the rows it took.
  private static func draw(
    _ evaluation: Evaluation, _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) -> Int {
    let place = Rect(x: rect.x + 2, y: rect.y, width: rect.width - 4, height: rect.height)
    var rows = 0
    if let roti = ClosingWords.roti(evaluation, scene) {
      // In a small room the words below need the lines more.
      let grades = Evaluation.scale.reversed().filter {
        place.height >= 14 || evaluation.grades[$0] > 0
      }
      let labels = grades.map { ClosingWords.grade($0, scene) }
      let label = min(place.width / 3, labels.map { Text.width($0) }.max() ?? 1)
      let most = max(1, evaluation.grades.max() ?? 1)
      let bar = max(1, min(60, place.width - label - 8))
      for (index, grade) in grades.enumerated() {
        let (y, count) = (place.y + index, evaluation.grades[grade])
        frame.put(labels[index], x: place.x, y: y, width: label)
        let length = count * bar / most
        frame.put(
          String(repeating: "█", count: count > 0 ? max(1, length) : 0), x: place.x + label + 2,
          y: y, style: .accent)
        frame.put(
          String(count), x: place.x + label + bar + 3, y: y, style: count > 0 ? .plain : .quiet,
          width: 4, alignment: .right)
      }
      rows = grades.count
      frame.put(
        roti, x: place.x, y: place.y + rows, style: Style(.strong, bold: true), width: place.width)
      rows += 1
    }
    if let met = ClosingWords.met(evaluation, scene) {
      let text = scene.language.labelled(scene.say("Met someone new"), met)
      frame.put(text, x: place.x, y: place.y + rows, style: .accent, width: place.width)
      rows += 1
    }
    return rows
  }
}
