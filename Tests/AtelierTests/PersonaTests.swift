import Assets
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Languages
@testable import Persona
@testable import Shell

/// The persona game at the desk and on the stage, from the deal to the gallery.
@Suite struct PersonaTests {
  private static let sizes = [(80, 24), (60, 15), (120, 26)].map {
    Size(columns: $0, rows: $1)
  }
  private static let pictures = Language.builtIn.flatMap { code in
    sizes.map { (code, $0.columns, $0.rows) }
  }

  /// The game's desk in a workshop of five tables, an hour on the clock.
  private func game(_ code: String = "en", deal: Deck.Deal = .full, deck: String = "persona") throws
    -> Desk
  {
    var plan = try #require(Content.builtIn.template("digital-builders")).resolved(in: code)
    for session in plan.sessions.indices {
      for index in plan.sessions[session].activities.indices
      where plan.sessions[session].activities[index].kind == "persona" {
        plan.sessions[session].activities[index].deal = deal
        plan.sessions[session].activities[index].deck = deck
      }
    }
    var scene = Stage.scene(plan, then: [.activityOpened(activity: "persona", seconds: 3600)])
    scene.language = Fixture.language(code)
    return Desk(scene)
  }

  /// What the room sees of a desk's workshop.
  private func stage(_ desk: Desk, _ size: Size = Size(columns: 80, rows: 24)) -> String {
    var scene = desk.scene
    scene.role = .stage
    scene.focus = Focus()
    return View.draw(scene, size: size).text
  }

  private func personas(_ desk: Desk) -> [Card] { desk.scene.workshop.cards(on: "personas") }

  private func hand(_ persona: Card) -> [String] {
    (persona["drawn"] ?? "").split(separator: " ").map(String.init)
  }

  // MARK: The deal

  @Test(arguments: [(Deck.Deal.full, 11), (.short, 4), (.express, 4)])
  func `d deals to every table once, the stage begins with backs`(deal: Deck.Deal, count: Int)
    throws
  {
    var desk = try game(deal: deal)
    desk.press("d")
    #expect(desk.events.first == .viewShown(activity: "persona", view: "deal", step: 0))
    #expect(personas(desk).map { hand($0).count } == Array(repeating: count, count: 5))
    #expect(personas(desk).map(\.table) == ["1", "2", "3", "4", "5"])
    let all = personas(desk).flatMap(hand)
    #expect(Set(all).count == all.count)
    let picture = stage(desk)
    for card in all {
      let text = try #require(desk.scene.content.decks["persona"]?.card(card)?.card.text)
      #expect(!Self.words(picture).contains(desk.scene.say(text)))
    }
    #expect(picture.contains("░░░"))
    #expect(desk.press("d").isWarning)
  }

  @Test func `a deal is dealt again from its seeds`() throws {
    var desk = try game()
    desk.press("d")
    let deck = try #require(desk.scene.content.decks["persona"])
    var taken: Set<String> = []
    for persona in personas(desk) {
      let seed = try #require(persona["seed"].flatMap { UInt64($0) })
      let again = deck.hand(
        .full, of: deck.openCategories, theme: persona.theme, taken: taken, seed: seed)
      #expect(again == hand(persona))
      taken.formUnion(again)
    }
  }

