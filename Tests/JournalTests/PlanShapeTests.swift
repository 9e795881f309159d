import Foundation
import Testing
import WorkshopCore

@testable import Journaling

/// The table of what a plan may hold, held against the decoder, the writer and the schema.
struct PlanShapeTests {
  /// A plan in which everything has a value that is not as usual.
  static let full: Plan = {
    var poll = PollPlan(method: .criteria, dots: 4, cap: 2, winners: 1)
    poll.criteria = [Criterion(id: "c", name: "C", weight: 10)]
    (poll.steps, poll.lowest, poll.grades, poll.spendsAll) = (4, 0, 5, true)
    (poll.fewest, poll.quorum, poll.own) = (2, 9, .refused)
    (poll.namesVoters, poll.clusters, poll.adds) = (true, true, true)
    (poll.proxies, poll.fund) = (2, 5_000_000)
    let corners = Matrix.Quadrants(
      topLeft: "a", topRight: "b", bottomLeft: "c", bottomRight: "d")
    let axis = Matrix.Axis(field: "f", title: "F")
    let activity = Activity(
      id: "a", title: "A", kind: "poll", phase: .act, minutes: 9, minimum: 1, maximum: 20,
      priority: .could, isFixed: true, start: "10:00", delay: 2, isDropped: true, question: "Q",
      points: ["P"], script: "S", lead: "Ana Keller", material: "M", output: "O", board: "b",
      warmUp: "weather",
      rounds: [
        Round(
          id: "r", title: "R", who: "Ana Keller", theme: "t",
          segments: [Segment(title: "S", minutes: 3, step: 1, form: .pairs)])
      ], each: "b", eachCount: 3, eachAfter: "a", flow: .all, deck: "persona", deal: .short,
      sheet: "idea", canvas: "social", isMini: true, poll: poll, method: "brainwriting",
      sets: [
        "columns": "theme", "sort": "text", "closed": "yes", "revealed": "2", "frozen": "no",
        "sealed": "no", "room": "newest",
      ], rotates: true, keeps: "K", matrix: Matrix(across: axis, up: axis, quadrants: corners),
      saysNext: true)
    return Plan(
      title: "T", summary: "S", language: "fr", goal: "G",
      themes: [Theme(id: "t", name: "T", challenge: "C", sponsor: "S")],
      people: [
        Person(
          id: "p", name: "Ana Keller", organisation: "O", role: "R", cohort: "C", origin: "O",
          availability: "A", joinedOn: "2026-01-02", email: "a@b.c", isStakeholder: true)
      ], tables: 7,
      boards: [
        Board(
          id: "b", title: "B", question: "Q", sheet: "idea", columns: .table,
          zones: [Zone(id: "z", title: "Z")], canvas: "social", about: "x", sort: .text,
          isClosed: true, isFrozen: true, isSealed: true)
      ],
      sessions: [
        Session(
          id: "s", title: "S", date: "2026-11-23", start: "08:00", place: "P", before: ["B"],
          activities: [activity], planned: "2026-11-22", bring: "B", next: "2026-12-01 09:00")
      ],
      programme: Programme(
        call: Programme.Call(
          text: "T", opens: "2026-01-01", closes: "2026-02-01", who: "W", rules: "R",
          isAnonymous: true),
        traits: Dictionary(
          uniqueKeysWithValues: Programme.Trait.allCases.map { ($0, Localized($0.rawValue)) }),
        fund: Programme.Fund(name: "F", amount: "12", currency: "EUR"),
        earlier: [
          EarlierProgramme(
            id: "e", name: "E", years: "2017", municipalities: "3", projects: "4", money: "5")
        ]), lead: "L", commissioner: "C", reach: "R",
      written: [EntryID(writer: "ana", sequence: 3)], id: "w")
  }()

  /// Every object of a text with the shape it has.
  private func objects(
    _ node: JSONText.Node, _ value: PlanShape.Value
  ) -> [(shape: PlanShape, keys: [String])] {
    switch (node.value, value) {
    case (.object(let members), .object(let shape)):
      [(shape, members.map(\.key))]
        + members.flatMap { member in
          shape.key(member.key).map { objects(member.node, $0.value) } ?? []
        }
    case (.array(let elements), .list(let element)):
      elements.flatMap { objects($0, element) }
    default: []
    }
  }

  @Test func `the table has the keys that a plan is decoded from, and no others`() throws {
    let data = try JSONEncoder().encode(Self.full)
    let found = objects(try JSONText([UInt8](data)).root, .object(.plan))
    for (shape, keys) in found {
      #expect(Set(keys) == Set(shape.keys.map(\.name)), "\(shape.name)")
    }
    #expect(Set(found.map(\.shape.name)) == Set(PlanShape.all.map(\.name)))
  }

