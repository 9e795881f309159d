import Languages
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// The jury on the stage: how many forms are in, then its advice for one project at a time.
///
/// Scores are not read out, and what a juror keeps for the group is not shown.
enum JuryView {
  /// What `viewShown` calls the reading of the advice; its step is the project.
  static let advice = "advice"

  /// The project whose advice is read out; nil before that.
  static func index(_ scene: Scene, _ activity: Activity) -> Int? {
    let view = scene.view(of: activity)
    return view.name == advice ? view.step : nil
  }

  static func draw(
    _ scene: Scene, _ activity: Activity, into frame: inout Frame, in rect: Rect
  ) {
    guard let board = scene.board(of: activity), let jury = scene.jury(on: board) else {
      ActivityKind.plenary.stage(scene, activity, &frame, rect)
      return
    }
    if !board.isSealed, let index = index(scene, activity), jury.projects.indices.contains(index) {
      advice(jury, jury.projects[index], scene, into: &frame, in: rect)
    } else {
      waiting(jury, scene, activity, into: &frame, in: rect)
    }
  }

  private static func waiting(
    _ jury: Jury, _ scene: Scene, _ activity: Activity, into frame: inout Frame, in rect: Rect
  ) {
    let body = StageHead.draw(scene.headline(activity), scene, into: &frame, in: rect)
    let forms =
      jury.expected > 0 ? scene.say("\(jury.arrived) of \(jury.expected) forms are in") : ""
    StageText(
      [.init(forms, .accent, rank: 0)]
        + jury.projects.map { .init($0.text, rank: 1, mark: "·") }
    ).draw(turning: scene, into: &frame, in: body.inset(horizontal: 2, vertical: 0))
  }

  private static func advice(
    _ jury: Jury, _ project: Card, _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) {
    let body = StageHead.draw(project.text, scene, into: &frame, in: rect)
    let open = jury.forms(for: project.id).filter(\.isPublic)
    let votes = JuryWords.recommendations(open, board: open.first?.cards.first?.board, scene)
    let parts = open.flatMap { form in
      JuryWords.readOut(form, scene).enumerated().map { index, part in
        StageText.Line(
          part.text, part.style, rank: part.field == Card.text ? 0 : 2,
          mark: part.label.isEmpty ? "“" : part.label, markStyle: .quiet, air: index == 0 ? 1 : 0)
      }
    }
    let nothing = open.isEmpty ? scene.say("The jury tells the team itself.") : ""
    StageText(
      [
        .init(votes, Style(.accent, bold: true), rank: 1),
        .init(nothing, .quiet, rank: 0),
      ] + parts
    ).draw(into: &frame, in: body.inset(horizontal: 2, vertical: 0))
  }
}

/// What a jury's form says, in words.
enum JuryWords {
  /// A line of it.
  struct Part {
    /// The sheet's field.
    let field: String
    let label: String
    let text: String
    var style = Style.plain
  }

  /// What is read out: the advice first, large; then strength, risk, question, condition, help.
  static func readOut(_ form: Jury.Form, _ scene: Scene) -> [Part] {
    let sheet = form.cards.first.flatMap { scene.sheet(of: scene.workshop.board($0.board)) }
    return (sheet?.fields ?? []).filter { [.line, .text].contains($0.type) }.compactMap { field in
      form[field.id].map {
        Part(
          field: field.id, label: scene.say(field.label), text: $0,
          style: field.id == Card.text ? Style(.strong, bold: true) : .plain)
      }
    }
  }

  /// `2 × Go · 1 × Hold`, in the order of the sheet's choices; a juror with a tie has no say.
  static func recommendations(_ forms: [Jury.Form], board: BoardID?, _ scene: Scene) -> String {
    counts(Recommendations(forms), board: scene.workshop.board(board), scene)
  }

  /// What the jury recommends for a project, and whether what was decided went its way; empty where no
  /// form says anything.
  static func verdict(on project: CardID, _ scene: Scene) -> String {
    verdict(scene.workshop.recommendations(on: project), on: project, scene)
  }

  static func verdict(
    _ recommendations: Recommendations, on project: CardID, _ scene: Scene
  ) -> String {
    let board = scene.workshop.board(ofSheet: Workshop.adviceSheet)
    let counts = counts(recommendations, board: board, scene)
    guard !counts.isEmpty, let status = scene.workshop.status(of: project) else { return counts }
    let accord = recommendations.isFollowed(by: status).map {
      scene.say($0 ? "the decision followed the jury" : "the decision departed from the jury")
    }
    return [counts, accord].compactMap { $0 }.joined(separator: " · ")
  }

  private static func counts(
    _ recommendations: Recommendations, board: Board?, _ scene: Scene
  ) -> String {
    let field = scene.sheet(of: board)?.fields.first { $0.id == Recommendations.field }
    return (field?.choices ?? []).compactMap { choice in
      recommendations.counts[choice.id].map { "\($0) × \(scene.say(choice.label))" }
    }.joined(separator: " · ")
  }
}
