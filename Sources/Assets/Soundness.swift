import WorkshopCore

/// Rules that a decoder does not know: each throws the first fault it finds.
///
/// A file that breaks one would leave a screen empty, a pile short or a block out of reach in the
/// middle of a workshop; so it is refused before.
enum Soundness {
  static func check(_ sheet: Sheet) throws(ContentError) {
    try filled(sheet.title, ["title"])
    try some(sheet.fields, ["fields"])
    if let first = sheet.fields.first, first.id != Card.text {
      throw ContentError(["fields", 0, "id"], .noHeadline)
    }
    try unique(sheet.fields.map(\.id), ["fields"])
    for (index, field) in sheet.fields.enumerated() {
      let path: [ContentError.Key] = ["fields", .place(index)]
      try filled(field.label, path + ["label"])
      if let low = field.minimum, let high = field.maximum, low > high {
        throw ContentError(path + ["minimum"], .reversed)
      }
      guard field.type == .choice else { continue }
      let choices = field.choices ?? []
      try some(choices, path + (field.choices == nil ? [] : ["choices"]))
      try unique(choices.map(\.id), path + ["choices"])
      for (index, choice) in choices.enumerated() {
        try filled(choice.label, path + ["choices", .place(index), "label"])
      }
    }
  }

  static func check(_ deck: Deck) throws(ContentError) {
    try filled(deck.title, ["title"])
    try some(deck.categories, ["categories"])
    try unique(deck.categories.map(\.id), ["categories"])
    // A card is found by its id alone, whatever pile it is in.
    var known: Set<String> = []
    for (index, category) in deck.categories.enumerated() {
      let path: [ContentError.Key] = ["categories", .place(index)]
      try filled(category.label, path + ["label"])
      for deal in Deck.Deal.allCases {
        let key = path + [.name(deal.rawValue)]
        let drawn = category.count(in: deal)
        if drawn < 0 { throw ContentError(key, .below(0)) }
        if drawn > category.cards.count {
          throw ContentError(key, .fewCards(drawn: drawn, there: category.cards.count))
        }
      }
      for (index, card) in category.cards.enumerated() {
        let place = path + ["cards", .place(index)]
        if !known.insert(card.id).inserted {
          throw ContentError(place + ["id"], .duplicateID(card.id))
        }
        try filled(card.text, place + ["text"])
      }
    }
  }

  static func check(_ journey: Journey) throws(ContentError) {
    try filled(journey.title, ["title"])
    try some(journey.stages, ["stages"])
    try unique(journey.stages.map(\.id), ["stages"])
    for (index, stage) in journey.stages.enumerated() {
      try filled(stage.label, ["stages", .place(index), "label"])
    }
  }

  /// - Parameter path: of the game in its file.
  static func check(_ game: WarmUp, _ path: [ContentError.Key]) throws(ContentError) {
    try filled(game.title, path + ["title"])
    try span(game.minutes, path + ["minutes"])
    try span(game.people, path + ["people"])
    for (key, level) in [("energy", game.energy), ("noise", game.noise)] {
      if level < 1 { throw ContentError(path + [.name(key)], .below(1)) }
      if level > 3 { throw ContentError(path + [.name(key)], .above(3)) }
    }
    try steps(game.steps, path + ["steps"])
  }

  /// - Parameter path: of the method in its file.
  static func check(_ method: WayOfWorking, _ path: [ContentError.Key]) throws(ContentError) {
    try filled(method.title, path + ["title"])
    try filled(method.purpose, path + ["purpose"])
    try span(method.minutes, path + ["minutes"])
    if let people = method.people { try span(people, path + ["people"]) }
    try steps(method.steps, path + ["steps"])
    for (index, round) in (method.rounds ?? []).enumerated() {
      let place = path + ["rounds", .place(index)]
      try filled(round.title, place + ["title"])
      // A turn without a part takes no time, and the countdown would pass it by.
      try some(round.segments, place + (round.segments.isEmpty ? [] : ["segments"]))
    }
    // The rounds are held one after another: what they take is what it takes.
    let turns = (method.rounds ?? []).reduce(0) { $0 + $1.minutes }
    if method.rotates != true, turns > method.minutes.maximum {
      throw ContentError(path + ["minutes", "maximum"], .below(turns))
    }
  }

  private static func span(
    _ span: WarmUp.Span, _ path: [ContentError.Key]
  ) throws(ContentError) {
    if span.minimum < 1 { throw ContentError(path + ["minimum"], .below(1)) }
    if span.minimum > span.maximum { throw ContentError(path + ["minimum"], .reversed) }
    guard let usual = span.usual else { return }
    if usual < span.minimum { throw ContentError(path + ["usual"], .below(span.minimum)) }
    if usual > span.maximum { throw ContentError(path + ["usual"], .above(span.maximum)) }
  }

