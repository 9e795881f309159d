import Assets
import Languages
import Terminal
import Time
import WorkshopCore

/// A file of content as text to read: its cards, fields, blocks, steps or agenda in one language.
struct ContentText {
  let content: Content
  let language: Language
  /// The columns of a terminal, less a margin.
  static let width = 78

  init(_ content: Content, _ language: Language) {
    self.content = content
    self.language = language
  }

  func lines(of item: ContentShelf.Item) -> [String] {
    let shelf = ContentShelf(content)
    let head = [
      language(shelf.title(of: item)), "\(item.name) · \(language(shelf.counts(of: item)))", "",
    ]
    switch item.folder {
    case .decks: return head + (content.decks[item.id].map(deck) ?? [])
    case .sheets: return head + (content.sheets[item.id].map(sheet) ?? [])
    case .canvases: return head + (content.canvases[item.id].map(canvas) ?? [])
    case .journeys: return head + (content.journeys[item.id].map(journey) ?? [])
    case .warmUps:
      let games = content.warmUps.filter { item.isMany || $0.id == item.id }
      return head + Array(games.map(game).joined(separator: [""]))
    case .methods:
      let methods = content.methods.filter { item.isMany || $0.id == item.id }
      return head + Array(methods.map(method).joined(separator: [""]))
    case .templates: return head + (content.template(item.id).map(plan) ?? [])
    case .blocks: return head + (content.block(item.id).map(plan) ?? [])
    case .languages: return head + phrases(content.phrases[item.id] ?? [:])
    }
  }

  /// A text under its label, wrapped, with the lines after the first as far in as the first. An address is
  /// not broken, so that it can be followed.
  func paragraph(_ text: String, under term: String = "", indent: Int = 0) -> [String] {
    let lead = String(repeating: " ", count: indent) + term
    let column = Text.width(lead)
    return Text.wrap(text, to: max(20, Self.width - column), keepsWords: true).enumerated().map {
      index, line in
      (index == 0 ? lead : String(repeating: " ", count: column)) + line
    }
  }

  private func deck(_ deck: Deck) -> [String] {
    let parts = deck.categories.map { category -> [String] in
      var drawn = language(
        "drawn: \(category.full), in a short deal \(category.short), in the express \(category.express)"
      )
      if category.optional == true { drawn += " · " + language("only if the table wants it") }
      let cards = category.cards.flatMap { card -> [String] in
        let themes = card.themes.map { " [" + $0.joined(separator: ", ") + "]" } ?? ""
        return paragraph(language(card.text) + themes, under: "· ", indent: 2)
      }
      return ["\(language(category.label)) (\(category.cards.count))"] + paragraph(drawn, indent: 2)
        + cards
    }
    return Array(parts.joined(separator: [""]))
  }

  private func sheet(_ sheet: Sheet) -> [String] {
    let parts = sheet.fields.map { field -> [String] in
      var lines = ["\(language(field.label)) · \(language(kind(of: field)))"]
      if let prompt = field.prompt { lines += paragraph(language(prompt), indent: 2) }
      for choice in field.choices ?? [] {
        lines += paragraph(language(choice.label), under: "· ", indent: 2)
      }
      return lines
    }
    return Array(parts.joined(separator: [""]))
  }

  private func kind(of field: Field) -> Phrase {
    switch field.type {
    case .line: return "a line"
    case .text: return "several lines"
    case .date: return "a date"
    case .choice: return "one of these"
    case .person: return "a person"
    case .card:
      return field.board.map { "a card of the board \($0)" } ?? "a card"
    case .number, .scale:
      guard let low = field.minimum, let high = field.maximum else { return "a number" }
      return "a number from \(low) to \(high)"
    }
  }

  private func journey(_ journey: Journey) -> [String] {
    journey.stages.enumerated().flatMap { number, stage in
      ["\(number + 1). \(language(stage.label))"]
        + (stage.prompt.map { paragraph(language($0), indent: 4) } ?? [])
    }
  }

  private func game(_ game: WarmUp) -> [String] {
    let level =
      language("energy \(game.energy) of 3") + " · " + language("noise \(game.noise) of 3")
    let facts = LibraryWords.facts(game, language).joined(separator: " · ")
    var lines = paragraph("\(language(game.title)) · \(facts) · \(level)")
    for (number, step) in game.steps.enumerated() {
      lines += paragraph(language(step), under: "\(number + 1). ", indent: 2)
    }
    if let material = game.material {
      lines += paragraph(language.labelled(language("Material"), language(material)), indent: 2)
    }
    if let seated = game.seated {
      lines += paragraph(language.labelled(language("When seated"), language(seated)), indent: 2)
    }
    return lines
  }

