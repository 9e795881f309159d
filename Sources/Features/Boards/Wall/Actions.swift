import Cards
import Languages
import Reporting
package import Shell
import Terminal
import WorkshopCore

extension ActivityKind {
  /// Next steps: who does what by when.
  package static let actions = ActivityKind(
    id: "actions", name: "Actions",
    rehearsal: RehearsalTraits(needsBoard: true, lines: .one),
    planning: PlanningTraits(
      "Who does what by when", phase: .act, board: .init(of: "action", called: "Actions"),
      gathering: .tables),
    stage: { scene, activity, frame, rect in
      let body = StageHead.draw(scene.headline(activity), scene, into: &frame, in: rect)
      ActionsView.draw(scene, activity, into: &frame, in: body)
    },
    desk: { scene, activity in
      let steps = scene.steps(activity)
      let open = steps.filter { $0["owner"] == nil }.count
      let dateless = steps.filter { $0["due"] == nil }.count
      let unclear = steps.compactMap { $0[DueText.due] }.filter { Day($0) == nil }
      let unbegun = steps.filter { !ActionText.isClosed($0) && $0["first-step"] == nil }.count
      return DeskRow.board(scene, activity) + [
        .init("No owner", open == 0 ? "" : "\(open)", style: .warning),
        .init("No date", dateless == 0 ? "" : "\(dateless)", style: .warning),
        .init("Unclear", unclear.joined(separator: ", "), style: .warning),
        .init(
          "Missing",
          unbegun == 0 ? "" : scene.say("a first step for \(unbegun): what within seven days?")),
      ]
    },
    guide: { _, _ in "What will be done @who >when &project; ↑ and F4 fill in the rest" })
}

extension Scene {
  fileprivate func steps(_ activity: Activity) -> [Card] {
    board(of: activity).map { workshop.cards(on: $0.id) } ?? []
  }

  /// Whether a board's cards are due on some day.
  func hasDueDates(_ board: Board) -> Bool {
    sheet(of: board)?.fields.contains { $0.id == DueText.due } ?? false
  }

  /// What the day in a note-taker's line is taken for, and a name that several people have.
  var dueEcho: String {
    let text = focus.line.text
    guard focus.editing == nil, text.contains(">") || text.contains("@"), let board = lineBoard,
      hasDueDates(board)
    else { return "" }
    return DueText.echo(CardLine(focus.line.text, on: board, self), self)
  }

}

/// Next steps on the stage: a table of what, who and when, the newest at the end.
private enum ActionsView {
  static func draw(_ scene: Scene, _ activity: Activity, into frame: inout Frame, in rect: Rect) {
    let steps = scene.steps(activity)
    guard !steps.isEmpty else {
      frame.put(
        scene.say("The first step will be shown here"), x: rect.x + 2, y: rect.y, style: .quiet,
        width: rect.width)
      return
    }
    if StageHead.isTall(frame.size.rows - 2) {
      large(steps, scene, into: &frame, in: rect.inset(horizontal: 2, vertical: 0))
      return
    }
    let who = min(22, rect.width / 4)
    let when = min(24, rect.width * 3 / 10)
    let what = rect.width - who - when - 4
    let heads: [(Phrase, Int)] = [
      ("What", rect.x), ("Who", rect.x + what + 2), ("Due date", rect.x + what + who + 4),
    ]
    for (head, x) in heads { frame.put(scene.say(head), x: x, y: rect.y, style: .quiet) }
    let (_, list) = rect.top(2)
    let heights = steps.map { min(2, Text.wrap($0.text, to: what).count) }
    var first = steps.count
    var used = 0
    while first > 0, used + heights[first - 1] <= list.height { first -= 1; used += heights[first] }
    if first > 0 {
      frame.put(
        "+ \(first)", x: rect.maxX - 6, y: rect.y, style: .quiet, width: 6, alignment: .right)
    }
    var y = list.y
    for index in first..<steps.count {
      let step = steps[index]
      let isDone = ActionText.isClosed(step)
      let due = step[DueText.due]
      let isLate = !isDone && due.flatMap { Day($0) }.map { $0 < scene.today } ?? true
      frame.paragraph(
        step.text, in: Rect(x: rect.x, y: y, width: what, height: heights[index]),
        style: isDone ? .quiet : .plain)
      frame.put(
        scene.owner(of: step) ?? "?", x: rect.x + what + 2, y: y,
        style: step["owner"] == nil ? .warning : .accent, width: who)
      frame.put(
        stand(step, scene) ?? "?", x: rect.x + what + who + 4,
        y: y, style: isLate ? .warning : isDone ? .quiet : .plain, width: when)
      y += heights[index]
    }
  }

  /// By when, and where it stands.
  private static func stand(_ step: Card, _ scene: Scene) -> String? {
    let parts = [step[DueText.due].map { scene.brief($0) }, ActionText.word(step, scene)]
    let text = parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
    return text.isEmpty ? nil : text
  }

  /// The last steps in large letters, as many as there is room for, with who and when beneath.
  private static func large(
    _ steps: [Card], _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) {
    func text(_ count: Int) -> StageText {
      StageText(
        steps.suffix(count).flatMap { step -> [StageText.Line] in
          let tail = [scene.owner(of: step), stand(step, scene)].compactMap { $0 }
          return [
            .init(step.text, ActionText.isClosed(step) ? .quiet : .plain, rank: 0),
            .init(tail.joined(separator: " · "), .accent, rank: 1, air: 0),
          ]
        })
    }
    let (foot, room) = rect.bottom(1)
    let most = min(steps.count, max(1, room.height / (Lettering.smallest + 1)))
    let count = (1...most).reversed().first { text($0).isLarge(in: room.size, upTo: 0) } ?? 1
    text(count).draw(into: &frame, in: room)
    guard count < steps.count else { return }
    frame.put("+ \(steps.count - count)", x: foot.x, y: foot.y, style: .quiet)
  }
}
