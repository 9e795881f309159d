import Languages
package import Shell
import Terminal
import WorkshopCore

/// One decision, large: what it is about, what becomes of it, why.
enum DecisionView {
  static func draw(
    _ decision: Decision, _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) {
    let name =
      scene.workshop.card(decision.project)?.text ?? scene.title(ofTheme: decision.theme) ?? ""
    let width = min(rect.width - 4, 84)
    let place = Rect(
      x: rect.x + (rect.width - width) / 2, y: rect.y, width: width, height: rect.height)
    let said = decision.text
    let reason = scene.reason(of: decision)
    let foot = footing(decision, scene)
    let texts = [name, said, reason, foot]
    let rows = texts.map { $0.isEmpty ? 0 : min(4, Text.wrap($0, to: width).count) }
    let total = rows.reduce(0, +) + 2 + rows.count
    var y = place.y + max(0, (place.height - total) / 2)
    func put(_ text: String, _ style: Style, _ rows: Int, after gap: Int = 1) {
      guard !text.isEmpty, y < place.maxY else { return }
      let room = Rect(x: place.x, y: y, width: width, height: min(rows, place.maxY - y))
      y += frame.paragraph(text, in: room, style: style, alignment: .centre) + gap
    }
    put(name, Style(.strong, bold: true), rows[0])
    put(
      scene.standing(decision).uppercased(), Style(ink(decision), bold: true), 2, after: 2)
    put(reason, .plain, rows[2])
    if said != scene.language.labelled(name, decision.status.map { scene.say($0.phrase) } ?? "") {
      put(said, .plain, rows[1])
    }
    put(foot, .quiet, rows[3])
  }

  private static func ink(_ decision: Decision) -> Ink {
    switch decision.status {
    case .dropped, .onHold, .paused: .warning
    default: decision.isExplored == false ? .warning : .accent
    }
  }

  /// Who decided, when, and whether that follows the vote.
  private static func footing(_ decision: Decision, _ scene: Scene) -> String {
    let vote: Phrase? =
      switch decision.vote {
      case "followed": "as the vote had it"
      case "departed": "other than the vote had it"
      default: nil
      }
    return [
      decision.deciders, scene.day(decision.day),
      vote.map { scene.say($0) },
    ].compactMap { $0 }.joined(separator: " · ")
  }
}

extension StageStep {
  /// A decision in the spotlight.
  package static let decision = StageStep { scene in
    guard let card = scene.workshop.card(scene.workshop.spotlit), !card.isGone,
      scene.workshop.board(card.board)?.sheet == Decision.sheet
    else { return nil }
    return { DecisionView.draw(Decision(card), scene, into: &$0, in: $1) }
  }
}