  private func method(_ method: WayOfWorking) -> [String] {
    let facts = [language(method.title)] + LibraryWords.facts(method, language)
    let steps = method.steps.enumerated().flatMap { number, step in
      paragraph(language(step), under: "\(number + 1). ", indent: 2)
    }
    func labelled(_ label: Phrase, _ text: Localized?) -> [String] {
      text.map { paragraph(language.labelled(language(label), language($0)), indent: 2) } ?? []
    }
    return paragraph(facts.joined(separator: " · "))
      + paragraph(LibraryWords.manner(method, language).joined(separator: " · "), indent: 2)
      + paragraph(language(method.purpose), indent: 2) + steps
      + labelled("Warning##about a method", method.wrong) + labelled("Material", method.material)
      + labelled("Room##a place", method.room)
      + [method.source, method.licence].compactMap { $0 }.flatMap { paragraph($0, indent: 2) }
  }

  private func phrases(_ phrases: [String: String]) -> [String] {
    phrases.sorted { $0.key < $1.key }.flatMap { key, text in
      paragraph(key) + paragraph(text, indent: 4)
    }
  }
}

extension ContentText {
  /// A template's goal, themes, boards, and the agenda of each session.
  func plan(_ plan: Plan) -> [String] {
    var lines: [String] = []
    if let summary = plan.summary { lines += paragraph(language(summary)) }
    if let goal = plan.goal {
      lines += paragraph(language.labelled(language("Goal"), language(goal)))
    }
    let themes = plan.themes.map { language($0.name) }.joined(separator: " · ")
    let boards = plan.boards.map { language($0.title) }.joined(separator: " · ")
    lines += paragraph(language.labelled(language("Themes"), themes))
    lines += paragraph(language.labelled(language("Boards"), boards))
    for session in plan.sessions { lines += [""] + agenda(session) }
    return lines
  }

  private func agenda(_ session: Session) -> [String] {
    let phases = session.activities.map { $0.phase.map { language($0.name) } ?? "" }
    let width = phases.map { Text.width($0) }.max() ?? 0
    let rows = zip(zip(session.activities, phases), session.plannedStarts)
    return [language(session.title)]
      + rows.flatMap { row, start -> [String] in
        let (activity, phase) = row
        let minutes = Text.pad(String(activity.minutes), to: 4, .right)
        let term = "\(ClockTime(minutes: start))\(minutes)  \(Text.pad(phase, to: width))  "
        let mark = activity.isFixed ? " · " + language("fixed") : ""
        return paragraph(language(activity.title) + mark, under: term, indent: 2)
      }
  }
}

extension ContentText {
  /// A map of the blocks with their numbers in the order in which they are filled, then each block's
  /// question.
  func canvas(_ canvas: Canvas) -> [String] {
    var lines = map(canvas) + [""]
    let core = Set(canvas.mini ?? [])
    for (number, block) in canvas.guided(mini: false).enumerated() {
      let mark = core.contains(block.id) ? " · " + language("also in the short one") : ""
      lines += ["\(number + 1). \(language(block.label))\(mark)"]
      lines += paragraph(language(block.prompt), indent: 4)
    }
    if let source = canvas.source { lines += [""] + paragraph(source) }
    return lines
  }

  /// The grid, drawn so that the lowest block still has a line for its label.
  private func map(_ canvas: Canvas) -> [String] {
    let lowest = canvas.blocks.map(\.height).min() ?? 1
    let unit = max(1, (3 + lowest - 1) / lowest)
    // A grid that is taller than any screen is told by its blocks alone.
    guard canvas.rows * unit <= 60, canvas.columns <= Self.width else { return [] }
    var frame = Frame(size: Size(columns: Self.width, rows: canvas.rows * unit))
    for block in canvas.blocks {
      let x = Self.width * block.x / canvas.columns
      let right = Self.width * (block.x + block.width) / canvas.columns
      let rect = Rect(
        x: x, y: block.y * unit, width: right - x, height: block.height * unit)
      frame.box(rect)
      if let turn = canvas.order.firstIndex(of: block.id) {
        frame.put(" \(turn + 1) ", x: rect.x + 2, y: rect.y)
      }
      frame.paragraph(language(block.label), in: rect.inset(horizontal: 1, vertical: 1))
    }
    return frame.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
