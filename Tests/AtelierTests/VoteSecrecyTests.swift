import Foundation
import Reporting
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import atelier
@testable import Shell
@testable import Voting

/// Before the result nothing anywhere tells what was marked: two rooms in which the same people voted
/// for other things cannot be told apart, on any screen and in any file.
@Suite struct VoteSecrecyTests {
  private static let sizes = [(60, 15), (80, 24), (120, 40)].map {
    Size(columns: $0, rows: $1)
  }
  /// What nothing else on screen or in a file says.
  private static let signs = ["7193", "6427", "Zquiet", "Znever"]

  /// Five marked ballots and, where the method takes them, hands; `turn` moves every mark to the option
  /// that comes so much later.
  private func cast(_ method: Poll.Method, turn: Int) throws -> [Event] {
    let options = Ballots.options
    func turned(_ key: String) -> String {
      let parts = Poll.parts(key).map { [$0.part, $0.option] } ?? [key]
      guard let option = parts.last, let index = options.firstIndex(of: option) else { return key }
      let other = options[(index + turn) % options.count]
      return parts.count == 2 ? Poll.key(parts[0], other) : other
    }
    func turnedAll<Value>(_ values: [String: Value]) -> [String: Value] {
      Dictionary(uniqueKeysWithValues: values.map { (turned($0), $1) })
    }
    let ballots = try Ballots.cast(method).map { event -> Event in
      guard
        case .ballotCast(let poll, let voter, var marks, let way, let person, let reasons) = event
      else { throw InVain() }
      var why = reasons?.mapValues { _ in turn == 0 ? "Zquiet" : "Znever" }
      if method == .consent, marks.isEmpty {
        marks = [options[0]: 1]
        why = [options[0]: turn == 0 ? "Zquiet" : "Znever"]
      }
      try #require(!marks.isEmpty, "every ballot is marked")
      return .ballotCast(
        poll: poll, voter: voter, marks: turnedAll(marks), way: way, person: person,
        reasons: why.map(turnedAll))
    }
    let totals: [String: Int] =
      switch method.totals {
      case .never: [:]
      case .options: [options[0]: 7193, options[1]: 6427]
      case .grades: [Poll.key("5", options[0]): 7193, Poll.key("3", options[0]): 6427]
      }
    let hands = Event.totalsCounted(
      poll: Ballots.poll, totals: turnedAll(totals), voters: 9, way: .hands)
    return ballots + (totals.isEmpty ? [] : [hands])
  }

  /// The room while the vote is open, and once it is closed.
  private func rooms(_ method: Poll.Method, turn: Int) throws -> [[Event]] {
    let open = Ballots.opened(Ballots.plan(method))
    let cast = try cast(method, turn: turn)
    let closed = Event.pollClosed(
      poll: Ballots.poll, cut: ["test": open.count + cast.count + 1],
      counts: cast.indices.filter { if case .totalsCounted = cast[$0] { true } else { false } }
        .map { EntryID(writer: "test", sequence: open.count + $0 + 2) })
    return [open + cast, open + cast + [closed]]
  }

  /// Everybody who might look on: each role, somebody else's ballot with a code among them.
  private func scenes(_ events: [Event], _ role: Role) throws -> [Scene] {
    let token = try #require(Token("k7f3m-2q9x4"))
    var scene = Ballots.scene(events + [.tokensIssued(marks: [token.mark])], role)
    scene.me = "Louis"
    guard role == .ballot else { return [scene] }
    scene.focus.booth = Booth(token: token, login: "other")
    return [scene, Desk.scene(scene, "Space", "Enter")]
  }

  /// Every screen that one key leads to, but for the one that reveals.
  private func frames(_ scene: Scene) -> [String] {
    let keys = Keymap.bindings(scene).flatMap(\.keys).map(\.label)
    let after = keys.map { Desk.scene(scene, $0) }.filter { after in
      !after.workshop.polls.contains(where: \.isRevealed)
    }
    return Self.sizes.map { View.draw(scene, size: $0).text }
      + after.map { View.draw($0, size: Self.sizes[2]).text }
  }

  /// Every file that the program writes by itself or is asked for.
  private func files(_ scene: Scene) throws -> [String] {
    var files: [[UInt8]] = [
      StateDocument(scene.workshop, now: scene.now).json(),
      Array(Markdown.render(Minutes.report(scene)).utf8),
    ]
    for format in ExportFormat.all where format.isText {
      for isPublic in [false, true] {
        let export = Exporting(
          format, of: scene, session: nil, isPublic: isPublic, hasNames: true, detail: .full)
        files += [try export.file()].compactMap { $0 } + export.lists().map(\.bytes)
        files += try export.handovers().map(\.bytes)
      }
    }
    return files.map { String(decoding: $0, as: UTF8.self) }
  }

  private func compare(_ one: [String], _ other: [String], _ what: String) throws {
    try #require(one.count == other.count && !one.isEmpty)
    for (one, other) in zip(one, other) {
      #expect(one == other, "\(what) tells one room from the other")
      for sign in Self.signs { #expect(!one.contains(sign), "\(what) says \(sign)") }
    }
  }

  @Test(arguments: Poll.Method.choices, Role.allCases)
  func `no screen of any role tells what was marked before the result`(
    _ method: Poll.Method, _ role: Role
  ) throws {
    for (one, other) in zip(try rooms(method, turn: 0), try rooms(method, turn: 2)) {
      for (a, b) in zip(try scenes(one, role), try scenes(other, role)) {
        try compare(frames(a), frames(b), "\(role)")
      }
    }
  }

  @Test(arguments: Poll.Method.choices)
  func `no file tells what was marked before the result`(_ method: Poll.Method) throws {
    for (one, other) in zip(try rooms(method, turn: 0), try rooms(method, turn: 2)) {
      let scenes = [one, other].map { Ballots.scene($0, .facilitator) }
      try compare(files(scenes[0]), files(scenes[1]), "a file")
    }
  }

  /// Else the two rooms would be alike for nothing.
  @Test(arguments: Poll.Method.choices)
  func `after the result the two rooms differ`(_ method: Poll.Method) throws {
    let closed = try [0, 2].map { try #require(try rooms(method, turn: $0).last) }
    let scenes = closed.map {
      Ballots.scene($0 + [.pollRevealed(poll: Ballots.poll)], .facilitator)
    }
    let polls = scenes.compactMap { $0.workshop.poll(Ballots.poll) }
    #expect(polls.count == 2 && polls.allSatisfy { $0.refusedBallots.isEmpty && $0.voters >= 5 })
    let all = try scenes.map(files)
    for (one, other) in zip(all[0], all[1]).prefix(2) { #expect(one != other) }
    let stages = closed.map { Ballots.scene($0 + [.pollRevealed(poll: Ballots.poll)]) }
    let texts = stages.map { View.draw($0, size: Self.sizes[2]).text }
    #expect(texts[0] != texts[1])
  }
}
