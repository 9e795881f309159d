import Assets
import Languages
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// The persona game, as the facilitator leads it: deal, turn, give back, turn the twist.
extension Action {
  /// Deals to every table that has no cards yet, one event a table; the stage keeps them face down.
  static let deal = Action("deal", "Deal cards to the tables", onStage: true) { scene in
    guard let activity = scene.current, let board = scene.board(of: activity),
      let deck = scene.deck(activity)
    else { return .refused("This activity has no deck") }
    let held = scene.dealt(activity)
    var taken = Set(held.flatMap { scene.drawn($0).map(\.id) })
    // A table that comes when the twist has been turned gets its own with the rest.
    let isTurned = held.contains { scene.drawn($0).contains(where: \.isTwist) }
    let categories = isTurned ? deck.categories : deck.openCategories
    let waiting = scene.workshop.tableNumbers.filter { table in
      !held.contains { $0.table == String(table) }
    }
    guard !waiting.isEmpty else { return .refused("Every table has its cards: w draws one again") }
    var events: [Event] =
      held.isEmpty ? [.viewShown(activity: activity.id, view: PersonaView.deal, step: 0)] : []
    for table in waiting {
      let theme = scene.workshop.theme(ofTable: table)
      let seed = UInt64(max(0, scene.now.milliseconds)) &+ UInt64(table)
      let hand = deck.hand(activity.deal, of: categories, theme: theme, taken: taken, seed: seed)
      taken.formUnion(hand)
      var fields = [
        Card.table: String(table), "drawn": hand.joined(separator: " "),
        "dealt": hand.joined(separator: " "), "seed": String(seed),
      ]
      fields[Card.theme] = theme
      events.append(.cardAdded(board: board.id, text: "", fields: fields))
    }
    let notice: Phrase =
      held.isEmpty
      ? "Dealt to \(waiting.count) tables: . flips the cards"
      : "Dealt to \(waiting.count) tables"
    return Outcome(events: events, notice: notice)
  }

  /// One card of one table goes back, another of its category is drawn.
  static let redraw = Action("redraw", "Draw another card for a table") { scene in
    guard let activity = scene.current, let deck = scene.deck(activity) else {
      return .refused("This activity has no deck")
    }
    let items = scene.dealt(activity).map { persona in
      Menu.Item(
        label: scene.say("Table \(persona.table ?? "?")"),
        detail: scene.hasRedrawn(persona) ? scene.say("has drawn again once") : persona.text
      ) { scene in
        let title: Phrase = "Table \(persona.table ?? "?"): which card goes back?"
        let cards = scene.returnable(persona, deck) + scene.choosable(persona, deck, activity)
        return .open(Menu(title: title, items: cards), scene)
      }
    }
    return .open(
      Menu(title: "Which table draws again?", items: items, empty: "No cards were dealt yet"),
      scene)
  }

  static let fillPersona = Action("fill-persona", "Fill a table's persona sheet") { scene in
    guard let activity = scene.current else { return .refused("Nothing has started") }
    let personas = scene.personas(activity)
    // Whoever writes for a table means its sheet.
    let own = personas.filter { $0.table != nil && $0.table == scene.focus.table }
    if own.count == 1, let form = Form(own[0].id, scene) { return .open(form, scene) }
    let items = personas.map { card in
      Menu.Item(label: scene.say("Table \(card.table ?? "?")"), detail: card.text) { scene in
        Form(card.id, scene).map { .open($0, scene) } ?? .nothing
      }
    }
    return .open(
      Menu(title: "Whose sheet?", items: items, empty: "No cards were dealt yet"), scene)
  }

  /// The cards of a table, or of all of them, to read at a table.
  static let readCards = Action("read-cards", "Read a table's cards") { scene in
    guard let activity = scene.current else { return .refused("Nothing has started") }
    let dealt = scene.dealt(activity)
    guard !dealt.isEmpty else { return .refused("No cards were dealt yet") }
    let own = dealt.filter { $0.table != nil && $0.table == scene.focus.table }
    let rows = (own.isEmpty ? dealt : own).flatMap { persona -> [Page.Row] in
      [Page.Row(text: scene.headline(of: persona), isHeading: true)]
        + scene.onTable(persona, activity).map { Page.Row(term: $0.label, text: $0.text) }
        + [Page.Row(text: "")]
    }
    return .open(Page(title: "Cards##of a deck", lines: rows), scene)
  }

  /// Every table's twist at once, drawn in this moment; again shows it, or gives the tables back.
  static let turnTwist = Action("turn-twist", "Flip the surprise card", onStage: true) { scene in
    guard let activity = scene.current, let deck = scene.deck(activity) else {
      return .refused("This activity has no deck")
    }
    let dealt = scene.dealt(activity)
    guard !dealt.isEmpty else { return .refused("No cards were dealt yet") }
    var taken = Set(dealt.flatMap { scene.drawn($0).map(\.id) })
    var hands: [CardID: String] = [:]
    for persona in dealt where !scene.drawn(persona).contains(where: \.isTwist) {
      let seed = persona["seed"].flatMap { UInt64($0) } ?? UInt64(hands.count)
      let twist = deck.hand(
        activity.deal, of: deck.hiddenCategories, theme: persona.theme, taken: taken, seed: seed)
      guard !twist.isEmpty else { continue }
      taken.formUnion(twist)
      hands[persona.id] = ([persona["drawn"] ?? ""] + twist).joined(separator: " ")
    }
    let isShown = scene.view(of: activity).name == PersonaView.twist
    let show = Event.viewShown(
      activity: activity.id, view: isShown ? "" : PersonaView.twist, step: 0)
    guard !hands.isEmpty else {
      let isTurned = dealt.contains { scene.drawn($0).contains(where: \.isTwist) }
      return isTurned ? .event(show) : .refused("This deal has no surprise")
    }
    let turn = Outcome(
      events: [.fieldsSet(field: "drawn", values: hands)] + (isShown ? [] : [show]),
      notice: "The surprise is flipped at every table")
    guard (scene.countdown?.fraction(at: scene.now) ?? 0) < 1.0 / 3 else { return turn }
    return twice("turn-twist", "Early: less than a third of the time is over. t again: flip", scene)
    {
      turn
    }
  }
}
