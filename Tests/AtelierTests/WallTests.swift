import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Boards
@testable import Cards
@testable import Languages
@testable import Shell

/// The facilitator tidies a wall.
@Suite struct WallTests {
  private func texts(_ desk: Desk) -> [String] {
    desk.scene.board.map { desk.scene.walk(of: $0).map(\.text) } ?? []
  }

  private func group(_ desk: Desk, _ title: String) -> [String] {
    let groups = desk.scene.board.map { desk.scene.groups(of: $0) } ?? []
    return groups.first { $0.title == title }?.cards.map(\.text) ?? []
  }

  private func screen(_ scene: Scene, _ columns: Int = 80, _ rows: Int = 24) -> String {
    View.draw(scene, size: Size(columns: columns, rows: rows)).text
  }

  // MARK: Several at once

  @Test func `Tab marks a card and steps down, a second Tab on it takes the mark away`() {
    var desk = Ideas.desk(42, "↓", "Tab", "Tab")
    #expect(desk.scene.focus.marked.count == 2)
    #expect(screen(desk.scene).contains("✓ 2 selected"))
    desk.press("↑", "Tab")
    #expect(desk.scene.focus.marked.count == 1)
    desk.press("Esc")
    #expect(desk.scene.focus.marked.isEmpty && desk.scene.focus.place == .board("ideas"))
  }

  @Test func `marked cards are moved together`() throws {
    var desk = Ideas.desk(20, "↓", "Tab", "Tab", "m")
    desk.type("netw")
    desk.press("Enter")
    guard case .fieldsSet("zone", let values) = desk.events.last else {
      Issue.record("nothing moved")
      return
    }
    #expect(values.count == 2 && Set(values.values) == ["networks"])
    #expect(desk.scene.focus.marked.isEmpty)
    #expect(desk.events.count == 1, "one undo takes it back")
  }

  @Test func `marked cards become a cluster in one go`() {
    var desk = Ideas.desk(20, "↓", "Tab", "Tab", "c")
    let marked = desk.scene.marked(on: desk.scene.board ?? Board(id: "", title: "")).map(\.text)
    desk.type("Help at hand")
    desk.press("Enter")
    #expect(desk.events.first == .zoneAdded(board: "ideas", title: "Help at hand"))
    #expect(desk.events.count == 2 && group(desk, "Help at hand") == marked)
  }

  @Test func `marked cards go to the bin together and come back one by one`() {
    var desk = Ideas.desk(20, "↓", "Tab", "Tab", "x")
    #expect(desk.events.count == 2 && texts(desk).count == 18)
    desk.press("t", "Enter")
    #expect(texts(desk).count == 19)
  }

  @Test func `a cluster is dissolved and its cards lie unsorted`() {
    var desk = Ideas.desk(20, "↓", "→", "D")
    #expect(desk.events == [.zoneRenamed(zone: "tools", title: "")])
    #expect(texts(desk).count == 20 && group(desk, "Tools").isEmpty)
    desk = Ideas.desk(20, "↓", "D")
    #expect(desk.outcome.isWarning && desk.events.isEmpty)
  }

  // MARK: One of several

  @Test func `marked cards are merged into the first one said, and U takes them apart`() throws {
    var desk = Ideas.desk(20, "↓", "Tab", "Tab", "M")
    let top = try #require(desk.scene.workshop.card(desk.scene.focus.card))
    #expect(top.isMerged && texts(desk).count == 19)
    #expect(desk.events.count == 1)
    #expect(Wall.label(top).hasSuffix(" ≡"))
    desk.press("U")
    #expect(texts(desk).count == 20)
    #expect(desk.press("U").isWarning)
  }