  private static func steps(
    _ steps: [Localized], _ path: [ContentError.Key]
  ) throws(ContentError) {
    try some(steps, path)
    for (index, step) in steps.enumerated() { try filled(step, path + [.place(index)]) }
  }

  /// Phrases of a language: no empty one, and a place for each value.
  static func check(_ phrases: [String: String]) throws(ContentError) {
    for (key, text) in phrases.sorted(by: { $0.key < $1.key }) {
      let path: [ContentError.Key] = ["phrases", .name(key)]
      if isBlank(text) { throw ContentError(path, .blank) }
      let count = places(key).count
      let found = places(text)
      let isInOrder = found == Array(repeating: "", count: count)
      let isNumbered = found.sorted() == (0..<count).map { String($0 + 1) }
      if !isInOrder, !isNumbered { throw ContentError(path, .lostValue) }
    }
  }

  /// What stands between braces: nothing, or a value's number; not words that go with a number.
  private static func places(_ text: String) -> [String] {
    var found: [String] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let place = rest[rest.index(after: open)..<close]
      if !place.contains("|") { found.append(String(place)) }
      rest = rest[rest.index(after: close)...]
    }
    return found
  }

  static func filled(_ text: Localized, _ path: [ContentError.Key]) throws(ContentError) {
    if text.texts.values.contains(where: isBlank) || text.texts.isEmpty {
      throw ContentError(path, .blank)
    }
  }

  static func some<T>(_ list: [T], _ path: [ContentError.Key]) throws(ContentError) {
    if list.isEmpty { throw ContentError(path, .nothing) }
  }

  /// - Parameter path: of the list whose elements have these ids.
  static func unique(_ ids: [String], _ path: [ContentError.Key]) throws(ContentError) {
    var known: Set<String> = []
    for (index, id) in ids.enumerated() {
      let place = path + [.place(index), "id"]
      if isBlank(id) { throw ContentError(place, .blank) }
      if !known.insert(id).inserted { throw ContentError(place, .duplicateID(id)) }
    }
  }

  private static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
}

extension Soundness {
  /// A grid's most units along a side: more than any wall has room for.
  private static let side = 1_000

  static func check(_ canvas: Canvas) throws(ContentError) {
    try filled(canvas.title, ["title"])
    for (key, units) in [("columns", canvas.columns), ("rows", canvas.rows)] {
      if units < 1 { throw ContentError([.name(key)], .below(1)) }
      if units > side { throw ContentError([.name(key)], .above(side)) }
    }
    try some(canvas.blocks, ["blocks"])
    try unique(canvas.blocks.map(\.id), ["blocks"])
    for (index, block) in canvas.blocks.enumerated() {
      let path: [ContentError.Key] = ["blocks", .place(index)]
      try filled(block.label, path + ["label"])
      try place(block, in: canvas, path)
      if let other = canvas.blocks.prefix(index).first(where: { overlaps($0, block) }) {
        throw ContentError(path, .overlap(other.id))
      }
    }
    try order(canvas)
  }

  private static func place(
    _ block: Canvas.Block, in canvas: Canvas, _ path: [ContentError.Key]
  ) throws(ContentError) {
    for (key, value, least) in [
      ("x", block.x, 0), ("y", block.y, 0), ("width", block.width, 1), ("height", block.height, 1),
    ] where value < least {
      throw ContentError(path + [.name(key)], .below(least))
    }
    if block.x + block.width > canvas.columns || block.y + block.height > canvas.rows {
      throw ContentError(path, .outside(columns: canvas.columns, rows: canvas.rows))
    }
  }

  private static func overlaps(_ a: Canvas.Block, _ b: Canvas.Block) -> Bool {
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
  }

  /// Every block has its turn, and only blocks have one.
  private static func order(_ canvas: Canvas) throws(ContentError) {
    for (key, ids) in [("order", canvas.order), ("mini", canvas.mini ?? [])] {
      var known: Set<String> = []
      for (index, id) in ids.enumerated() {
        let path: [ContentError.Key] = [.name(key), .place(index)]
        if canvas.block(id) == nil { throw ContentError(path, .unknownBlock(id)) }
        if !known.insert(id).inserted { throw ContentError(path, .duplicateID(id)) }
      }
    }
    if let left = canvas.blocks.first(where: { !canvas.order.contains($0.id) }) {
      throw ContentError(["order"], .unordered(left.id))
    }
    if let mini = canvas.mini { try some(mini, ["mini"]) }
  }
}
