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
    let said = decision.text
    let status = decision.status.map { scene.say($0.phrase) } ?? ""
    let text = StageText(
      [
        .init(name, Style(.strong, bold: true), rank: 0),
        .init(
          scene.standing(decision).uppercased(), Style(ink(decision), bold: true), rank: 0),
        .init(scene.reason(of: decision), rank: 1, air: 2),
        .init(said == scene.language.labelled(name, status) ? "" : said, rank: 2),
        .init(footing(decision, scene), .quiet, rank: 3),
      ], alignment: .centre)
    let room = rect.inset(horizontal: max(2, (rect.width - 120) / 2), vertical: 0)
    text.draw(into: &frame, in: room.top(max(0, room.height - text.height(in: room.size)) / 2).rest)
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
