import Foundation
import Terminal
import Testing
import WorkshopCore

@testable import Boards
@testable import People
@testable import Shell
@testable import Spreadsheets
@testable import atelier

/// Lists and ideas taken in at the desk: seen first, changed, then written as one act.
@Suite struct ImportPanelTests {
  private func desk(_ plan: Plan = Plan(title: "T")) -> Desk {
    var plan = plan
    if plan.sessions.isEmpty {
      plan.sessions = [
        Session(
          id: "day", title: "Day", date: "2026-11-23",
          activities: [
            Activity(id: "a", title: "Ideas", kind: "board", minutes: 20, board: "ideas")
          ])
      ]
      plan.boards = [Board(id: "ideas", title: "Ideas", sheet: "idea")]
    }
    return Desk(Stage.scene(plan))
  }

  private func screen(_ desk: Desk) -> String {
    View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text
  }

  /// Does what a panel waits for.
  private func settle(_ desk: inout Desk) {
    while let waiting = desk.scene.focus.overlay as? WaitingPanel {
      let opened = waiting.work()
      desk.arrange { $0.take(opened, since: waiting.since) }
    }
  }

  /// Writes a file, and opens it at the desk by its path.
  private func open(_ text: String, _ name: String, _ desk: inout Desk) throws {
    let folder = try Self.folder([name: text])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    desk.press(.control("o"))
    settle(&desk)
    desk.type(folder + "/" + name)
    desk.press(.enter)
    settle(&desk)
  }

  /// A folder with some files; it is the caller's to remove.
  private static func folder(_ files: [String: String]) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      try text.write(
        to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    return folder.path
  }

  @Test func `a list of people is seen before it is written, and Enter writes it as one act`()
    throws
  {
    var desk = desk()
    try open("Nom;Prénom;Commune\nKeller;Ana;Orme\nRoy;Paul;Port\n", "liste.csv", &desk)
    let seen = screen(desk)
    #expect(seen.contains("2 people: 2 new, 0 known, 0 not read"))
    #expect(seen.contains("Commune"))
    #expect(seen.contains("Organisation"))
    #expect(seen.contains("Keller · Roy"))
    #expect(desk.scene.workshop.people.isEmpty)
    desk.press(.enter)
    #expect(desk.scene.focus.overlay == nil)
    #expect(desk.scene.workshop.people.map(\.text) == ["Ana Keller", "Paul Roy"])
  }

  @Test func `one undo takes all of a list back`() throws {
    var scene = desk().scene
    let bytes = Array("Name;Status\nAna Keller;present\nPaul Roy;present\n".utf8)
    let source = try PeopleImport(bytes, name: "list.csv", scene)
    var log = MemoryLog(plan: scene.workshop.base, writer: "desk", catalogue: .all)
    Executor.carryOut(source.outcome(scene), &scene, to: &log)
    #expect(scene.workshop.people.allSatisfy { $0.has("day", in: Workshop.present) })
    #expect(scene.workshop.people.count == 2)
    let undoing = Undoing(history: log.history, writer: "desk").undo(scene)
    Executor.carryOut(undoing, &scene, to: &log)
    #expect(scene.workshop.people.isEmpty)
  }

  @Test func `a column that was taken for something else is changed with the arrows`() throws {
    var desk = desk()
    try open("Nom;Prénom;Rue\nKeller;Ana;Orme\nRoy;Paul;Port\n", "liste.csv", &desk)
    desk.press(.down)
    desk.press(.down)
    #expect(screen(desk).contains("‹ not read ›"))
    while !screen(desk).contains("‹ Organisation ›") { desk.press(.right) }
    desk.press(.enter)
    #expect(desk.scene.workshop.people.map { $0["organisation"] } == ["Orme", "Port"])
  }

  @Test func `headings that nobody knows are shown, for somebody to say where the names are`()
    throws
  {
    var desk = desk()
    try open("Qui;Rue\n12 Ana;Orme\n13 Paul;Port\n", "liste.csv", &desk)
    #expect(screen(desk).contains("Which column has the names?"))
    desk.press(.enter)
    #expect(desk.scene.focus.overlay is ImportPanel)
    desk.press(.right)
    #expect(screen(desk).contains("‹ Name ›"))
    #expect(screen(desk).contains("2 people: 2 new"))
  }

  @Test func `who will not come is left out, or taken in where somebody says so`() throws {
    var desk = desk()
    try open("Name,Status\nAna Keller,absent\nPaul Roy,ok\nLi Wu,absent\n", "list.csv", &desk)
    #expect(screen(desk).contains("3 people: 1 new, 0 known, 2 not read"))
    #expect(screen(desk).contains("line 2: will not come: Ana Keller (absent)"))
    for _ in 0..<9 { desk.press(.down) }
    #expect(screen(desk).contains("‹ left out ›"))
    desk.press(.right)
    #expect(screen(desk).contains("3 people: 3 new"))
  }