  @Test func `what is usual is left out, and everything else is written in order`() throws {
    let bytes = try #require(PlanText.bytes(of: Self.full))
    #expect(try PlanText.plan(from: bytes).plan == Self.full)
    for (shape, keys) in objects(try JSONText(bytes).root, .object(.plan)) {
      #expect(keys == shape.keys.map(\.name), "\(shape.name)")
    }
    let bare = Plan(
      title: "T", boards: [Board(id: "b", title: "B")],
      sessions: [
        Session(
          id: "s", title: "S",
          activities: [Activity(id: "a", title: "A", kind: "board", minutes: 5)])
      ])
    let text = String(decoding: try #require(PlanText.bytes(of: bare)), as: UTF8.self)
    #expect(
      text == """
        {
          "v": 1,
          "title": "T",
          "boards": [
            { "id": "b", "title": "B" }
          ],
          "sessions": [
            {
              "id": "s",
              "title": "S",
              "activities": [
                { "id": "a", "title": "A", "kind": "board", "minutes": 5 }
              ]
            }
          ]
        }

        """)
    #expect(try PlanText.plan(from: Array(text.utf8)).plan == bare)
  }

  @Test func `a verbose file of before stays readable, and reads the same`() throws {
    let data = try JSONEncoder().encode(Self.full)
    #expect(try PlanText.plan(from: [UInt8](data)).plan == Self.full)
    #expect(PlanText.problems(in: [UInt8](data), words: PlanReaderTests.words) == [])
  }

