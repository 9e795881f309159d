import Cards
import Languages
import Shell
import Terminal
import WorkshopCore

/// Cards on a plane with two axes: their numbers as points, and what the numbers stand for beside it.
enum MatrixView {
  static func draw(
    _ scene: Scene, _ board: Board, _ matrix: Matrix, into frame: inout Frame, in rect: Rect,
    onStage: Bool
  ) {
    let cards = scene.workshop.cards(on: board.id)
    let selected = onStage ? nil : scene.selected(on: board)?.id
    let (foot, room) = rect.bottom(onStage ? 0 : 2)
    let (plot, rest) = room.left(max(28, min(room.width * 6 / 11, room.height * 4)))
    let most = Double(Matrix.span.upperBound)
    let points = zip(1..., cards).compactMap { number, card in
      matrix.place(of: card).map {
        Plane.Point(
          number: number, x: Double($0.x) / most, y: Double($0.y) / most,
          isSelected: card.id == selected)
      }
    }
    let quarters = matrix.quadrants
    Plane(
      up: scene.say(matrix.up.title), across: scene.say(matrix.across.title),
      quarters: [
        quarters.topLeft, quarters.topRight, quarters.bottomLeft, quarters.bottomRight,
      ].map { scene.say($0) }, points: points
    ).draw(into: &frame, in: plot)
    legend(scene, matrix, cards, selected, into: &frame, in: rest.left(2).rest)
    if let selected, let card = cards.first(where: { $0.id == selected }) {
      let place = matrix.place(of: card).map { place in
        [
          "\(scene.say(matrix.up.title)) \(place.y)",
          "\(scene.say(matrix.across.title)) \(place.x)",
          matrix.quadrant(of: place).map { scene.say($0) },
        ].compactMap { $0 }.joined(separator: " · ")
      }
      frame.paragraph(
        "\(card.text)  (\(place ?? scene.say("not placed yet")))", in: foot, style: .accent)
    }
  }

  /// What the numbers stand for, those without a place last.
  private static func legend(
    _ scene: Scene, _ matrix: Matrix, _ cards: [Card], _ selected: CardID?,
    into frame: inout Frame, in rect: Rect
  ) {
    guard !cards.isEmpty else {
      frame.paragraph(scene.say("No card to place yet"), in: rect, style: .quiet)
      return
    }
    let items = zip(1..., cards).map { number, card in
      let isPlaced = matrix.place(of: card) != nil
      return NumberedList.Item(
        number: number, text: Wall.label(card), style: isPlaced ? .plain : .quiet,
        isSelected: card.id == selected)
    }
    let waiting = cards.count { matrix.place(of: $0) == nil }
    let (foot, list) = rect.bottom(waiting == 0 ? 0 : 2)
    NumberedList(items: items).draw(into: &frame, in: list)
    frame.put(
      waiting == 0 ? "" : scene.say("to be placed: \(waiting)"), x: foot.x, y: foot.y + 1,
      style: .quiet, width: foot.isEmpty ? 0 : foot.width)
  }
}
