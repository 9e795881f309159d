import Reporting
import Terminal
import Testing
import WorkshopCore

@testable import Cards
@testable import Languages
@testable import Rehearsal
@testable import Shell
@testable import Time
@testable import atelier

extension ActivityKind {
  /// A kind that no feature knows, in one place.
  fileprivate static let silence = ActivityKind(
    id: "silence", name: "Silence",
    rehearsal: RehearsalTraits(needsBoard: true, lines: .none, drift: 0...0),
    stage: { scene, activity, frame, rect in
      let body = StageHead.draw(scene.headline(activity), scene, into: &frame, in: rect)
      frame.put("Not a word", x: body.x, y: body.y, style: .accent)
    },
    desk: { _, _ in [DeskRow("Silence", "so far nobody spoke")] },
    bindings: { _, _ in [Binding(.character("z"), do: .ring, hint: "ring")] },
    notesBindings: { _, _ in [Binding(.function(5), do: .ring, hint: "ring")] },
    guide: { _, _ in "Nothing is noted here" },
    report: { _, _ in [.paragraph("Nobody spoke.")] })
}

extension Action {
  fileprivate static let ring = Action("ring", "Ring the singing bowl") { _ in .notice("Ding") }
}

/// A panel that no feature knows.
private struct Gong: Overlay {
  var strokes = 0

  func bindings(_ scene: Scene) -> [Binding] {
    [
      Binding(
        .character("g"),
        do: Action("strike", "Strike it") { scene in
          guard var gong = scene.focus.overlay as? Gong else { return .nothing }
          gong.strokes += 1
          return .replace(gong, scene)
        }, hint: "strike"),
      Binding(.escape, do: .leave, hint: "close"),
    ]
  }

  func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    frame.put("Strokes: \(strokes)", x: rect.x, y: rect.y, style: .strong)
  }
}

/// What can be added is one value, and one word in the program's list.
struct AddingTests {
  private static let features: Features = {
    var features = Features.all
    features.kinds.append(.silence)
    return features
  }()

  private static let plan = Plan(
    title: "A quiet day",
    sessions: [
      Session(
        id: "day", title: "Day",
        activities: [Activity(id: "quiet", title: "Ten minutes", kind: "silence", minutes: 10)])
    ])

  private func scene(_ role: Role = .facilitator, _ features: Features = features) -> Scene {
    var workshop = Workshop(plan: Self.plan, catalogue: .all)
    workshop.apply(
      Entry(
        id: EntryID(writer: "adding", sequence: 1), stamp: Stamp(milliseconds: 0), at: "", by: "",
        event: .activityOpened(activity: "quiet", seconds: nil)))
    return Scene(
      workshop: workshop, content: .builtIn, features: features, role: role, language: .english,
      focus: Focus(), now: Moment(milliseconds: 0), me: "Ada")
  }

  private func text(_ scene: Scene) -> String {
    View.draw(scene, size: Size(columns: 100, rows: 40)).text
  }

  @Test func `a kind is seen on the stage, at the desk and by note-takers`() {
    #expect(text(scene(.stage)).contains("Not a word"))
    #expect(text(scene()).contains("so far nobody spoke"))
    #expect(Keymap.bindings(scene(.notes)).contains { $0.action.id == "ring" })
  }

  @Test func `a kind's keys work, and stand in the hint line, the palette and the key table`() {
    #expect(Keymap.decide(.character("z"), scene()).notice == "Ding")
    #expect(Keymap.hints(scene(), width: 400).contains("z ring"))
    let palette = Keymap.decide(.character(":"), scene()).focus?.overlay as? Menu
    #expect(palette?.items.contains { $0.label == "Ring the singing bowl" } == true)
    let parts = KeyTable.parts(of: Self.features)
    #expect(parts.flatMap(\.bindings).count { $0.action.id == "ring" } == 2)
  }

  @Test func `a kind can be chosen in the agenda's form`() throws {
    let activity = try #require(scene().current)
    let field = PlanSheets.activity(activity, scene()).fields.first { $0.id == "kind" }
    #expect(field?.choices?.contains { $0.id == "silence" } == true)
  }

  @Test func `a kind has its part of the report`() {
    #expect(Markdown.render(Minutes.report(scene())).contains("Nobody spoke."))
  }

  @Test func `a kind is rehearsed by its traits`() {
    var room = RehearsedRoom(
      Self.plan, content: .builtIn, features: Self.features, language: .english, seed: 1,
      now: Moment(milliseconds: 0))
    room.play()
    #expect(room.rehearsal.days.count == 1)
    let page = FindingsPage(room.rehearsal, Self.plan, .english).text
    #expect(page.contains("It has no board"))
  }

  @Test func `a kind that nobody knows is drawn as a plain board`() {
    #expect(!text(scene(.stage, .all)).contains("Not a word"))
    #expect(scene(.stage, .all).kind.traits.contains(.plain))
  }

  @Test func `an overlay brings its keys and its picture`() {
    var scene = scene()
    scene.focus.overlays = [Gong()]
    scene.focus = Keymap.decide(.character("g"), scene).focus ?? scene.focus
    #expect(text(scene).contains("Strokes: 1"))
    #expect(Keymap.hints(scene, width: 200).contains("g strike"))
    #expect(Keymap.decide(.escape, scene).focus?.overlays.isEmpty == true)
  }

  @Test func `a step of the stage, a way to draw boards, a chapter and a card's form are found`() {
    var features = Self.features
    features.stageSteps.insert(
      .view("gong") { _, frame, rect in
        frame.put("GONG", x: rect.x, y: rect.y, style: .plain)
      }, at: 0)
    features.boardViews.insert(
      BoardView { _, board, _ in
        board.sheet == "gong"
          ? { frame, rect in frame.put("Dong", x: rect.x, y: rect.y, style: .plain) } : nil
      }, at: 0)
    features.chapters.append(Chapter("Gongs") { _ in [.paragraph("One.")] })
    let shown = scene(.stage, features).trying(
      .viewShown(activity: "quiet", view: "gong", step: 0))
    #expect(text(shown).contains("GONG"))
    let board = Board(id: "b", title: "B", sheet: "gong")
    var frame = Frame(size: Size(columns: 40, rows: 5))
    BoardView.draw(shown, board, into: &frame, in: frame.bounds, onStage: true)
    #expect(frame.text.contains("Dong"))
    #expect(Markdown.render(Minutes.report(shown)).contains("Gongs"))
  }
}