  @Test func `keys of one's own stay where they were written`() throws {
    let place = Place()
    let directory = try place.workshop()
    let text = PlanReaderTests.sound.replacing(#""sheet": "idea""#, with: #""x-wall": "north""#)
      .replacing(#""phase": "scan""#, with: #""x-slides": ["a", 1.5]"#)
      .replacing(#""goal":"#, with: #""gaol":"#)
    try directory.put(Array(text.utf8), "workshop.json")
    var file = try PlanFile(directory)
    var plan = file.plan
    plan.boards.reverse()
    plan.sessions[0].activities.swapAt(0, 1)
    plan.title = "Other"
    try file.save(plan)
    let root = try JSONText(try directory.bytes(of: "workshop.json")).root
    #expect(root["gaol"]?.text == "Fewer queues", "a misspelt key is told, and not thrown away")
    #expect(root["x-note"]?["price"]?.number == "12.5")
    #expect(root["boards"]?.elements[1]["x-wall"]?.text == "north")
    #expect(root["boards"]?.elements[0]["x-wall"] == nil)
    let activity = root["sessions"]?.elements[0]["activities"]?.elements[1]
    #expect(activity?["x-slides"]?.elements.count == 2)
    #expect(file.reload() == false && file.plan == plan)
  }

  /// A generator that gives the same numbers each time.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private static let texts = [
    "", "A \"b\"\\ \n\t", "Műhely – été", "👩‍👩‍👧‍👦", "\u{0}\u{7}\u{85}\u{2028}", "yes", "no",
    "2026-11-23", "x", "[]",
    "09:00", "must", "0", "7", "1440", "scan",
  ]

  @Test(arguments: 0..<12) func `any edits, written and read again, are the same plan`(
    seed: UInt64
  ) throws {
    var dice = Dice(state: seed)
    var plan = Bool.random(using: &dice) ? Self.full : Sample.plan
    var file = try #require(PlanText.bytes(of: plan))
    for step in 0..<40 {
      let text = Self.texts.randomElement(using: &dice) ?? ""
      let day = plan.sessions.indices.randomElement(using: &dice) ?? 0
      let count = plan.sessions.isEmpty ? 0 : plan.sessions[day].activities.count
      switch Int.random(in: 0..<9, using: &dice) {
      case 0:
        let fields = ["tables", "goal", "earlier/e/money", "earlier/n/name"]
        let all = fields + Programme.Field.allCases.map(\.rawValue)
        plan.set(all.randomElement(using: &dice) ?? "", to: text)
      case 1 where !plan.sessions.isEmpty:
        let fields = ["title", "date", "planned", "start", "place", "bring", "next"]
        plan.sessions[day].set(fields.randomElement(using: &dice) ?? "", to: text)
      case 2, 3,
        4 where count > 0:
        let keys = PlanShape.activity.keys.map(\.name) + ["rounds/r/who", "rounds/r/0"]
        let at = Int.random(in: 0..<count, using: &dice)
        plan.sessions[day].activities[at].set(keys.randomElement(using: &dice) ?? "", to: text)
      case 5:
        plan.boards.append(Board(id: "b\(step)", title: Localized(text), isClosed: step % 2 == 0))
      case 6:
        let acts = [
          Activity(id: "n\(step)", title: Localized(text), kind: "board", minutes: step)
        ]
        plan.sessions.append(Session(id: "s\(step)", title: Localized(text), activities: acts))
      case 7 where count > 1:
        plan.sessions[day].activities.swapAt(0, count - 1)
      case 8 where count > 1:
        plan.sessions[day].activities.removeLast()
      default:
        plan.title = Localized(texts: ["hu": text, "en": "T", "pl": "x"])
      }
      file = try #require(PlanText.bytes(of: plan, over: file))
      #expect(try PlanText.plan(from: file).plan == plan)
      #expect(PlanText.bytes(of: plan, over: file) == file)
    }
  }

  @Test func `a small change of the plan is a small change of the file`() throws {
    func lines(_ plan: Plan) throws -> [Substring] {
      String(decoding: try #require(PlanText.bytes(of: plan)), as: UTF8.self).split(separator: "\n")
    }
    var plan = Self.full
    let before = try lines(plan)
    plan.sessions[0].activities[0].minutes += 1
    #expect(try lines(plan).difference(from: before).count == 2)
    plan = Self.full
    plan.language = "en"
    #expect(try lines(plan).difference(from: before).count == 1)
  }

  // MARK: The schema

  @Test func `the schema takes sound plans and refuses what check refuses`() throws {
    let schema = try Schema(PlanSchema.text(PlanReaderTests.words) { $0 })
    let full = try JSONEncoder().encode(Self.full)
    #expect(try schema.accepts(String(decoding: full, as: UTF8.self)))
    #expect(try schema.accepts(PlanReaderTests.sound))
    for slip in PlanReaderTests.cases where !slip.isBeyondSchema {
      let text = PlanReaderTests.sound
      let range = try #require(text.range(of: slip.old))
      let broken = text.replacingCharacters(in: range, with: slip.new)
      #expect(try !schema.accepts(broken), "\(slip.new)")
    }
  }

  /// As much of JSON Schema as ours uses.
  private struct Schema {
    let root: [String: Any]

    init(_ text: String) throws {
      root = try #require(
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    func accepts(_ text: String) throws -> Bool {
      matches(try JSONSerialization.jsonObject(with: Data(text.utf8)), root)
    }

    private func matches(_ value: Any, _ schema: [String: Any]) -> Bool {
      if let name = schema["$ref"] as? String {
        let definitions = root["$defs"] as? [String: [String: Any]]
        guard let other = definitions?[String(name.dropFirst("#/$defs/".count))] else {
          return false
        }
        return matches(value, other)
      }
      if let any = schema["anyOf"] as? [[String: Any]] {
        return any.contains { matches(value, $0) }
      }
      if let words = schema["enum"] as? [String] {
        return (value as? String).map(words.contains) ?? false
      }
      let types = (schema["type"] as? [String]) ?? [schema["type"] as? String ?? ""]
      guard types.contains(where: { isOf($0, value) }) else { return false }
      if let text = value as? String {
        if let pattern = schema["pattern"] as? String,
          text.range(of: pattern, options: .regularExpression) == nil
        {
          return false
        }
        return text.count >= schema["minLength"] as? Int ?? 0
      }
      if let list = value as? [Any] {
        let items = schema["items"] as? [String: Any] ?? [:]
        return list.allSatisfy { matches($0, items) }
      }
      if let object = value as? [String: Any] { return matches(object, schema) }
      guard let number = value as? NSNumber, types != ["boolean"] else { return true }
      return (schema["minimum"] as? Int ?? .min)...(schema["maximum"] as? Int ?? .max)
        ~= number.intValue
    }

    private func matches(_ object: [String: Any], _ schema: [String: Any]) -> Bool {
      let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
      for name in schema["required"] as? [String] ?? [] where object[name] == nil { return false }
      return object.allSatisfy { name, value in
        if let property = properties[name] { return matches(value, property) }
        if let other = schema["additionalProperties"] as? [String: Any] {
          return matches(value, other)
        }
        return name.hasPrefix("x-")
      }
    }

    private func isOf(_ type: String, _ value: Any) -> Bool {
      let isFlag = (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? false
      return switch type {
      case "string": value is String
      case "boolean": value is Bool && isFlag
      case "integer":
        !isFlag && (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
      case "number": !isFlag && value is NSNumber
      case "array": value is [Any]
      default: value is [String: Any]
      }
    }
  }
}
