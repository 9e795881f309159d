@testable import Cards
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Boards
@testable import Shell

/// The mouse, for those who reach for it.
@Suite struct PointerTests {
  private let size = Size(columns: 80, rows: 24)

  private func point(_ kind: Mouse.Kind, at place: Rect, _ scene: Scene) -> Outcome {
    let frame = View.draw(scene, size: size)
    let mouse = Mouse(kind, x: place.x + 1, y: place.y)
    return Pointer.decide(mouse, over: frame.targets(at: Point(x: mouse.x, y: mouse.y)), scene)
  }

  private func card(_ number: Int, _ scene: Scene) throws -> Target {
    let cards = View.draw(scene, size: size).targets.filter { $0.kind == Wall.cardKind }
    try #require(cards.count > number)
    return cards[number]
  }

  @Test func `a click selects the card under it`() throws {
    let scene = Ideas.desk(20).scene
    for number in 0..<5 {
      let target = try card(number, scene)
      #expect(point(.press, at: target.place, scene).focus?.card == target.id)
    }
  }

  @Test func `a card dragged over another column is moved there`() throws {
    var scene = Ideas.desk(20).scene
    let target = try card(0, scene)
    let columns = View.draw(scene, size: size).targets.filter { $0.kind == Wall.groupKind }
    let last = try #require(columns.last)
    for kind in [Mouse.Kind.press, .drag] {
      let place = kind == .press ? target.place : last.place
      scene.focus = try #require(point(kind, at: place, scene).focus)
    }
    #expect(scene.focus.drop == last.id)
    let dropped = point(.release, at: last.place, scene)
    guard case .fieldSet(target.id, "zone", last.id, _) = dropped.events.first else {
      Issue.record("nothing moved")
      return
    }
    #expect(dropped.focus?.dragged == nil)
  }

  @Test func `a card let go where it was, or beside the wall, stays`() throws {
    var scene = Ideas.desk(20).scene
    let target = try card(0, scene)
    scene.focus = try #require(point(.press, at: target.place, scene).focus)
    #expect(point(.release, at: target.place, scene).events.isEmpty)
    #expect(point(.release, at: Rect(x: 0, y: 0, width: 1, height: 1), scene).events.isEmpty)
  }

  @Test func `dragging one of the marked cards moves them all`() throws {
    var scene = Ideas.desk(20, "↓", "Tab", "Tab").scene
    let last = try #require(
      View.draw(scene, size: size).targets.last { $0.kind == Wall.groupKind })
    let target = try #require(
      View.draw(scene, size: size).targets.first { scene.focus.marked.contains($0.id) })
    scene.focus = try #require(point(.press, at: target.place, scene).focus)
    guard case .fieldsSet("zone", let values) = point(.release, at: last.place, scene).events.first
    else {
      Issue.record("nothing moved")
      return
    }
    #expect(values.count == 2)
  }

  @Test func `the wheel is the arrows, over the wall and over a list`() throws {
    let scene = Ideas.desk(20, "↓").scene
    let wheel = point(.wheelDown, at: Rect(x: 9, y: 9, width: 1, height: 1), scene)
    #expect(wheel.focus?.card == Keymap.decide(.down, scene).focus?.card)
    let menu = Ideas.desk(20, "↓", "m").scene
    let moved = point(.wheelDown, at: .init(x: 9, y: 9, width: 1, height: 1), menu).focus
    #expect((moved?.overlay as? Menu)?.selected == 1)
  }

  @Test func `the mouse can be given back to the terminal, and the stage never takes it`() {
    var desk = Ideas.desk(20)
    #expect(desk.scene.wantsMouse)
    desk.press("Ctrl-T")
    #expect(!desk.scene.wantsMouse)
    desk.press("Ctrl-T", "s")
    #expect(!desk.scene.wantsMouse, "this terminal is the projector now")
    #expect(!Ideas.scene(5, role: .stage).wantsMouse && !Ideas.scene(5, role: .notes).wantsMouse)
  }

  @Test func `nothing on the stage can be clicked`() {
    let frame = View.draw(Ideas.scene(20, role: .stage), size: size)
    #expect(frame.targets.isEmpty)
  }
}
