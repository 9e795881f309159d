import Foundation
import Journaling
import Reporting
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Shell

/// Keys pressed at random, the same ones each time: whatever anybody does, no screen breaks and no
/// card is lost.
@Suite struct WalkTests {
  /// How many keys a walk has.
  private static let length = 30
  private static let sizes = [(80, 24), (60, 15), (120, 40), (9, 2)]
    .map { Size(columns: $0, rows: $1) }

  @Test(arguments: Stage.activities.values.sorted(), Role.allCases)
  func `any keys in any order leave a whole screen, journal and report`(
    _ activity: String, _ role: Role
  ) throws {
    var random = SplitMix64(seed: UInt64(activity.utf8.reduce(0) { $0 &* 31 &+ Int($1) }))
    var desk = Desk(try Stage.scene(at: activity, role: role))
    // Every key so far, to tell how a failure was reached.
    var trail: [String] = []
    for _ in 0..<Self.length {
      let key = Self.key(desk.scene, &random)
      trail.append(key.label)
      desk.wait(seconds: 1)
      let outcome = desk.press(key)
      #expect(outcome.events.allSatisfy { Journal.objection(to: $0) == nil })
      if role == .stage { #expect(outcome.events.isEmpty) }
      if let trouble = Self.trouble(desk.scene, Self.sizes.randomElement(using: &random)) {
        Issue.record("\(trouble) after \(trail.joined(separator: " "))")
        return
      }
    }
    let workshop = desk.scene.workshop
    #expect(workshop.skipped == 0)
    // As the program writes it: a filter is this terminal's own.
    var quiet = desk.scene
    quiet.focus = Focus()
    let report = Minutes.report(quiet).texts.joined(separator: "\n")
    let texts = workshop.cards.values.filter { !$0.isGone && !$0.text.isEmpty }.map(\.text)
    let lost = texts.filter { !report.contains($0) }
    #expect(lost.isEmpty, "not in the report after \(trail.joined(separator: " "))")
    let state = StateDocument(workshop, now: desk.scene.now).json()
    #expect((try? JSONSerialization.jsonObject(with: Data(state))) != nil)
  }

  /// A key that is on, twice out of three; else one that types, moves or means nothing.
  private static func key(_ scene: Scene, _ random: inout SplitMix64) -> Key {
    let other: [Key] = [
      .character("x"), .character("7"), .character("é"), .character("#"), .character("@"),
      .character(" "), .backspace, .left, .home, .control("w"), .pageDown, .function(12),
      .paste("one\ntwo #inclusion\n\n三"), .enter, .enter, .escape, .down, .tab,
    ]
    let bound = Keymap.bindings(scene).flatMap(\.keys)
    let pool = Int.random(in: 0..<3, using: &random) == 0 ? other : bound
    return pool.randomElement(using: &random) ?? .escape
  }

  /// What is wrong with a scene's screen, nil when nothing is.
  private static func trouble(_ scene: Scene, _ size: Size?) -> String? {
    guard let size else { return nil }
    let frame = View.draw(scene, size: size)
    if let cursor = frame.cursor, !frame.bounds.contains(cursor) { return "the cursor is outside" }
    let isFull = size.columns >= View.smallest.columns && size.rows >= View.smallest.rows
    let isOnStage = scene.role == .stage || scene.focus.isOnStage
    guard isFull, !isOnStage || scene.focus.overlay != nil else { return nil }
    let last = frame.text.split(separator: "\n", omittingEmptySubsequences: false).last
    return last?.isEmpty == false ? nil : "the last line is empty"
  }
}

extension Report {
  /// Every text in it, in order.
  var texts: [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .heading(_, let text), .paragraph(let text), .quote(let text, _),
        .preformatted(let text),
        .note(let text):
        [text]
      case .list(let items): items.flatMap(\.texts)
      case .facts(let facts): facts.map(\.text)
      case .table(_, let rows, _): rows.flatMap { $0 }
      case .bars(let bars, _): bars.map(\.label)
      case .picture(let picture): [picture.title, picture.description]
      case .links(let links): links.map(\.text)
      case .image(_, let text): [text]
      }
    }
  }
}

extension Report.Item {
  fileprivate var texts: [String] { [text] + children.flatMap(\.texts) }
}
