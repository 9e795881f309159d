import Languages
package import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// Proposals for the rest of the day, side by side: one is chosen and applied, or none.
///
/// They are worked out anew from the scene at every look, because the time goes on while people
/// compare.
struct RecoveryPanel: Overlay {
  var goal = Recovery.Goal()
  /// Nil: the first proposal.
  var chosen: Proposal.Kind?

  func recovery(_ scene: Scene) -> Recovery? {
    scene.session.map { Recovery(of: $0, in: scene.workshop, now: scene.now, goal: goal) }
  }

  /// Which proposal is chosen: the one of its kind as long as there is one.
  func index(in recovery: Recovery) -> Int {
    recovery.proposals.firstIndex { $0.kind == chosen } ?? 0
  }

  func bindings(_ scene: Scene) -> [Binding] {
    let recovery = recovery(scene)
    let count = recovery?.proposals.count ?? 0
    let nothing: Phrase? = count == 0 ? "There is nothing to apply" : nil
    let single: Phrase? = count < 2 ? "There is nothing to compare" : nil
    let loose: Phrase? =
      recovery?.unchanged.fixed.isEmpty == false ? nil : "No fixed item is to come"
    return [
      Binding(.enter, do: Self.apply, hint: "apply", unless: nothing),
      Binding(.character("e"), do: Self.setEnd, hint: "end"),
      Binding(.character("f"), do: Self.moveFixed, hint: "fixed item", unless: loose),
      Binding(.escape, .character("q"), do: .leave, hint: "close"),
      Binding(
        .right, .character("l"), .tab, do: Self.move("next-proposal", "Next proposal", by: 1),
        hint: "choose", unless: single),
      Binding(
        .left, .character("h"), .backTab,
        do: Self.move("previous-proposal", "Previous proposal", by: -1), unless: single),
    ]
  }

  /// One event, so that one undo takes all of it back.
  private static let apply = Action("apply-proposal", "Apply the proposal") { scene in
    guard let panel = scene.focus.overlay as? RecoveryPanel, let recovery = panel.recovery(scene),
      recovery.proposals.indices.contains(panel.index(in: recovery))
    else { return .nothing }
    let proposal = recovery.proposals[panel.index(in: recovery)]
    var outcome = Outcome.close(scene)
    outcome.events = [.planChanged(changes: proposal.changes)]
    outcome.notice = "Applied: \(RecoveryText.title(proposal.kind)); u undoes it"
    return outcome
  }

  private static func move(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard var panel = scene.focus.overlay as? RecoveryPanel, let recovery = panel.recovery(scene),
        !recovery.proposals.isEmpty
      else { return .nothing }
      let count = recovery.proposals.count
      panel.chosen = recovery.proposals[(panel.index(in: recovery) + step + count) % count].kind
      return .replace(panel, scene)
    }
  }

  private static let setEnd = Action("set-end", "The day must end at another time") { scene in
    Reopening.dayEnd.opened(scene)
  }

  private static let moveFixed = Action("move-fixed", "A fixed item comes earlier or later") {
    scene in
    guard let panel = scene.focus.overlay as? RecoveryPanel, let recovery = panel.recovery(scene)
    else { return .nothing }
    let items = recovery.unchanged.fixed.map { slot in
      Menu.Item(
        label: scene.say(slot.activity.title), detail: ClockTime(minutes: slot.start).description
      ) { scene in
        Reopening.fixedStart.opened(of: ["activity": slot.activity.id], scene)
      }
    }
    return .open(Menu(title: "Which fixed item?", items: items), scene)
  }

  /// Reads a time of the day for the panel beneath; nil for an empty line.
  fileprivate static func minute(
    _ text: String, _ scene: Scene, set: (inout RecoveryPanel, Int?) -> Void
  ) -> Outcome {
    let place = scene.focus.overlays.lastIndex { $0 is RecoveryPanel }
    guard let place, var panel = scene.focus.overlays[place] as? RecoveryPanel,
      let recovery = panel.recovery(scene)
    else { return .nothing }
    var minute: Int?
    if !text.isEmpty {
      guard let time = time(text) else {
        return .refused("“\(text)” is not a time such as 17:00")
      }
      // Past midnight it is the day's still.
      let planned = recovery.agenda.plannedEnd
      let read = [time.minutes, time.minutes + 1440].min {
        abs($0 - planned) < abs($1 - planned)
      }
      guard let read, read >= recovery.start else {
        let start = ClockTime(minutes: recovery.start).description
        return .refused("\(time.description) is too early: what comes next begins at \(start)")
      }
      minute = read
    }
    set(&panel, minute)
    return .focus(of: scene) { $0.overlays[place] = panel }
  }

  /// `17:00`, and what people type for it: `17.00`, `17h00`, `17h`, `17`.
  private static func time(_ text: String) -> ClockTime? {
    let parts = text.lowercased().split(omittingEmptySubsequences: false) { ":.h".contains($0) }
      .map { String($0).trimmed }
    guard let hours = parts.first, parts.count <= 2 else { return nil }
    let minutes = parts.dropFirst().first ?? ""
    return ClockTime(hours + ":" + (minutes.isEmpty ? "00" : minutes))
  }
}