  @Test func `a table's theme is that of the people who sit at it`() throws {
    var desk = try game()
    desk.arrange { scene in
      for (index, seat) in [("2", "resources"), ("2", "resources"), ("2", "relation")].enumerated()
      {
        scene.workshop.apply(
          Stage.entry(
            .cardAdded(
              board: Workshop.people, text: "P", fields: ["table": seat.0, "theme": seat.1]),
            50 + index, at: scene.now.milliseconds))
      }
    }
    desk.press("d")
    let themes = desk.scene.workshop.plan.themes.map(\.id)
    #expect(
      personas(desk).map(\.theme)
        == [themes[0], "resources", themes[2], themes[3], themes[4 % themes.count]])
  }

  @Test func `a table that comes later gets its cards, and no other table's`() throws {
    var desk = try game()
    desk.press("d")
    for _ in 0..<12 { desk.press(".") }
    desk.arrange { $0.focus.armed = ("turn-twist", .max) }
    desk.press("t")
    desk.arrange { scene in
      scene.workshop.apply(
        Stage.entry(
          .cardAdded(board: Workshop.people, text: "Late", fields: ["table": "6"]), 60,
          at: scene.now.milliseconds))
    }
    let before = desk.events.count
    desk.press("d")
    #expect(desk.events.count == before + 1, "the stage stays as it is")
    let late = try #require(personas(desk).last)
    #expect(late.table == "6" && hand(late).count == 12, "its twist too: the others have theirs")
    let others = Set(personas(desk).dropLast().flatMap(hand))
    #expect(others.isDisjoint(with: hand(late)))
  }

  @Test func `colleagues at the desk are dealt from their own deck`() throws {
    var desk = try game(deck: "public-agent")
    desk.press("d", ".")
    #expect(stage(desk).contains("Role and team"))
    let deck = try #require(desk.scene.content.decks["public-agent"])
    #expect(personas(desk).flatMap(hand).allSatisfy { deck.card($0) != nil })
  }

  // MARK: A card goes back

  @Test func `one card of a table goes back freely, a second one when it is allowed twice`() throws
  {
    var desk = try game()
    desk.press("d", "w", "↓", "Enter", "Enter")
    var now = personas(desk)
    let first = hand(now[1])
    let dealt = try #require(now[1]["dealt"]).split(separator: " ").map(String.init)
    #expect(first != dealt && first.dropFirst() == dealt.dropFirst())
    #expect(desk.scene.focus.overlay == nil)
    #expect(hand(now[0]).joined(separator: " ") == now[0]["dealt"])

    desk.press("w", "↓", "Enter", "↓", "Enter")
    #expect(hand(personas(desk)[1]) == first && desk.outcome.notice != nil)
    desk.wait(seconds: 4)
    desk.press("Enter")
    #expect(hand(personas(desk)[1]) == first, "too late to be the second press")
    desk.press("Enter")
    now = personas(desk)
    #expect(hand(now[1]) != first && desk.scene.focus.overlay == nil)
    let all = now.flatMap(hand)
    #expect(Set(all).count == all.count)
    desk.press("w", "Enter", "Enter")
    #expect(
      hand(personas(desk)[0]).joined(separator: " ") != now[0]["dealt"], "another table's own")
  }

  @Test func `a table does without what it may do without, and takes it up again`() throws {
    var desk = try game()
    desk.press("d", "w", "Enter")
    desk.type("do without: att")
    desk.press("Enter")
    #expect(hand(personas(desk)[0]).count == 10)
    desk.press("w", "Enter")
    desk.type("do without: acc")
    desk.press("Enter")
    #expect(hand(personas(desk)[0]).count == 9)
    desk.press("w", "Enter")
    desk.type("add a card: acc")
    desk.press("Enter")
    let cards = desk.scene.drawn(personas(desk)[0]).map(\.category)
    #expect(cards.suffix(3) == ["obstacle", "access", "ally"], "where the deck has it")
    desk.press("w", "Enter", "Enter")
    #expect(!desk.outcome.isWarning && desk.scene.focus.overlay == nil, "the redraw is still free")
  }

  // MARK: The draw

  @Test func `two keys turn the cards over and back, then all tables, then each table`() throws {
    var desk = try game()
    #expect(desk.press(".").isWarning)
    desk.press("d")
    #expect(desk.press(",").isWarning, "nothing before the first")
    var seen: [String] = []
    for _ in 0..<17 {
      desk.press(".")
      guard case .viewShown(_, let view, let step) = desk.events.last else { continue }
      seen.append("\(view)\(step)")
    }
    #expect(seen.prefix(11) == (1...11).map { "deal\($0)" }.prefix(11))
    #expect(seen.dropFirst(11) == ["0", "hand0", "hand1", "hand2", "hand3", "hand4"])
    #expect(desk.press(".").isWarning)
    for _ in 0..<5 { desk.press(",") }
    #expect(desk.events.last == .viewShown(activity: "persona", view: "", step: 0))
    desk.press(",")
    #expect(desk.events.last == .viewShown(activity: "persona", view: "deal", step: 11))
  }

  @Test(arguments: pictures)
  func `every step shows each table's newest card in whole words`(
    code: String, columns: Int, rows: Int
  ) throws {
    var desk = try game(code)
    desk.press("d")
    let hands = personas(desk).map { desk.scene.drawn($0) }
    for step in 1...11 {
      desk.press(".")
      let picture = stage(desk, Size(columns: columns, rows: rows))
      let words = Self.words(picture)
      let tokens = Set(words.split(separator: " ").map(String.init))
      #expect(words.contains(hands[0][step - 1].label))
      for hand in hands {
        for word in hand[step - 1].text.split(separator: " ") {
          #expect(tokens.contains(String(word)), "\(word)\n\(picture)")
        }
      }
      // What is yet to come is not there.
      for hand in hands {
        for card in hand.dropFirst(step) { #expect(!words.contains(card.text)) }
      }
      let cut = Self.parts(in: picture, desk.scene)
      #expect(cut.isEmpty, "\(cut)\n\(picture)")
    }
  }

  @Test func `the draw at its third card`() throws {
    var desk = try game()
    desk.press("d", ".", ".", ".")
    let picture = stage(desk).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(picture[2].hasPrefix("    Digital ease"))
    #expect(picture[3].hasPrefix("    Card 3 of 11"))
    #expect(
      picture[6] == "  ╭ Table 1 ─────────────╮  ╭ Table 2 ─────────────╮  ╭ Table 3 ─────────────╮"
    )
    #expect(
      picture[15] == "  ╭ Table 4 ─────────────╮  ╭ Table 5 ─────────────╮")
    let places = picture.indices.filter { picture[$0].contains("╭") }
    desk.press(".", ".", ".")
    let later = stage(desk).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(later.indices.filter { later[$0].contains("╭") } == places, "nothing jumps")
  }

  @Test func `two tables and fourteen are drawn as well`() throws {
    for count in [1, 2, 7, 14] {
      var desk = try game("hu")
      desk.arrange { $0.workshop = Self.with(tables: count, $0.workshop, $0.now) }
      desk.press("d", ".")
      for size in Self.sizes {
        let picture = stage(desk, size)
        let missing = (1...count).filter { !picture.contains("\($0). asztal") }
        let more = missing.isEmpty ? "" : "+ \(missing.count)"
        #expect(picture.contains(more), "\(picture)")
        #expect(missing.isEmpty || (count == 14 && size.rows == 15), "\(picture)")
      }
    }
  }

  // MARK: The twist

  @Test func `before it is turned no twist is anywhere`() throws {
    for code in Language.builtIn {
      var desk = try game(code)
      desk.press("d")
      let deck = try #require(desk.scene.content.decks["persona"])
      let twists = deck.hiddenCategories.flatMap(\.cards)
      for _ in 0..<18 {
        for size in Self.sizes + [Size(columns: 200, rows: 60)] {
          for role in [Role.facilitator, .stage, .notes] {
            var scene = desk.scene
            scene.role = role
            scene.focus = Focus()
            let words = Self.words(View.draw(scene, size: size).text)
            for twist in twists { #expect(!words.contains(desk.scene.say(twist.text))) }
          }
        }
        desk.press(".")
      }
      let written = "\(desk.events)"
      for twist in twists { #expect(!written.contains(twist.id)) }
    }
  }

  @Test func `t turns every table's twist at once, and asks twice while it is early`() throws {
    var desk = try game()
    #expect(desk.press("t").isWarning)
    desk.press("d")
    let before = desk.events.count
    desk.wait(seconds: 19 * 60)
    #expect(desk.press("t").events.isEmpty && desk.outcome.notice != nil)
    desk.wait(seconds: 61)
    desk.press("t")
    #expect(desk.events.count == before + 2)
    #expect(desk.events.last == .viewShown(activity: "persona", view: "twist", step: 0))
    let twists = personas(desk).flatMap { desk.scene.drawn($0).filter(\.isTwist) }
    #expect(Set(twists.map(\.id)).count == 5)
    desk.press("t")
    #expect(desk.events.last == .viewShown(activity: "persona", view: "", step: 0))
    #expect(Self.words(stage(desk)).contains("Surprise: "))
    desk.press("t")
    #expect(desk.events.last == .viewShown(activity: "persona", view: "twist", step: 0))
    desk.press(".")
    #expect(desk.events.last == .viewShown(activity: "persona", view: "", step: 0))
    #expect(personas(desk).map { hand($0).count } == Array(repeating: 12, count: 5))
  }

  @Test func `an express deal has no twist`() throws {
    var desk = try game(deal: .express)
    desk.press("d")
    desk.wait(seconds: 1800)
    #expect(desk.press("t").isWarning)
  }

  @Test(arguments: pictures)
  func `the twist is all that the stage shows, for every table`(
    code: String, columns: Int, rows: Int
  ) throws {
    var desk = try game(code)
    desk.press("d")
    desk.wait(seconds: 1800)
    desk.press("t")
    let picture = stage(desk, Size(columns: columns, rows: rows))
    for persona in personas(desk) {
      let cards = desk.scene.drawn(persona)
      for twist in cards.filter(\.isTwist) {
        #expect(Self.words(picture).contains(twist.text), "\(picture)")
      }
      #expect(!Self.words(picture).contains(cards[0].text))
    }
    let label = try #require(desk.scene.drawn(personas(desk)[0]).last?.label)
    #expect(picture.contains(label))
    let cut = Self.parts(in: picture, desk.scene)
    #expect(cut.isEmpty, "\(cut)\n\(picture)")
  }

  // MARK: Who they are

  @Test func `a persona is a hypothesis until somebody says what it rests on`() throws {
    for code in Language.builtIn {
      let language = Fixture.language(code)
      let short = "? " + language("hypothesis")
      let full = language("Hypothesis: no evidence yet")
      for role in [Role.facilitator, .stage, .notes] {
        let scene = try Stage.scene(at: "persona", role: role, language: code)
        // Gérard alone rests on nothing.
        let text = View.draw(scene, size: Size(columns: 120, rows: 40)).text
        #expect(text.ranges(of: short).count == 1, "\(text)")
      }
      let report = Minutes.report(try Stage.scene(language: code)).texts
      // On the evening of that day Nassim, too, rested on nothing.
      #expect(report.filter { $0 == full }.count == 2)
      var desk = Desk(try Stage.scene(at: "persona", language: code))
      desk.press("g", ".", ".", ".")
      #expect(stage(desk).contains("? " + full))
      let gerard = try #require(personas(desk).first { $0.text == "Gérard" })
      desk.arrange { scene in
        scene.workshop.apply(
          Stage.entry(
            .fieldSet(card: gerard.id, field: "evidence", value: "Two visits", over: nil), 90,
            at: scene.now.milliseconds))
      }
      #expect(!stage(desk).contains(full) && stage(desk).contains("Two visits"))
    }
  }

  @Test func `the report tells feelings as a line, and the cards in words`() throws {
    let scene = try Stage.scene(at: "persona")
    let text = Minutes.report(scene).texts.joined(separator: "\n")
    #expect(text.contains("0 → −1 → −2 → −1 → +2"))
    #expect(text.contains("Obstacle: Fear of clicking the wrong thing"))
  }

  @Test(arguments: pictures)
  func `each persona stands alone on the stage, then all of them`(
    code: String, columns: Int, rows: Int
  ) throws {
    var desk = Desk(try Stage.scene(at: "gallery-1", language: code))
    let size = Size(columns: columns, rows: rows)
    let names = personas(desk).map(\.text)
    let quotes = personas(desk).compactMap { $0["quote"] }
    for name in names { #expect(stage(desk, size).contains(name), "side by side at first") }
    desk.press("g")
    for (name, quote) in zip(names, quotes) {
      let picture = stage(desk, size)
      #expect(picture.contains(name + ", "), "\(picture)")
      #expect(Self.words(picture).contains(desk.scene.language.quoted(quote)), "\(picture)")
      for other in names where other != name { #expect(!picture.contains(other + ", ")) }
      desk.press(".")
    }
    #expect(desk.outcome.isWarning, "that was the last one")
    desk.press("G")
    for name in names { #expect(stage(desk, size).contains(name)) }
    desk.press("G")
    #expect(desk.events.last == .viewShown(activity: "gallery-1", view: "", step: 0))
  }

  @Test func `a persona of whom nobody has told anything stands there with its cards`() throws {
    var desk = try game()
    desk.press("d", "g")
    let picture = stage(desk)
    #expect(picture.contains("Table 1") && picture.contains("? Hypothesis"))
    for card in desk.scene.drawn(personas(desk)[0]) {
      let first = card.text.split(separator: " ").prefix(3).joined(separator: " ")
      #expect(picture.contains(first), "\(picture)")
    }
  }

  @Test func `a persona alone on the stage`() throws {
    var desk = Desk(try Stage.scene(at: "gallery-1"))
    desk.press("g")
    #expect(
      stage(desk).split(separator: "\n").dropFirst().joined(separator: "\n") == """
            Odette, 82
            Quiet streets of small houses, two buses from the centre
            “I am not afraid of the machine, I am afraid of what it will decide.”
            Needs                                 A good service
            Claim the housing benefit she         One named person, one appointment
            never asked for; get an e-mail        near home, and a paper receipt
            address and keep the password         that says what happens next
            Obstacles                             Feelings
            Afraid that one wrong click will      +2                            ●
            stop her pension; letters she does                                ··
            not understand even read aloud         0 ┈┈┈●··┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈··┈┈┈┈┈┈
                                                           ···●··       ··●·
                                                  −2             ···●···
            ✓ Evidence: Hélène: eleven interviews at library desks, spring 2019
        """)
  }

  @Test func `the gallery is led from the desk that is the projector`() throws {
    var desk = Desk(try Stage.scene(at: "gallery-1"))
    desk.press("s", "g", ".")
    let text = View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text
    #expect(text.contains("Nassim, 46"))
    desk = try game()
    desk.press("s", "d", ".", ".")
    #expect(View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text.contains("Card 2 of 11"))
    #expect(desk.press("w").isWarning, "the menu would show what is not turned")
  }

  // MARK: The sheet

  @Test func `a note-taker of a table opens its own sheet and reads its own cards`() throws {
    var start = try Stage.scene(at: "persona", role: .notes)
    start.focus.table = "3"
    var desk = Desk(start)
    desk.press("F5")
    #expect(View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text.contains("Mirela"))
    desk.press("Esc", "F3")
    let text = View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text
    #expect(text.contains("Table 3 · Mirela") && !text.contains("Odette"))
  }

  @Test func `at a table only the cards that are turned can be read`() throws {
    var desk = try game()
    desk.press("d", ".", ".")
    var notes = desk.scene
    notes.role = .notes
    notes.focus = Focus()
    let page = View.draw(Desk.scene(notes, "F3"), size: Size(columns: 120, rows: 40)).text
    for persona in personas(desk) {
      let cards = desk.scene.drawn(persona)
      for (index, card) in cards.enumerated() {
        #expect(page.contains(card.text) == (index < 2))
      }
    }
  }

  @Test func `feelings are drawn while they are typed`() throws {
    var desk = Desk(try Stage.scene(at: "persona", role: .notes))
    desk.press("F5", "Enter")
    for _ in 0..<13 { desk.press("↓") }
    let size = Size(columns: 80, rows: 24)
    #expect(View.draw(desk.scene, size: size).text.ranges(of: "●").count == 5)
    desk.type(" +1")
    #expect(View.draw(desk.scene, size: size).text.ranges(of: "●").count == 6)
    desk.press("↓")
    #expect(!View.draw(desk.scene, size: size).text.contains("●"))
  }

  // MARK: -

  /// Words of a picture, boxes read one after another, line by line.
  private static func words(_ picture: String) -> String {
    let lines = picture.split(separator: "\n").map(String.init)
    // Columns of boxes, then the lines as they stand.
    let cells = lines.map { $0.split(separator: "│").map(String.init) }
    let most = cells.map(\.count).max() ?? 0
    let byColumn = (0..<most).map { column in
      cells.compactMap { $0.indices.contains(column) ? $0[column] : nil }.joined(separator: " ")
    }
    return (byColumn + [lines.joined(separator: " ")]).joined(separator: " ")
      .split { $0 == " " || $0 == "│" }.joined(separator: " ")
  }

  /// Every word that may stand on the game's stage.
  private static func known(_ scene: Scene) -> Set<String> {
    let deck = scene.content.decks["persona"]
    let phrases: [Phrase] = ["Card \(1) of \(1)", "Table \(1)"]
    var texts: [String] = phrases.map { scene.say($0) }
    texts += (phrases + ["Scan"]).map { scene.say($0).uppercased() }
    for category in deck?.categories ?? [] {
      texts.append(scene.say(category.label))
      texts += category.cards.map { scene.say($0.text) }
    }
    for activity in scene.workshop.plan.activities {
      texts += [scene.say(activity.title), scene.say(activity.question)]
    }
    texts += scene.workshop.plan.themes.map { scene.say($0.name) }
    let words: [String] = texts.flatMap { $0.split(separator: " ") }.map(String.init)
    return Set(words)
  }

  /// The words of a picture that are only a part of one that may stand there.
  private static func parts(in picture: String, _ scene: Scene) -> [Substring] {
    let known = known(scene)
    return words(picture).split(separator: " ").filter { word in
      word.contains(where: \.isLetter) && !known.contains(word.filter { $0 != "…" })
    }
  }

  private static func with(tables: Int, _ workshop: Workshop, _ now: Moment) -> Workshop {
    var plan = workshop.plan
    plan.tables = tables
    return History(
      plan: plan,
      entries: [
        Stage.entry(
          .activityOpened(activity: "persona", seconds: 3600), 1, at: now.milliseconds - 1000)
      ], catalogue: .all
    ).workshop
  }
}