  @Test func `the merged texts stand beneath the card in the spotlight and in the report`() throws {
    let desk = Ideas.desk(20, "↓", "Tab", "Tab", "M", "f")
    let below = try #require(
      desk.scene.workshop.merged(into: desk.scene.focus.card ?? "").first)
    #expect(screen(desk.scene).contains("· " + below.text.prefix(20)))
    var form = desk
    form.press("e")
    #expect(screen(form.scene).contains("Other words for it"))
    let board = try #require(desk.scene.board)
    let blocks = ReportParts.cards(desk.scene, on: board, level: 3)
    #expect("\(blocks)".contains(below.text))
  }

  @Test func `without marks the likeliest card to merge with comes first`() {
    var desk = Desk(
      Ideas.scene(4) {
        [
          "Train librarians for online forms", "A mobile desk", "Home visits",
          "Librarians trained as first contact for online forms",
        ][$0]
      })
    desk.arrange {
      $0.focus.place = .board("ideas")
      $0.focus.card = "test-2"
    }
    desk.press("M", "Enter")
    #expect(desk.events == [.fieldsSet(field: "into", values: ["test-2": "test-5"])])
  }

  @Test func `a bar splits a card, and its parts keep what it had`() throws {
    var desk = Ideas.desk(20, "↓", "→", "|")
    let card = try #require(desk.scene.workshop.card(desk.scene.focus.card))
    desk.type(" | and another")
    desk.press("Enter")
    #expect(desk.events.count == 2)
    guard case .cardAdded("ideas", "and another", let fields) = desk.events.last else {
      Issue.record("no second card")
      return
    }
    #expect(fields?["splitFrom"] == card.id && fields?["zone"] == card.zone)
    #expect(fields?["theme"] == card.theme && fields?["table"] == card.table)
    #expect(desk.scene.workshop.card(card.id)?.text == card.text)
    #expect(Ideas.desk(20, "↓", "|", "Enter").outcome.isWarning, "nothing parts it")
  }

  // MARK: Ways to look

  @Test func `the wall narrows at every letter, Enter keeps it and Esc shows all`() {
    var desk = Ideas.desk(42, "/")
    desk.type("TABL")
    #expect(texts(desk).allSatisfy { $0.lowercased().contains("tabl") } && !texts(desk).isEmpty)
    #expect(screen(desk.scene).contains("Lend tablets"), "the wall stays in sight")
    desk.press("Enter")
    #expect(desk.scene.focus.overlay == nil && desk.scene.focus.filter == "TABL")
    desk.press("/", "Esc")
    #expect(texts(desk).count == 42 && desk.scene.focus.place == .board("ideas"))
  }

  @Test func `a text beneath another is found with it`() {
    var desk = Ideas.desk(3, "↓", "Tab", "Tab", "M", "/")
    let hidden = Ideas.text(1)
    desk.type(String(hidden.prefix(12)))
    #expect(texts(desk).count == 1)
  }

  @Test func `what the filter hides is not acted on`() {
    var desk = Ideas.desk(42, "↓", "/")
    desk.type("tablet")
    desk.press("Enter")
    #expect(!screen(desk.scene).contains("Home visits"))
    for key in ["x", "v", "m", "e"] {
      let outcome = desk.press(key)
      #expect(outcome.isWarning && outcome.events.isEmpty, "\(key)")
    }
  }

  @Test func `S goes through the orders, and every wall follows`() {
    var desk = Ideas.desk(15)
    let first = texts(desk)
    let tools = group(desk, "Tools")
    desk.press("S")
    #expect(desk.events == [.boardSet(board: "ideas", setting: .sort, value: "newest")])
    #expect(group(desk, "Tools") == Array(tools.reversed()))
    desk.press("S")
    let voices = desk.scene.groups(of: desk.scene.board!).flatMap { group in
      zip(group.cards, group.cards.dropFirst()).map { $0.voices >= $1.voices }
    }
    #expect(!voices.contains(false))
    desk.press("S")
    #expect(group(desk, "Tools") == group(desk, "Tools").sorted())
    // The order that people give by hand, a list of its own, lies between.
    desk.press("S", "S")
    #expect(desk.scene.board?.sort == .oldest && texts(desk) == first)
  }

  @Test func `C goes through the columns`() {
    var desk = Ideas.desk(15, "C")
    #expect(group(desk, "Training").count == 5)
    desk.press("C")
    #expect(group(desk, "Table 3").count == 3)
    #expect(desk.press("g").isWarning, "clusters are no columns now")
  }

  @Test func `a card is new for a few seconds, told by a mark as well as by its colour`() {
    var scene = Ideas.scene(5, role: .stage, secondsAgo: 3)
    #expect(screen(scene).contains("◆"))
    let rows = screen(scene).split(separator: "\n").count
    scene.now = scene.now.adding(seconds: 10)
    #expect(!screen(scene).contains("◆"))
    #expect(screen(scene).split(separator: "\n").count == rows, "nothing moves when it ends")
  }

  // MARK: The spotlight

  @Test func `p in the spotlight shows the card to the room, and the arrows take the room along`() {
    var desk = Ideas.desk(20, "↓", "f", "→")
    #expect(desk.events.isEmpty, "the room sees nothing of it yet")
    desk.press("p", "→", "p")
    guard case .cardShown(let first) = desk.events[0], case .cardShown(let next) = desk.events[1]
    else {
      Issue.record("no card was shown")
      return
    }
    #expect(first != next && next == desk.scene.focus.card)
    #expect(desk.events[2] == .cardShown(card: nil))
  }

  @Test func `the room sees the card large and no author's name`() throws {
    var scene = Ideas.scene(5, role: .stage)
    let added = Event.cardAdded(
      board: "ideas",
      text:
        "Benches with sockets and shade in front of every annex, so that nobody waits in the rain",
      fields: [Card.author: "Lan Nguyen"])
    scene.workshop.apply(Stage.entry(added, 900, at: Stage.now.milliseconds))
    scene.workshop.apply(Stage.entry(.cardShown(card: "test-900"), 901, at: Stage.now.milliseconds))
    let frame = View.draw(scene, size: Size(columns: 80, rows: 24))
    #expect(LetterHeight.shows("Benches with sockets", in: frame))
    #expect(!LetterHeight.shows("Nguyen", in: frame))
    #expect(!screen(scene).contains(Ideas.text(1)), "and no other card")
  }

  // MARK: Suggestions

  @Test func `suggested clusters share words that they name, and no card stands in two`() {
    let suggestions = Suggestion.all(of: (0..<300).map { (id: "\($0)", text: Ideas.text($0 % 15)) })
    let cards = suggestions.flatMap(\.cards)
    #expect(!suggestions.isEmpty && Set(cards).count == cards.count)
    for suggestion in suggestions {
      #expect(suggestion.cards.count > 1 && !suggestion.words.isEmpty && !suggestion.name.isEmpty)
    }
    #expect(Suggestion.all(of: [("1", "A mobile desk"), ("2", "Home visits")]).isEmpty)
  }

  @Test func `more than a thousand cards are compared aside, and Esc waits no longer`() throws {
    var desk = Ideas.desk(1200, isSorted: false)
    desk.press("g")
    let waiting = try #require(desk.scene.focus.overlay as? WaitingPanel)
    #expect(desk.outcome.effect == .work)
    let opened = waiting.work()
    var other = desk
    desk.arrange { $0.take(opened, since: waiting.since) }
    #expect(screen(desk.scene).contains("Suggested cluster 1 of"))
    other.press("Esc")
    other.arrange { $0.take(opened, since: waiting.since) }
    #expect(other.scene.focus.overlay == nil)
  }

  @Test(arguments: [
    [
      "Librarians help with forms", "Train the librarians", "A librarian on Saturdays",
      "More buses",
    ],
    [
      "Former les bibliothécaires", "Un bibliothécaire le samedi",
      "Bibliothécaires : premier contact", "Un bus",
    ],
    [
      "Képezzük a könyvtárosokat", "Könyvtáros szombaton is", "A könyvtárosok segítsenek",
      "Új busz",
    ],
  ])
  func `one word in all its forms makes a cluster`(texts: [String]) throws {
    let found = Suggestion.all(
      of: texts.enumerated().map { (id: "\($0.offset)", text: $0.element) })
    #expect(found.first?.cards == ["0", "1", "2"])
  }

  @Test func `Enter makes the suggested cluster under the name typed, Tab passes it over`() throws {
    var desk = Ideas.desk(42, isSorted: false, "↓", "g", "Tab")
    #expect(desk.events.isEmpty)
    guard let panel = desk.scene.focus.overlay as? SuggestionPanel else {
      Issue.record("no suggestion")
      return
    }
    desk.type(" now")
    desk.press("Enter")
    #expect(desk.events.first == .zoneAdded(board: "ideas", title: panel.line.text + " now"))
    #expect(group(desk, panel.line.text + " now").count > 1)
  }

  @Test func `a card that is none of a suggested cluster is left out before it is made`() throws {
    var desk = Ideas.desk(42, isSorted: false, "↓", "g")
    let all = desk.press("↓")
    #expect(all.events.isEmpty)
    desk.press("Ctrl-X")
    #expect(View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text.contains("(left out)"))
    desk.press("Ctrl-X", "Ctrl-X", "Enter")
    guard case .fieldsSet(_, let values) = desk.events.last,
      case .zoneAdded(_, let title) = desk.events.first
    else {
      Issue.record("\(desk.events)")
      return
    }
    var whole = Ideas.desk(42, isSorted: false, "↓", "g")
    whole.press("Enter")
    #expect(group(whole, title).count == values.count + 1)
  }

  @Test func `cards that lie in a cluster are never suggested`() {
    let desk = Ideas.desk(42, "↓", "g")
    guard desk.scene.focus.overlay is SuggestionPanel else { return }
    var later = desk
    later.press("Enter")
    guard case .fieldsSet(_, let values) = later.events.last else { return }
    for card in values.keys { #expect(Ideas.scene(42).workshop.card(card)?.zone == nil) }
  }
}