extension Reopening {
  /// When the day must end.
  static let dayEnd = stack("set-end") { _, _ in
    let prompt = Prompt(
      title: "The day must end at", help: "HH:MM; empty: the planned end", takesEmpty: true
    ) { text, scene in
      RecoveryPanel.minute(text, scene) { panel, minute in panel.goal.end = minute }
    }
    return [RecoveryPanel(), prompt]
  }

  /// When a fixed item begins.
  static let fixedStart = stack("move-fixed") { details, scene in
    guard let activity = scene.workshop.plan.activity(details["activity"]) else { return [] }
    let prompt = Prompt(
      title: "\(activity.title) begins at", help: "HH:MM; empty: as planned", takesEmpty: true
    ) { text, scene in
      RecoveryPanel.minute(text, scene) { panel, minute in panel.goal.starts[activity.id] = minute }
    }
    return [RecoveryPanel(), prompt]
  }
}

extension Action {
  /// Opens the proposals; nothing changes before one is applied.
  package static let planRest = Action("plan-rest", "Plan the rest of the day") { scene in
    let panel = RecoveryPanel()
    guard panel.recovery(scene)?.unchanged.slots.isEmpty == false else {
      return .refused("Nothing is left to plan")
    }
    return .open(panel, scene)
  }
}

extension RecoveryPanel {
  /// As narrow as a column may be to be read, and as low as columns may be to be worth comparing.
  private static let smallest = Size(columns: 22, rows: 12)
  /// As wide as a column may be for a number to be seen beside its item.
  private static let widest = 44

  func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let inner = Panel.draw(scene.say("The rest of the day"), into: &frame, in: rect)
    guard let recovery = recovery(scene) else { return }
    var room = inner
    for (index, sentence) in RecoveryText.head(recovery, scene).enumerated() {
      let style = index == 0 ? Style(.strong, bold: true) : Style(.warning)
      room = room.top(frame.paragraph(sentence, in: room, style: style)).rest
    }
    if room.height > 8 { room = room.top(1).rest }
    guard !recovery.proposals.isEmpty else {
      let nothing: Phrase =
        recovery.fits
        ? "Everything fits: no need to shorten"
        : "Nothing can be shortened: what is fixed stays, and so does what has no minimum"
      frame.paragraph(scene.say(nothing), in: room)
      return
    }
    let gap = room.width >= 110 ? 5 : 3
    let count = recovery.proposals.count
    let width = min(room.width, count * (Self.widest + gap) - gap)
    let columns = room.left(width).strip.columns(count, gap: gap)
    let isWide = columns.allSatisfy { $0.width >= Self.smallest.columns }
    let chosen = index(in: recovery)
    if isWide, room.height >= Self.smallest.rows {
      for (index, column) in columns.enumerated() {
        draw(index, isChosen: index == chosen, of: recovery, scene, into: &frame, in: column)
        guard index > 0 else { continue }
        let rule = Rect(x: column.x - gap / 2 - 1, y: room.y, width: 1, height: room.height)
        frame.fill(rule, style: .quiet, with: "│")
      }
    } else {
      draw(chosen, isChosen: true, of: recovery, scene, into: &frame, in: room)
      let place = "← \(chosen + 1)/\(count) →"
      if count > 1 {
        frame.put(
          place, x: room.x, y: room.y, style: Style(.selection, bold: true), width: room.width,
          alignment: .right)
      }
    }
  }

  private func draw(
    _ index: Int, isChosen: Bool, of recovery: Recovery, _ scene: Scene, into frame: inout Frame,
    in rect: Rect
  ) {
    let proposal = recovery.proposals[index]
    let (head, body) = rect.top(1)
    let style = isChosen ? Style(.selection, bold: true) : Style(.strong, bold: true)
    if isChosen {
      frame.fill(head, style: style)
      frame.cursor = Point(x: head.x, y: head.y)
    }
    let title = scene.say(RecoveryText.title(proposal.kind))
    frame.put(isChosen ? "▶" : " ", x: head.x, y: head.y, style: style)
    frame.put(title, x: head.x + 2, y: head.y, style: style, width: head.width - 2)
    RecoveryColumn(
      rows: RecoveryText.rows(proposal, of: recovery, scene),
      more: { scene.say("and \($0) more, \($1) min in all") }
    ).draw(into: &frame, in: body)
  }
}
