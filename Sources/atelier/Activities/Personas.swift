import Assets
import Report
import Terminal
import Workshop

extension ActivityKind {
  /// The serious game: each table draws cards and builds a persona from them.
  static let persona = ActivityKind(
    id: "persona", name: "Persona cards", writesBoard: true,
    stage: { scene, activity, frame, rect in
      let body = StageView.head(scene.headline(activity), scene, into: &frame, in: rect)
      PersonaView.draw(scene, activity, into: &frame, in: body)
    },
    desk: { scene, activity in
      let personas = scene.personas(activity)
      let sheet = scene.sheet(of: scene.board(of: activity))
      let rows = personas.map { card -> MomentPane.Row in
        let fields = sheet?.fields ?? []
        let filled = fields.filter { card[$0.id] != nil }.count
        let name = card.text.isEmpty ? "…" : card.text
        return .init("Table \(card.table ?? "?")", "\(filled)/\(fields.count)  \(name)")
      }
      return rows.isEmpty
        ? [.init("Tables", scene.say("no cards yet: d deals"), style: .accent)] : rows
    },
    bindings: { _, _ in
      [
        Binding(.character("d"), do: .deal, hint: "deal"),
        Binding(.character("f"), do: .fillPersona, hint: "sheet"),
        Binding(.character("w"), do: .redraw),
      ]
    },
    notesBindings: { _, _ in [Binding(.function(5), do: .fillPersona, hint: "sheet")] },
    guide: { _, _ in "F5 fills a table's persona sheet" },
    report: { scene, activity in
      guard let board = scene.board(of: activity), ReportParts.writes(activity, board, scene) else {
        return []
      }
      return scene.personas(activity).flatMap { card -> [Report.Block] in
        let drawn = scene.drawn(card).map { scene.language.labelled($0.category, $0.text) }
        return [
          .heading(
            level: 3, card.text.isEmpty ? scene.say("Table \(card.table ?? "")") : card.text)
        ]
          + ReportParts.fields(scene, card, leavingOut: ["drawn"]) + [
            .list(drawn.map { .init($0) })
          ]
      }
    })
}

extension Action {
  /// Deals to every table that has no cards yet, one event a table.
  static let deal = Action("deal", "Deal cards to the tables") { scene in
    guard let activity = scene.current, let board = scene.board(of: activity),
      let deck = scene.content.decks[activity.deck ?? "persona"]
    else { return .refused("This activity has no deck") }
    let held = scene.personas(activity)
    var taken = Set(held.flatMap { scene.drawn($0).map(\.id) })
    var events: [Event] = []
    for table in 1...max(1, scene.workshop.plan.tables)
    where !held.contains(where: { $0.table == String(table) }) {
      let theme =
        scene.workshop.plan.themes.isEmpty
        ? nil : scene.workshop.plan.themes[(table - 1) % scene.workshop.plan.themes.count].id
      let seed = UInt64(scene.now.milliseconds) &+ UInt64(table)
      let hand = deck.hand(activity.deal, theme: theme, taken: taken, seed: seed)
      taken.formUnion(hand)
      var fields = [
        Card.table: String(table), "drawn": hand.joined(separator: " "), "seed": String(seed),
      ]
      fields[Card.theme] = theme
      events.append(.cardAdded(board: board.id, text: "", fields: fields))
    }
    guard !events.isEmpty else { return .refused("Every table has its cards: w draws one anew") }
    return Outcome(events: events, notice: "Dealt to \(events.count) tables")
  }

  /// One card of one table goes back, another of its category is drawn.
  static let redraw = Action("redraw", "Draw one card anew for a table") { scene in
    guard let activity = scene.current, let deck = scene.content.decks[activity.deck ?? "persona"]
    else { return .refused("This activity has no deck") }
    let personas = scene.personas(activity)
    let taken = Set(personas.flatMap { scene.drawn($0).map(\.id) })
    let items = personas.flatMap { persona in
      scene.drawn(persona).map { drawn in
        Menu.Item(label: drawn.text, detail: scene.say("Table \(persona.table ?? "")")) { scene in
          guard let pile = deck.card(drawn.id)?.category else { return .nothing }
          var random = SplitMix64(seed: UInt64(scene.now.milliseconds))
          guard
            let fresh = pile.cards.filter({ !taken.contains($0.id) }).randomElement(using: &random)
          else { return .refused("This pile is empty") }
          let hand = scene.drawn(persona).map { $0.id == drawn.id ? fresh.id : $0.id }
          return .event(
            .fieldSet(
              card: persona.id, field: "drawn", value: hand.joined(separator: " "),
              over: persona.values["drawn"]?.entry))
        }
      }
    }
    return .open(
      .menu(Menu(title: "Which card goes back?", items: items, empty: "No cards were dealt yet")),
      scene)
  }

  static let fillPersona = Action("fill-persona", "Fill a table's persona sheet") { scene in
    guard let activity = scene.current else { return .refused("Nothing has begun") }
    let items = scene.personas(activity).map { card in
      Menu.Item(label: scene.say("Table \(card.table ?? "?")"), detail: card.text) { scene in
        Form(card.id, scene).map { .open(.form($0), scene) } ?? .nothing
      }
    }
    return .open(
      .menu(Menu(title: "Whose sheet?", items: items, empty: "No cards were dealt yet")), scene)
  }
}

extension Scene {
  /// The activity's personas by table.
  func personas(_ activity: Activity) -> [Card] {
    guard let board = board(of: activity) else { return [] }
    return workshop.cards(on: board.id).sorted {
      (Int($0.table ?? "") ?? .max) < (Int($1.table ?? "") ?? .max)
    }
  }

  /// The cards a persona was drawn from.
  func drawn(_ persona: Card) -> [(id: String, category: String, text: String)] {
    (persona["drawn"] ?? "").split(separator: " ").compactMap { id in
      for deck in content.decks.values {
        if let found = deck.card(String(id)) {
          return (String(id), say(found.category.label), say(found.card.text))
        }
      }
      return nil
    }
  }
}
