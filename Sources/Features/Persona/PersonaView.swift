import Languages
package import Shell
import Terminal
package import WorkshopCore

/// The persona game on the stage: the cards as they are turned, the twist, each table's hand, all of
/// the tables together.
package enum PersonaView {
  /// The views' ids, as the journal has them; the usual one, all tables, has none.
  static let deal = "deal"
  static let twist = "twist"
  static let hand = "hand"
  static let gallery = "gallery"
  static let side = "side"

  static func draw(_ scene: Scene, _ activity: Activity, into frame: inout Frame, in rect: Rect) {
    let view = scene.view(of: activity)
    if PersonaSteps.isGallery(scene, activity) {
      GalleryView.draw(scene, activity, into: &frame, in: rect)
      return
    }
    let dealt = scene.dealt(activity)
    guard !scene.shownPersonas(activity).isEmpty else {
      let body = head(scene.headline(activity), scene, into: &frame, in: rect)
      frame.put(
        scene.say("The cards are about to be dealt"), x: body.x + 2, y: body.y, style: .quiet,
        width: body.width - 2)
      return
    }
    switch view.name {
    case deal where !dealt.isEmpty:
      DealView.draw(scene, activity, step: view.step, into: &frame, in: rect)
    case twist where dealt.contains { scene.drawn($0).contains(where: \.isTwist) }:
      DealView.drawTwist(scene, activity, into: &frame, in: rect)
    case hand where !dealt.isEmpty:
      HandView.draw(
        scene, dealt[min(view.step, dealt.count - 1)], into: &frame, in: rect)
    default: tables(scene, activity, into: &frame, in: rect)
    }
  }

  /// All tables: who is born there, the quote, the twist, the cards; those that even the shortest deal
  /// has come first, so that a small window shows them.
  private static func tables(
    _ scene: Scene, _ activity: Activity, into frame: inout Frame, in rect: Rect
  ) {
    let body = head(scene.headline(activity), scene, into: &frame, in: rect)
    let tiles = scene.shownPersonas(activity).map { persona -> Tiles.Tile in
      let cards = scene.drawn(persona)
      let twist = cards.filter(\.isTwist).map {
        Tiles.Part(
          text: scene.language.labelled($0.label, $0.text), style: Style(.strong, bold: true))
      }
      let quote = persona["quote"].map {
        Tiles.Part(text: scene.language.quoted($0), style: .strong)
      }
      return Tiles.Tile(
        title: scene.title(of: persona), mark: mark(persona, scene),
        parts: [quote].compactMap { $0 } + twist
          + (cards.filter { $0.isCore && !$0.isTwist } + cards.filter { !$0.isCore && !$0.isTwist })
          .map { Tiles.Part(text: $0.text, isPoint: true) })
    }
    Tiles(tiles).draw(into: &frame, in: body)
  }

  /// "? hypothesis" for a persona that has a name and no evidence yet.
  package static func mark(_ persona: Card, _ scene: Scene) -> String {
    scene.isHypothesis(persona) && !persona.text.isEmpty ? "? " + scene.say("hypothesis") : ""
  }

  /// The large line and the time, on two rows where there are few; gives back the room beneath.
  static func head(
    _ title: String, beside text: String = "", _ scene: Scene, into frame: inout Frame,
    in rect: Rect
  ) -> Rect {
    guard rect.height < 16 else {
      return StageHead.draw(title, beside: text, scene, into: &frame, in: rect)
    }
    let (row, rest) = rect.top(2)
    var right = row.maxX
    if let countdown = scene.countdown, scene.workshop.isOn(.digits) {
      let time = TimeLeft.text(countdown, at: scene.now)
      right -= Text.width(time) + 2
      frame.put(
        time, x: right + 2, y: row.y,
        style: Style(TimeLeft.ink(countdown, at: scene.now), bold: true))
    }
    let line = Rect(x: row.x, y: row.y, width: right - row.x, height: 1)
    frame.paragraph(title, in: line, style: Style(.strong, bold: true))
    let used = Text.width(title) + 2
    if !text.isEmpty, line.width - used >= 8 {
      frame.paragraph(text, in: line.left(used).rest, style: .quiet)
    }
    return rest
  }
}

extension Scene {
  /// A table and who was born at it: "1 · Odette".
  func title(of persona: Card) -> String {
    guard !persona.text.isEmpty else { return say("Table \(persona.table ?? "?")") }
    return persona.table.map { "\($0) · \(persona.text)" } ?? persona.text
  }
}
