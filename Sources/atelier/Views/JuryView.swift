import Terminal
import Workshop

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
    let body = StageView.head(scene.headline(activity), scene, into: &frame, in: rect)
    let (foot, list) = body.bottom(2)
    for (line, project) in jury.projects.prefix(max(0, list.height)).enumerated() {
      frame.put(
        project.text, x: list.x + 2, y: list.y + line, width: list.width - 4)
    }
    guard jury.expected > 0 else { return }
    frame.put(
      scene.say("\(jury.arrived) of \(jury.expected) forms are in"), x: foot.x + 2, y: foot.y + 1,
      style: .accent, width: foot.width - 2)
  }

  private static func advice(
    _ jury: Jury, _ project: Card, _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) {
    let body = StageView.head(project.text, scene, into: &frame, in: rect)
    let open = jury.forms(for: project.id).filter(\.isPublic)
    var y = body.y
    let votes = JuryWords.recommendations(open, board: open.first?.cards.first?.board, scene)
    if !votes.isEmpty {
      frame.put(
        votes, x: body.x + 2, y: y, style: Style(.accent, bold: true), width: body.width - 4)
      y += 2
    }
    for form in open {
      for part in JuryWords.readOut(form, scene) where y < body.maxY {
        let label = part.label.isEmpty ? "“" : part.label
        frame.put(label, x: body.x + 2, y: y, style: .quiet, width: 14)
        let place = Rect(x: body.x + 17, y: y, width: body.width - 19, height: body.maxY - y)
        y += max(1, frame.paragraph(part.text, in: place, style: part.style))
      }
      y += 1
    }
    if open.isEmpty {
      frame.put(
        scene.say("The jury tells the group itself."), x: body.x + 2, y: y, style: .quiet,
        width: body.width - 4)
    }
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
    let sheet = scene.sheet(of: scene.workshop.board(board))
    guard let field = sheet?.fields.first(where: { $0.id == "recommendation" }) else { return "" }
    return (field.choices ?? []).compactMap { choice in
      let count = forms.count { $0[field.id] == choice.id && !$0.hasConflict }
      return count == 0 ? nil : "\(count) × \(scene.say(choice.label))"
    }.joined(separator: " · ")
  }
}
