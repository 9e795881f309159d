import Foundation
import Reporting
import Terminal
import Testing
@testable import WorkshopCore

@testable import Cards
@testable import Languages
@testable import Rehearsal
@testable import Shell
@testable import Time
@testable import Voting
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

extension VoteMethod {
  /// A method that no feature knows, in one place: a nod for each option that may come in, or none.
  fileprivate static let nods = VoteMethod(
    Poll.Method(
      "nods",
      VotingMethod(
        .ticks, unit: .ticks, settings: [.dots],
        objection: { ballot, _ in
          ballot.marks.values.max().flatMap { $0 > 1 ? .overCap($0, cap: 1) : nil }
        },
        cost: VotingMethod.sum, scores: VotingMethod.sums, after: VotingMethod.adding { _ in 1 },
        readings: { _ in [] }, defaults: { Poll.Defaults(dots: $0, cap: 1, reason: .every) })),
    "Nods", purpose: "who may come in",
    spending: Spending("Nods each") { left, _ in "Nods left: \(left)" },
    rule: { _ in "Nod as you like" }, ballot: { _, _ in "Nod to whom you like" },
    counting: { _, _ in "Count the nods." })
}

extension ExportFormat {
  /// A format that the program lacks: the boards' names, in capitals.
  fileprivate static let shout = Self(
    "shout", ending: "txt",
    .text { scene in
      scene.workshop.boards.map { scene.title(of: $0).uppercased() }.joined(separator: "\n")
    })
}

/// What can be added is one value, and one word in the program's list.
struct AddingTests {
  private static let features: Features = {
    var features = Features.all
    features.kinds.append(.silence)
    features.voteMethods.append(.nods)
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

  @Test func `a method of voting is offered, marked, typed from paper, counted and reported`()
    throws
  {
    var scene = scene()
    var panel = VotePanel(PollPlan(method: .impact))
    panel.turn(by: 1, options: 2, methods: scene.voteMethods.map(\.method))
    scene.focus.overlays = [panel]
    #expect(text(scene).contains("Nods each") && text(scene).contains("who may come in"))
    let vote = Activity(id: "vote", title: "Vote", kind: "poll", minutes: 5)
    let field = PlanSheets.activity(vote, scene).fields.first { $0.id == "vote" }
    #expect(field?.choices?.contains { $0.id == "nods" } == true)

    let plan = PollPlan(method: VoteMethod.nods.method)
    scene.focus.overlays = []
    scene = scene.trying(
      plan.opening(of: "quiet", question: "Who comes in?", options: ["Ana", "Ben"]))
    let poll = try #require(scene.workshop.polls.last)
    scene.focus.overlays = [BallotSheet(poll, voter: "ada", way: .keyboard)]
    #expect(text(scene).contains("Nod to whom you like") && text(scene).contains("Nods left: 2"))
    scene.focus.overlays = []
    let line = BallotLine("2", poll)
    func ballot(_ voter: String) -> Event {
      .ballotCast(poll: poll.id, voter: voter, marks: line.marks, way: .paper)
    }
    scene = scene.trying(
      ballot("ada"), ballot("eve"), .pollClosed(poll: poll.id, cut: ["trying": 9]),
      .pollRevealed(poll: poll.id))
    let result = try #require(scene.workshop.polls.last?.result)
    #expect(result.rows.map(\.option) == ["Ben", "Ana"] && result.rows[0].score == Score(2))
    let report = Markdown.render(
      Report(title: "", blocks: VoteChapter.blocks(scene, try #require(scene.current))))
    #expect(report.contains("Nods") && report.contains("Nod as you like"))
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

  @Test func `a format of export is offered, found by its word and written`() throws {
    let place = Folder()
    let directory = try place.workshop("half-day")
    let export = Command.export(ExportFormat.all + [.shout])
    #expect(export.help(.english).contains("|shout"))
    let words = ["export", directory, "--format", "shout", "-o", place / "boards.txt"]
    let code = try export.run(try Arguments(words, among: [export]))
    #expect(code == 0)
    let text = try String(contentsOfFile: place / "boards.txt", encoding: .utf8)
    #expect(text.contains("IDEAS"))
    #expect(throws: CommandError.self) {
      _ = try export.run(try Arguments(words + ["--annexes", "none"], among: [export]))
    }
    #expect(throws: CommandError.self) {
      _ = try Command.export.run(try Arguments(words))
    }
  }

  @Test func `a command is listed, helped with, forgiven a letter and run with its options`() throws
  {
    let bell = Command(
      name: "bell", usage: "DIR", summary: "Ring the bell",
      options: [.init(name: "times", value: "N", help: "How often")]
    ) { arguments in Int32(arguments["times"] ?? "1") ?? 0 }
    let commands = Command.all + [bell]
    #expect(Command.overview(.english, of: commands).contains("atelier bell DIR"))
    #expect(bell.help(.english).contains("--times N"))
    let arguments = try Arguments(["bell", "w", "--times", "3"], among: commands)
    let code = try arguments.command.run(arguments)
    #expect(arguments.words == ["w"] && code == 3)
    do {
      _ = try Arguments(["bel", "w"], among: commands)
      Issue.record("there is no such command")
    } catch let error as CommandError {
      #expect(Language.english(error.phrase).contains("Did you mean “bell”?"))
    }
  }
}
