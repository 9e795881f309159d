import Assets
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Languages
@testable import Persona
@testable import Shell

/// The persona game at the desk and on the stage: the deal, the draw, the twist.
@Suite struct PersonaTests: PersonaGame {
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
}
