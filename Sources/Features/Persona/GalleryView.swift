import Languages
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// The personas on the stage once they are somebody: one after another, or side by side.
enum GalleryView {
  static func draw(_ scene: Scene, _ activity: Activity, into frame: inout Frame, in rect: Rect) {
    let all = scene.personas(activity)
    let told = scene.shownPersonas(activity)
    let personas = told.isEmpty ? all : told
    let view = scene.view(of: activity)
    guard view.name == PersonaView.gallery, !personas.isEmpty else {
      side(scene, activity, personas, into: &frame, in: rect)
      return
    }
    one(scene, personas[min(view.step, personas.count - 1)], into: &frame, in: rect)
  }

  // MARK: Side by side

  private static func side(
    _ scene: Scene, _ activity: Activity, _ personas: [Card], into frame: inout Frame, in rect: Rect
  ) {
    let body = PersonaView.head(scene.headline(activity), scene, into: &frame, in: rect)
    let tiles = personas.map { persona -> Tiles.Tile in
      let quote = persona["quote"].map {
        Tiles.Part(text: scene.language.quoted($0), style: Style(.strong, bold: true))
      }
      let needs = persona["needs"].map { Tiles.Part(text: $0, mayBeCut: true) }
      let parts = [quote, needs].compactMap { $0 }
      return Tiles.Tile(
        title: scene.title(of: persona), mark: PersonaView.mark(persona, scene),
        parts: parts.isEmpty ? [Tiles.Part(text: "…", style: .quiet)] : parts)
    }
    Tiles(tiles).draw(into: &frame, in: body)
  }

  // MARK: One

  private static func one(
    _ scene: Scene, _ persona: Card, into frame: inout Frame, in rect: Rect
  ) {
    let title = [scene.name(of: persona), persona["age"]].compactMap { $0 }.joined(separator: ", ")
    var body = PersonaView.head(
      title, beside: persona["place"] ?? "", scene, into: &frame, in: rect)
    let isSmall = rect.height < 16
    if !isSmall { body = body.inset(horizontal: 2) }
    if let quote = persona["quote"] {
      let (place, _) = body.left(min(body.width, 80)).strip.top(3)
      let rows = frame.paragraph(
        scene.language.quoted(quote), in: place, style: Style(.accent, bold: true))
      body = body.top(rows + (isSmall ? 0 : 1)).rest
    }
    let (foot, room) = body.bottom(isSmall ? 1 : 2)
    evidence(scene, persona, into: &frame, in: foot.bottom(1).strip)
    let told = ["needs", "obstacles", "good-service", "emotions"]
    if !told.contains(where: { persona[$0] != nil }) {
      // Nobody has told anything yet: the cards are all there is.
      HandView.cards(scene.drawn(persona), into: &frame, in: room)
    } else if body.width >= 70 {
      inColumns(scene, persona, into: &frame, in: room)
    } else {
      inLines(scene, persona, into: &frame, in: room)
    }
  }

  private static func evidence(
    _ scene: Scene, _ persona: Card, into frame: inout Frame, in rect: Rect
  ) {
    let isHypothesis = scene.isHypothesis(persona)
    let text =
      isHypothesis
      ? "? " + scene.say("Hypothesis: no evidence yet")
      : "✓ " + scene.language.labelled(label("evidence", persona, scene), persona["evidence"] ?? "")
    frame.paragraph(
      text, in: rect, style: isHypothesis ? Style(.warning, bold: true) : .quiet)
  }

  /// What the person needs and what stands in the way at the left; at the right what would help, and
  /// how the story feels. A tall window tells more of it.
  private static func inColumns(
    _ scene: Scene, _ persona: Card, into frame: inout Frame, in rect: Rect
  ) {
    let isTall = rect.height >= 20
    let columns = rect.left(min(rect.width, 124)).strip.columns(2, gap: 4)
    blocks(
      ["needs", "obstacles"] + (isTall ? ["motivations", "ally"] : []), scene, persona,
      into: &frame, in: columns[0])
    let feelings = Feelings(persona["emotions"] ?? "")
    let curveRows = feelings.isEmpty || rect.height < 9 ? 0 : 7
    let end = blocks(
      ["good-service"] + (isTall ? ["story"] : []), scene, persona, into: &frame,
      in: columns[1].bottom(curveRows).rest)
    guard curveRows > 0 else { return }
    let curve = columns[1].top(end - columns[1].y).rest
    frame.put(
      label("emotions", persona, scene), x: curve.x, y: curve.y, style: .quiet,
      width: curve.width)
    let plot = curve.top(1).rest.left(min(curve.width, 44)).strip
    EmotionCurve.draw(feelings.points, labels: [], into: &frame, in: plot)
  }

  /// Fields under their labels, each with its share of the rows; the first row that is left.
  @discardableResult
  private static func blocks(
    _ fields: [String], _ scene: Scene, _ persona: Card, into frame: inout Frame, in rect: Rect
  ) -> Int {
    let filled = fields.filter { persona[$0] != nil }
    var y = rect.y
    for (index, field) in filled.enumerated() {
      let share = (rect.maxY - y) / (filled.count - index)
      guard share > 1 else { break }
      frame.put(label(field, persona, scene), x: rect.x, y: y, style: .quiet, width: rect.width)
      let place = Rect(x: rect.x, y: y + 1, width: rect.width, height: share - 1)
      y += 2 + frame.paragraph(persona[field] ?? "", in: place)
    }
    return min(y, rect.maxY)
  }

  /// A line or a few for each field, for a window without room for columns.
  private static func inLines(
    _ scene: Scene, _ persona: Card, into frame: inout Frame, in rect: Rect
  ) {
    let fields = ["needs", "obstacles", "good-service", "emotions"].filter { persona[$0] != nil }
    let width = (fields.map { Text.width(label($0, persona, scene)) }.max() ?? 0) + 2
    var y = rect.y
    for (index, field) in fields.enumerated() {
      // What the fields above did not need is there for those below; each keeps a row.
      let room = (rect.maxY - y) - (fields.count - index - 1)
      guard room > 0 else { return }
      let text =
        field == "emotions" ? Feelings(persona[field] ?? "").line : persona[field] ?? ""
      frame.put(label(field, persona, scene), x: rect.x, y: y, style: .quiet, width: width - 1)
      let place = Rect(
        x: rect.x + width, y: y, width: rect.width - width, height: min(3, room))
      y += max(1, frame.paragraph(text, in: place))
    }
  }

  private static func label(_ field: String, _ persona: Card, _ scene: Scene) -> String {
    let sheet = scene.sheet(of: scene.workshop.board(persona.board))
    return scene.say(sheet?.fields.first { $0.id == field }?.label)
  }
}
