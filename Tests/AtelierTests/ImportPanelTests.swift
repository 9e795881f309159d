import Foundation
import Terminal
import Testing
import WorkshopCore

@testable import Boards
@testable import People
@testable import Shell
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

  /// What is on the screen after the file has been read.
  private func open(_ text: String, _ name: String, _ desk: inout Desk) {
    desk.press(.control("o"))
    desk.arrange { $0.take(.file(.files([], folder: nil))) }
    desk.type("/" + name)
    desk.press(.enter)
    desk.arrange { $0.take(.file(.bytes(Array(text.utf8), "/" + name))) }
  }

  @Test func `a list of people is seen before it is written, and Enter writes it as one act`() {
    var desk = desk()
    open("Nom;Prénom;Commune\nKeller;Ana;Orme\nRoy;Paul;Port\n", "liste.csv", &desk)
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

  @Test func `a column that was taken for something else is changed with the arrows`() {
    var desk = desk()
    open("Nom;Prénom;Rue\nKeller;Ana;Orme\nRoy;Paul;Port\n", "liste.csv", &desk)
    desk.press(.down)
    desk.press(.down)
    #expect(screen(desk).contains("‹ not read ›"))
    while !screen(desk).contains("‹ Organisation ›") { desk.press(.right) }
    desk.press(.enter)
    #expect(desk.scene.workshop.people.map { $0["organisation"] } == ["Orme", "Port"])
  }

  @Test func `headings that nobody knows are shown, for somebody to say where the names are`() {
    var desk = desk()
    open("Qui;Rue\n12 Ana;Orme\n13 Paul;Port\n", "liste.csv", &desk)
    #expect(screen(desk).contains("Which column has the names?"))
    desk.press(.enter)
    #expect(desk.scene.focus.overlay is ImportPanel)
    desk.press(.right)
    #expect(screen(desk).contains("‹ Name ›"))
    #expect(screen(desk).contains("2 people: 2 new"))
  }

  @Test func `who will not come is left out, or taken in where somebody says so`() {
    var desk = desk()
    open("Name,Status\nAna Keller,absent\nPaul Roy,ok\nLi Wu,absent\n", "list.csv", &desk)
    #expect(screen(desk).contains("3 people: 1 new, 0 known, 2 not read"))
    #expect(screen(desk).contains("line 2: will not come: Ana Keller (absent)"))
    for _ in 0..<9 { desk.press(.down) }
    #expect(screen(desk).contains("‹ left out ›"))
    desk.press(.right)
    #expect(screen(desk).contains("3 people: 3 new"))
  }

  @Test func `the report of a meeting notes who was there, new people and known ones`() {
    var plan = desk().scene.workshop.base
    plan.people = [Person(id: "ana", name: "Ana Keller")]
    var desk = desk(plan)
    open(
      "Name (Original Name),User Email,Join Time,Leave Time\nAna Keller,a@x.fr,11/23/2026 09:00:00 AM,x\nPaul Roy,,11/23/2026 09:00:00 AM,x\n",
      "zoom.csv", &desk)
    desk.press(.enter)
    #expect(desk.scene.workshop.people.allSatisfy { $0.has("day", in: Workshop.present) })
    #expect(desk.scene.workshop.people.count == 2)
  }

  @Test func `ideas come onto the board at hand, with their clusters, themes and voices`() {
    var plan = desk().scene.workshop.base
    plan.themes = [Theme(id: "data", name: "Data")]
    var desk = desk(plan)
    desk.arrange { $0.focus.place = .board("ideas") }
    open(
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

  @Test func `a file that cannot be read says why, and the panel stays`() {
    var desk = desk()
    open("%PDF-1.4 x", "liste.pdf", &desk)
    #expect(screen(desk).contains("liste.pdf cannot be read: this is neither CSV, XLSX nor ODS"))
    #expect(desk.scene.focus.overlay is FilePanel)
  }

  @Test func `what was read for a panel that is closed, or for another file, changes nothing`() {
    var desk = desk()
    desk.press(.control("o"))
    desk.arrange { $0.take(.file(.bytes(Array("Name\nAna Keller\n".utf8), "/other.csv"))) }
    #expect(desk.scene.focus.overlay is FilePanel)
    desk.press(.escape)
    desk.arrange { $0.take(.file(.bytes(Array("Name\nAna Keller\n".utf8), "/other.csv"))) }
    #expect(desk.scene.focus.overlay == nil)
  }

  @Test func `lists are found by a part of their name, the newest first`() {
    var desk = desk()
    desk.press(.control("o"))
    desk.arrange {
      $0.take(
        .file(
          .files(
            [
              FoundFile(path: "/b/Éva.csv", name: "Éva.csv", folder: "/b", day: "2026-11-28"),
              FoundFile(path: "/a/list.csv", name: "list.csv", folder: "/a", day: "2026-11-01"),
            ], folder: nil)))
    }
    #expect(screen(desk).contains("▶ Éva.csv"))
    for letter in "LIS" { desk.press(.character(letter)) }
    #expect(screen(desk).contains("▶ list.csv"))
    #expect(!screen(desk).contains("Éva.csv"))
  }

  @Test func `files are read aside: lists of folders, bytes, and why not`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let list = folder.appendingPathComponent("a.csv").path
    try "Name\nAna Keller\n".write(toFile: list, atomically: true, encoding: .utf8)
    try "x".write(
      toFile: folder.appendingPathComponent("notes.pages").path, atomically: true, encoding: .utf8)
    let pipe = folder.appendingPathComponent("pipe.csv").path
    #expect(mkfifo(pipe, 0o600) == 0)
    #expect(SideWork.files(in: [folder.path]).map(\.name) == ["a.csv"])
    #expect(SideWork.arrival(of: list) == .bytes(Array("Name\nAna Keller\n".utf8), list))
    guard case .files(let files, folder.path) = SideWork.arrival(of: folder.path) else {
      Issue.record("a folder gives its lists")
      return
    }
    #expect(files.map(\.name) == ["a.csv"])
    for path in [pipe, folder.path + "/none.csv"] {
      guard case .failed = SideWork.arrival(of: path) else {
        Issue.record("\(path) was read")
        continue
      }
    }
  }
}
