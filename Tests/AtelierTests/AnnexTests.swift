import Foundation
import Reporting
import Testing
import WorkshopCore

@testable import atelier
@testable import Shell
@testable import Voting

/// Whoever has a report, the lists or the JSON, and a pencil, comes to every result of every method.
@Suite struct AnnexTests {
  private static let grid = [("use", 10), ("cost", 5), ("fun", 2)].map { id, weight in
    Criterion(id: id, name: Localized(id.capitalized), weight: weight)
  }

  /// A revealed vote of random ballots, a blank one among them, and of hands where the method takes them.
  private func scene(_ method: Poll.Method, seed: Int) -> Scene {
    var random = SplitMix64(seed: UInt64(seed))
    var plan = Ballots.plan(method)
    if method == .criteria { (plan.criteria, plan.lowest) = (Self.grid, 0) }
    if method == .impact { plan.steps = 4 }
    if method == .dots { (plan.dots, plan.cap) = (5, 3) }
    var events = Ballots.opened(plan)
    let ballots = Int.random(in: 2...9, using: &random)
    for voter in 0..<ballots {
      let marks = voter == 1 ? [:] : marks(method, &random)
      events.append(
        .ballotCast(
          poll: Ballots.poll, voter: "v\(voter)", marks: marks,
          way: voter % 2 == 0 ? .paper : .terminal,
          reasons: method == .consent ? marks.mapValues { _ in "too dear: by far" } : nil))
    }
    if method.totals != .never, Bool.random(using: &random) {
      let totals = Ballots.options.prefix(4).map { option in
        (
          method.totals == .grades ? Poll.key("4", option) : option,
          Int.random(in: 0...7, using: &random)
        )
      }
      events.append(
        .totalsCounted(
          poll: Ballots.poll, totals: Dictionary(uniqueKeysWithValues: totals), voters: 7,
          way: .hands))
    }
    events += [
      .pollClosed(poll: Ballots.poll, cut: ["test": 999]), .pollRevealed(poll: Ballots.poll),
    ]
    return Ballots.scene(events, .facilitator)
  }

  private func marks(_ method: Poll.Method, _ random: inout SplitMix64) -> [String: Int] {
    let order = Ballots.options.shuffled(using: &random)
    let some = order.prefix(Int.random(in: 1...5, using: &random))
    func each(_ range: ClosedRange<Int>) -> [String: Int] {
      Dictionary(uniqueKeysWithValues: some.map { ($0, Int.random(in: range, using: &random)) })
    }
    switch method {
    case .dots: return [order[0]: 3, order[1]: Int.random(in: 1...2, using: &random)]
    case .single, .scale: return [order[0]: 1]
    case .approval, .consent: return each(1...1)
    case .ranking, .topFive:
      return Dictionary(uniqueKeysWithValues: some.enumerated().map { ($1, $0 + 1) })
    case .points: return each(1...20)
    case .quadratic: return each(1...1)
    case .judgment: return each(0...5)
    default:
      let parts = method == .impact ? ["impact", "effort"] : Self.grid.map(\.id)
      var marks: [String: Int] = [:]
      for option in some {
        for part in parts {
          marks[Poll.key(part, option)] = Int.random(
            in: method == .impact ? 1...4 : 0...5, using: &random)
        }
      }
      return marks
    }
  }

  private func text(_ bytes: [UInt8]?) throws -> String {
    String(decoding: try #require(bytes), as: UTF8.self)
  }

  /// - Parameter decimals: how many the file writes.
  private func compare(
    _ read: (count: PencilCount, told: [String: PencilCount.Told]), _ scene: Scene,
    decimals: Double, _ what: String
  ) throws {
    let poll = try #require(scene.workshop.poll(Ballots.poll))
    #expect(poll.refusedBallots.isEmpty && read.count.ballots.count == poll.countedBallots.count)
    try #require(read.told.count == Ballots.texts.count, "\(what): \(read.told)")
    for option in Ballots.texts {
      let (mine, told) = (read.count.standing(option), try #require(read.told[option]))
      if let score = mine.score {
        let apart = abs(score - (told.score ?? .infinity))
        #expect(apart <= decimals, "\(what) \(option): \(score), told \(told)")
      } else {
        #expect(told.score == nil, "\(what) \(option)")
      }
      if let rank = told.rank { #expect(read.count.rank(option) == rank, "\(what) \(option)") }
    }
  }

  @Test(arguments: Poll.Method.choices, 0..<12)
  func `a pencil comes to every score and rank, from the Markdown, the lists and the JSON`(
    _ method: Poll.Method, seed: Int
  ) throws {
    let scene = scene(method, seed: seed)
    let name = method.rawValue
    let annex = Markdown.render(Minutes.report(scene, chapters: [.ballots]))
    try compare(
      PencilCount.markdown(annex, method: name), scene, decimals: 0.006, "Markdown \(annex)")
    func export(_ format: ExportFormat) -> Exporting {
      Exporting(format, of: scene, session: nil, isPublic: false, hasNames: true)
    }
    let lists = export(.csv)
    let shown = PencilCount.csv(
      results: try text(lists.list("results")), ballots: try text(lists.list("ballots")),
      method: name)
    try compare(shown, scene, decimals: 0.051, "CSV")
    try compare(
      try PencilCount.json(Data(try #require(try export(.json).file()))), scene, decimals: 1e-9,
      "JSON")
  }

  @Test func `what was not scored is empty, and null in the JSON, never 0`() throws {
    var events = Ballots.opened(Ballots.plan(.impact))
    let option = Ballots.options[0]
    events += [
      .ballotCast(
        poll: Ballots.poll, voter: "v",
        marks: [Poll.key("impact", option): 1, Poll.key("effort", option): 5], way: .terminal),
      .pollClosed(poll: Ballots.poll, cut: ["test": 99]), .pollRevealed(poll: Ballots.poll),
    ]
    let scene = Ballots.scene(events, .facilitator)
    let json = try Exporting(.json, of: scene, session: nil, isPublic: false, hasNames: true).file()
    let told = try PencilCount.json(Data(try #require(json))).told
    #expect(told[Ballots.texts[0]]?.score == -4 && told[Ballots.texts[0]]?.rank == 1)
    for text in Ballots.texts.dropFirst() { #expect(told[text]?.score == nil) }
    #expect(String(decoding: try #require(json), as: UTF8.self).contains("\"score\" : null"))
    let annex = Markdown.render(Minutes.report(scene, chapters: [.ballots]))
    #expect(annex.contains("| Ballot | Impact | Effort |") && annex.contains("-4"))
    let lists = Exporting(.csv, of: scene, session: nil, isPublic: false, hasNames: true)
    let results = try text(lists.list("results")).split(separator: "\r\n").dropFirst()
    #expect(results.first?.contains(",-4,") == true)
    #expect(results.dropFirst().allSatisfy { $0.contains(",,") && !$0.contains(",0,0,") })
  }

  @Test func `the receipt of a ballot stands beside it in every list`() throws {
    let scene = scene(.dots, seed: 1)
    let receipts = try #require(scene.workshop.poll(Ballots.poll)).anonymousBallots
      .compactMap(\.receipt)
    try #require(!receipts.isEmpty)
    let annex = Markdown.render(Minutes.report(scene, chapters: [.ballots]))
    let lists = Exporting(.csv, of: scene, session: nil, isPublic: false, hasNames: true)
    let ballots = try text(lists.list("ballots"))
    for receipt in receipts { #expect(annex.contains(receipt) && ballots.contains(receipt)) }
  }
}
