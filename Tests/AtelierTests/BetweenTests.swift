import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Projects
@testable import Shell

/// What is noted and read between two sessions, by keys.
@Suite struct BetweenTests {
  private func desk(_ now: Moment = BetweenStage.december) throws -> Desk {
    Desk(try BetweenStage.scene(at: now))
  }

  @Test func `the desk opens on the time between when people were apart, not in the night between`()
    throws
  {
    #expect(try desk().scene.focus.place == .between)
    let night = Moment(milliseconds: 1_573_113_600_000)  // 7 November, 08:00
    #expect(try desk(night).scene.focus.place == .agenda)
    #expect(try BetweenStage.scene(at: BetweenStage.opening).focus.place == .agenda, "it has begun")
    let morning = Moment(milliseconds: 1_579_595_400_000)  // 21 January, 08:30
    #expect(try desk(morning).scene.focus.place == .between, "the next session opens on it")
    #expect(try Stage.scene().opensBetween == false, "nothing is to come")
  }

  @Test func `a meeting is a line and a form, and belongs to the chosen project`() throws {
    var desk = try desk()
    desk.press("↓", "m")
    desk.type("Which rooms")
    desk.press("Enter")
    guard let form = desk.scene.focus.overlay as? Form else {
      Issue.record("the sheet opens")
      return
    }
    #expect(form.sheet.id == "meeting")
    desk.press("→", "Enter")
    desk.type("Ana, Fatou")
    desk.press("Esc")
    let card = try #require(desk.scene.workshop.cards(on: "meetings").last)
    let project = desk.scene.workshop.card(card["project"])?.text
    #expect(card.text == "Which rooms" && project == "Training for staff")
    #expect(card["date"] == "2019-12-20" && card["channel"] == "telephone")
    #expect(card["present"] == "Ana, Fatou" && desk.scene.focus.place == .between)
    #expect(desk.scene.chosenProject?.text == "Training for staff", "it stays the chosen one")
  }

  /// What the list offers, typed until one is left; and what lies on which board then.
  @Test(arguments: [
    ("joins", "Zoé Roy, Town hall", "people", ["joined-on": "2019-12-20", "role": "builder"]),
    ("consultant", "They are ready", "conclusions", ["signed": "p-etienne-moreau"]),
    ("event outside", "A webinar", "events", ["date": "2019-12-20"]),
    ("pause of the programme", "Snow", "pauses", ["date": "2019-12-20", "project": ""]),
    ("pause of the project", "No room", "pauses", ["date": "2019-12-20"]),
  ])
  func `everything worth noting is dated and on its board`(
    _ item: (wanted: String, text: String, board: String, fields: [String: String])
  ) throws {
    var desk = try desk()
    desk.press("a")
    desk.type(item.wanted)
    desk.press("Enter")
    desk.type(item.text)
    desk.press("Enter", "Esc")
    let card = try #require(desk.scene.workshop.cards(on: item.board).last)
    #expect(card.text == item.text.split(separator: ",").first.map(String.init))
    for (field, value) in item.fields { #expect((card[field] ?? "") == value, "\(field)") }
    let isForAll = item.board == "events" || item.fields["project"] == ""
    let named = desk.scene.workshop.card(card["project"])?.text
    #expect(named == (isForAll ? nil : "Shared handling of digital user relations"))
    #expect(desk.scene.focus.overlays.isEmpty)
  }

  @Test func `an open pause is resumed by one choice`() throws {
    var desk = try desk()
    let pause = try #require(desk.scene.workshop.openPauses(on: desk.scene.now.day).first)
    desk.press("a")
    desk.type("goes on")
    desk.press("Enter")
    #expect(desk.scene.workshop.card(pause.id)?["resumed"] == "2019-12-20")
    #expect(desk.scene.workshop.openPauses(on: desk.scene.now.day).isEmpty)
  }

  @Test func `what changed is read since the last session, since one's last look, since a date`()
    throws
  {
    var desk = try desk()
    desk.press("c")
    guard let menu = desk.scene.focus.overlay as? Menu else {
      Issue.record("since when is asked")
      return
    }
    #expect(menu.items.count == 3)
    let counts = menu.items.prefix(2).compactMap { Int($0.detail) }
    #expect(counts.count == 2 && counts[0] > counts[1] && counts[1] > 0)
    desk.press("↓", "↓", "Enter")
    desk.type("18.12.2019")
    desk.press("Enter")
    guard let page = desk.scene.focus.overlay as? Page else {
      Issue.record("the page opens")
      return
    }
    #expect(page.lines.contains { $0.text.contains("The thirty-day promise") })
    #expect(!page.lines.contains { $0.text.contains("First call") })
  }

  @Test func `the stage shows it for as long as the room stays at the opening`() throws {
    var desk = try desk(BetweenStage.opening)
    desk.press("M", "p")
    #expect(SinceView.isShown(desk.scene))
    desk.press("Esc", "n")
    #expect(!SinceView.isShown(desk.scene))
    desk.press("M", "p", "p")
    #expect(!SinceView.isShown(desk.scene))
  }

  @Test func `no name of who typed, and no private field, is on the stage`() throws {
    let scene = try BetweenStage.shown()
    let frame = View.draw(scene, size: Size(columns: 120, rows: 40))
    for words in ["Camille Astier", "75"] { #expect(LetterHeight.shows(words, in: frame)) }
    for name in ["Étienne", "Claire", "Hugo", "Yanis"] {
      #expect(!LetterHeight.shows(name, in: frame), "\(name)")
    }
  }

  @Test func `before any session is over the key says why`() throws {
    var desk = Desk(Stage.scene(try Stage.express()))
    #expect(desk.press("M").isWarning)
  }
}