  @Test func `the report of a meeting notes who was there, new people and known ones`() throws {
    var plan = desk().scene.workshop.base
    plan.people = [Person(id: "ana", name: "Ana Keller")]
    var desk = desk(plan)
    try open(
      "Name (Original Name),User Email,Join Time,Leave Time\nAna Keller,a@x.fr,11/23/2026 09:00:00 AM,x\nPaul Roy,,11/23/2026 09:00:00 AM,x\n",
      "zoom.csv", &desk)
    desk.press(.enter)
    #expect(desk.scene.workshop.people.allSatisfy { $0.has("day", in: Workshop.present) })
    #expect(desk.scene.workshop.people.count == 2)
  }

  @Test func `ideas come onto the board at hand, with their clusters, themes and voices`() throws {
    var plan = desk().scene.workshop.base
    plan.themes = [Theme(id: "data", name: "Data")]
    var desk = desk(plan)
    desk.arrange { $0.focus.place = .board("ideas") }
    try open(
      "Idea,Cluster,Votes,Remarks\nA bench,Rest,3,x\nA tree,Rest,1,y\nOpen figures,,2,z\n",
      "ideas.csv", &desk)
    #expect(screen(desk).contains("new 3, changed 0, already there 0"))
    #expect(screen(desk).contains("New clusters: Rest"))
    desk.press(.enter)
    let cards = desk.scene.workshop.cards(on: "ideas")
    #expect(Set(cards.map(\.text)) == ["A bench", "A tree", "Open figures"])
    #expect(cards.first { $0.text == "A bench" }?.voices == 3)
    #expect(cards.first { $0.text == "Open figures" }?.voices == 2)
    let zones = Set(cards.compactMap { $0[Card.zone] })
    #expect(zones.count == 1)
  }

  @Test func `a file that cannot be read says why, and the list of files stands again`() throws {
    var desk = desk()
    try open("%PDF-1.4 x", "liste.pdf", &desk)
    #expect(screen(desk).contains("liste.pdf cannot be read: this is neither CSV, XLSX nor ODS"))
    #expect(screen(desk).contains("/liste.pdf"), "the path is there to be mended")
    #expect(desk.scene.focus.overlay is Menu)
  }

  @Test func `Esc waits no longer, and what comes then opens nothing`() throws {
    var desk = desk()
    desk.press(.control("o"))
    let waiting = try #require(desk.scene.focus.overlay as? WaitingPanel)
    #expect(desk.outcome.effect == .work)
    desk.press(.escape)
    let opened = waiting.work()
    desk.arrange { $0.take(opened, since: waiting.since) }
    #expect(desk.scene.focus.overlay == nil)
  }

  @Test func `the lists of a folder that is named are found by a part of their name`() throws {
    let folder = try Self.folder(["Éva.csv": "x", "list.csv": "y", "notes.pages": "z"])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var desk = desk()
    desk.press(.control("o"))
    settle(&desk)
    desk.type(folder)
    desk.press(.enter)
    settle(&desk)
    #expect(screen(desk).contains("Éva.csv") && screen(desk).contains("list.csv"))
    #expect(!screen(desk).contains("notes.pages"))
    desk.type("LIS")
    #expect(screen(desk).contains("▶ list.csv") && !screen(desk).contains("Éva.csv"))
  }

  @Test func `a pipe, a folder, what is not there and what is too large are no list`() throws {
    let folder = try Self.folder(["a.csv": "Name\nAna Keller\n"])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let pipe = folder + "/pipe.csv"
    #expect(mkfifo(pipe, 0o600) == 0)
    #expect(ListFile.all(in: [folder]).map(\.name) == ["a.csv"])
    let bytes = try ListFile.bytes(of: folder + "/a.csv", most: 100)
    #expect(bytes == Array("Name\nAna Keller\n".utf8))
    #expect(throws: FileError.tooLarge) { try ListFile.bytes(of: folder + "/a.csv", most: 5) }
    for path in [pipe, folder] {
      #expect(throws: FileError.notRegular) { try ListFile.bytes(of: path, most: 100) }
    }
    #expect(throws: FileError.missing) {
      try ListFile.bytes(of: folder + "/none.csv", most: 100)
    }
  }

  @Test func `what is worked out aside is told once, by a descriptor that can be waited for`()
    throws
  {
    var desk = desk()
    desk.press(.control("o"))
    let side = SideWork()
    side.work(try #require(desk.scene.focus.overlay as? WaitingPanel))
    var waited = pollfd(fd: side.descriptor, events: Int16(POLLIN), revents: 0)
    #expect(poll(&waited, 1, 30_000) == 1)
    for (opened, since) in side.taken() { desk.arrange { $0.take(opened, since: since) } }
    #expect(desk.scene.focus.overlay is Menu)
    #expect(side.taken().isEmpty && poll(&waited, 1, 0) == 0)
  }
}
