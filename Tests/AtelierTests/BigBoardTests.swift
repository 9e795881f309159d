import Terminal
import Testing
import WorkshopCore

@testable import Boards
@testable import Cards
@testable import Languages
@testable import Shell
@testable import Voting

/// Boards with hundreds of ideas, in every order.
struct BigBoardTests {
  private func screen(_ scene: Scene, _ columns: Int = 80, _ rows: Int = 24) -> String {
    View.draw(scene, size: Size(columns: columns, rows: rows)).text
  }

  private func list(_ numbers: ClosedRange<Int>, _ rect: Rect) -> [String] {
    var frame = Frame(size: Size(columns: rect.width, rows: rect.height))
    NumberedList(
      items: numbers.map {
        NumberedList.Item(number: $0, text: "Idea of a morning with words \($0)")
      }
    ).draw(into: &frame, in: rect)
    return frame.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test(arguments: [1...1, 998...1003, 9_998...10_004])
  func `a number of a list is seen whole, however long`(numbers: ClosedRange<Int>) {
    let text = list(numbers, Rect(x: 0, y: 0, width: 60, height: 10)).joined(separator: "\n")
    for number in numbers { #expect(text.contains("\(number)  Idea"), "\(text)") }
  }

  @Test(arguments: [24, 60, 80], [1, 2, 3, 7, 20])
  func `how many have no room stands on a row of its own, and all are accounted for`(
    width: Int, height: Int
  ) {
    let lines = list(1...300, Rect(x: 0, y: 0, width: width, height: height))
    let text = lines.joined(separator: "\n")
    let hidden = text.matches(of: /\+ ([0-9]+)/).compactMap { Int($0.1) }.reduce(0, +)
    let shown = text.matches(of: /[0-9]+  Idea/).count
    #expect(hidden + shown == 300, "\(text)")
    for line in lines where line.contains("+ ") {
      #expect(line.matches(of: /\+ [0-9]+[^ 0-9]/).isEmpty, "\(line)")
    }
  }

  @Test func `columns are refused where the order leaves no room for them, and told apart else`() {
    var desk = Ideas.desk(30)
    desk.press("C")
    #expect(desk.events == [.boardSet(board: "ideas", setting: .columns, value: "theme")])
    for _ in 0..<4 { desk.press("S") }
    #expect(desk.scene.board?.sort == .order)
    let before = desk.events.count
    #expect(desk.press("C").isWarning && desk.events.count == before)
  }

  @Test func `columns that no card could be told apart by are passed over`() {
    var plan = Plan(title: "T", boards: [Board(id: "ideas", title: "Ideas")])
    plan.tables = 1
    var scene = Stage.scene(plan, then: [.cardAdded(board: "ideas", text: "A bench", fields: nil)])
    scene.focus.place = .board("ideas")
    var desk = Desk(scene)
    #expect(desk.press("C").isWarning && desk.events.isEmpty)
  }

  @Test func `a filter shows the words that begin so, and others only where there is none`() {
    let texts = ["Louer un vélo", "Développer le bus", "L’école à vélo", "Enveloppes"]
    var scene = Ideas.scene(texts.count, text: { texts[$0] })
    scene.focus.place = .board("ideas")
    var desk = Desk(scene)
    desk.press("/")
    desk.type("velo")
    let found = desk.scene.board.map { desk.scene.walk(of: $0).map(\.text) } ?? []
    #expect(Set(found) == ["Louer un vélo", "L’école à vélo"])
    for _ in 0..<4 { desk.press("Backspace") }
    desk.type("elop")
    let inside = desk.scene.board.map { desk.scene.walk(of: $0).map(\.text) } ?? []
    #expect(Set(inside) == ["Développer le bus", "Enveloppes"])
  }

  @Test func `a result begins with its first page whatever page was turned before`() {
    var desk = Desk(Ballots.scene(Array(Ballots.revealed(.dots).dropLast()), .facilitator))
    desk.press("PgDn", "PgDn")
    let activity = desk.scene.current?.id ?? ""
    guard desk.scene.workshop.views[activity]?.name == VoteShown.pages else {
      Issue.record("no page was turned")
      return
    }
    desk.press("v")
    #expect(desk.scene.workshop.views[activity]?.name != VoteShown.pages)
  }

  @Test func `a canvas about anything is made by a name, with ideas and without`() {
    let plan = Plan(
      title: "T",
      sessions: [
        Session(
          id: "s", title: "S",
          activities: [
            Activity(id: "model", title: "Model", kind: "canvas", minutes: 10, canvas: "social")
          ])
      ])
    for role in [Role.facilitator, .notes] {
      var desk = Desk(
        Stage.scene(plan, role: role, then: [.activityOpened(activity: "model", seconds: nil)]))
      desk.press(role == .notes ? "F5" : "c")
      desk.type("A house for all")
      desk.press("Enter")
      let made = desk.scene.workshop.boards.last
      #expect(made?.canvas == "social" && made?.title == "A house for all", "\(role)")
      #expect(desk.scene.board?.id == made?.id, "\(role)")
    }
  }

  @Test func `what is said of another place is told, and Tab adds no voice`() {
    var scene = Ideas.scene(
      1, role: .notes, text: { _ in "Végétalisation d’un mur rue des Anglais" })
    scene.focus.line = Line("Végétalisation d’un mur rue de la Bidassoa")
    #expect(scene.alreadySaid.isEmpty && scene.saidElsewhere.count == 1)
    let text = screen(scene)
    #expect(text.contains("Said of another place:") && !text.contains("Already said?"))
    var desk = Desk(scene)
    #expect(desk.press("Tab").isWarning && desk.events.isEmpty)
  }
}
