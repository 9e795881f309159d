import Languages
import Shell
import Terminal
import WorkshopCore

/// Cards turned over on the stage: the draw, category by category for all tables together, and the
/// twist.
enum DealView {
  /// The newest card of each table is strong, those before it stand beneath, newest first.
  static func draw(
    _ scene: Scene, _ activity: Activity, step: Int, into frame: inout Frame, in rect: Rect
  ) {
    let rounds = scene.dealRounds(activity)
    let step = min(step, rounds.count)
    let dealt = scene.dealt(activity)
    let hands = dealt.map { scene.drawn($0).filter { !$0.isTwist } }
    let tiles = zip(dealt, hands).map { persona, hand -> Tiles.Tile in
      var parts = rounds.prefix(step).reversed().enumerated().compactMap { age, round in
        let card = hand.first { $0.category == round.category && $0.index == round.index }
        guard age == 0 || card != nil else { return nil as Tiles.Part? }
        return Tiles.Part(
          text: card?.text ?? "—", style: age == 0 ? Style(.strong, bold: true) : .quiet,
          isPoint: age > 0)
      }
      if step == 0 { parts = [] }
      return Tiles.Tile(title: scene.title(of: persona), parts: parts, isFaceDown: step == 0)
    }
    let progress =
      step == 0
      ? scene.say("\(rounds.count) cards for each table, face down")
      : scene.say("Card \(step) of \(rounds.count)")
    let body = PersonaView.head(
      title(scene, activity, rounds, hands, step), beside: progress, scene, into: &frame, in: rect)
    let whole = zip(dealt, hands).map { persona, hand in
      Tiles.Tile(
        title: scene.title(of: persona),
        parts: hand.map { Tiles.Part(text: $0.text, isPoint: true) })
    }
    Tiles(whole).draw(tiles, into: &frame, in: body)
  }

  /// What is being turned: the category, numbered where a table gets several of it.
  private static func title(
    _ scene: Scene, _ activity: Activity, _ rounds: [DealRound], _ hands: [[DrawnCard]], _ step: Int
  ) -> String {
    guard step > 0 else { return scene.headline(activity) }
    let round = rounds[step - 1]
    let label = hands.joined().first { $0.category == round.category }?.label ?? ""
    let count = rounds.filter { $0.category == round.category }.count
    return count > 1 ? "\(label) \(round.index + 1)/\(count)" : label
  }

  /// Every table's twist, and nothing else.
  static func drawTwist(
    _ scene: Scene, _ activity: Activity, into frame: inout Frame, in rect: Rect
  ) {
    let twists = scene.dealt(activity).map { ($0, scene.drawn($0).filter(\.isTwist)) }
    let title = twists.lazy.flatMap(\.1).first?.label ?? scene.say("Surprise")
    let body = PersonaView.head(title, scene, into: &frame, in: rect)
    let tiles = twists.map { persona, cards in
      Tiles.Tile(
        title: scene.title(of: persona),
        parts: [
          Tiles.Part(
            text: cards.isEmpty ? "—" : cards.map(\.text).joined(separator: "\n"),
            style: Style(.strong, bold: true))
        ])
    }
    Tiles(tiles, isCentred: true).draw(into: &frame, in: body)
  }
}
