import Foundation
import Testing
import WorkshopCore

@testable import Journaling

/// A plan read strictly: each slip with its line and what was meant.
struct PlanReaderTests {
  static let words: PlanWords = {
    var words = PlanWords()
    words[.kind] = [
      PlanWords.Word("plenary", ["Plenary"]), PlanWords.Word("board", ["Board"]),
      PlanWords.Word("poll", ["Vote", "Szavazás"]), PlanWords.Word("break", ["Break", "Szünet"]),
      PlanWords.Word("warm-up", ["Warm-up"]), PlanWords.Word("talk", ["Talks"]),
      PlanWords.Word("check-out", ["Check-out"]), PlanWords.Word("sign-up", ["Sign-up"]),
      PlanWords.Word("canvas"), PlanWords.Word("persona"),
    ]
    words[.language] = [
      PlanWords.Word("en", ["English"]), PlanWords.Word("fr", ["français"]),
      PlanWords.Word("hu", ["magyar"]),
    ]
    words[.sheet] = [PlanWords.Word("idea", ["Idea"]), PlanWords.Word("action", ["Next step"])]
    words[.canvas] = [PlanWords.Word("social"), PlanWords.Word("mission")]
    words[.deck] = [PlanWords.Word("persona")]
    words[.warmUp] = [PlanWords.Word("mah-zunga"), PlanWords.Word("weather")]
    words[.method] = [PlanWords.Word("brainwriting"), PlanWords.Word("silent-writing")]
    return words
  }()

  /// A sound plan; each case changes one place of it.
  static let sound = """
    {
      "title": "Morning",
      "language": "en",
      "goal": "Fewer queues",
      "tables": 4,
      "x-note": { "price": 12.5, "kind": "any" },
      "themes": [{ "id": "access", "name": "Access" }],
      "people": [
        { "id": "ana", "name": "Ana Keller", "role": "expert", "joinedOn": "2026-11-02" },
        { "id": "bo", "name": "Bo Lind", "stakeholder": true }
      ],
      "boards": [
        { "id": "ideas", "title": "Ideas", "sheet": "idea", "columns": "theme", "sort": "voices" },
        { "id": "sketch", "title": "Sketch", "canvas": "social", "zones": [{ "id": "z", "title": "Z" }] }
      ],
      "sessions": [
        {
          "id": "day",
          "title": { "en": "Day", "fr": "Jour" },
          "date": "2026-11-23",
          "start": "09:00",
          "place": "Town hall",
          "activities": [
            { "id": "open", "kind": "plenary", "phase": "scan", "minutes": 10, "lead": "Ana Keller" },
            { "id": "game", "kind": "warm-up", "minutes": 5, "warmUp": "weather" },
            { "id": "talks", "kind": "talk", "minutes": 20, "rounds": [
              { "title": "Facts", "who": "Bo Lind", "theme": "access",
                "segments": [{ "title": "Talk", "minutes": 20 }] }] },
            { "id": "write", "kind": "board", "minutes": 30, "board": "ideas", "priority": "should",
              "method": "brainwriting", "question": "What helps?", "fixed": true,
              "minimum": 20, "sets": { "closed": "yes", "columns": "zone" }, "start": "09:35" },
            { "id": "vote", "kind": "poll", "minutes": 15, "board": "ideas",
              "poll": { "method": "dots", "dots": 3, "winners": 2 } },
            { "id": "end", "kind": "check-out", "minutes": 10, "flow": "all", "dropped": false }
          ]
        }
      ]
    }
    """

  struct Case: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let line: Int
    /// What was meant; nil: nobody can tell.
    let meant: String?
    /// The schema cannot know it: names in the plan itself, what two keys say together, JSON's own rules.
    var isBeyondSchema = false
    var testDescription: String { new }

    init(_ old: String, _ new: String, _ line: Int, _ meant: String?, beyondSchema: Bool = false) {
      self.old = old
      self.new = new
      self.line = line
      self.meant = meant
      isBeyondSchema = beyondSchema
    }
  }

  static let cases: [Case] = [
    // Keys.
    Case(#""goal":"#, #""gaol":"#, 4, "goal"), Case(#""goal":"#, #""Goal":"#, 4, "goal"),
    Case(#""goal":"#, #""objective":"#, 4, "goal"), Case(#""goal":"#, #""weather":"#, 4, nil),
    Case(#""tables":"#, #""table":"#, 5, "tables"), Case(#""tables":"#, #""tabels":"#, 5, "tables"),
    Case(#""themes":"#, #""temas":"#, 7, "themes"), Case(#""themes":"#, #""topics":"#, 7, "themes"),
    Case(#""people":"#, #""participants":"#, 8, "people"),
    Case(#""people":"#, #""peolpe":"#, 8, "people"),
    Case(#""boards":"#, #""bords":"#, 12, "boards"),
    Case(#""sessions":"#, #""days":"#, 16, "sessions"),
    Case(#""sessions":"#, #""seances":"#, 16, "sessions"),
    Case(#""place":"#, #""location":"#, 22, "place"),
    Case(#""place":"#, #""palce":"#, 22, "place"),
    Case(#""date":"#, #""datum":"#, 20, "date"), Case(#""date":"#, #""dates":"#, 20, "date"),
    Case(#""activities":"#, #""agenda":"#, 23, "activities"),
    Case(#""activities":"#, #""activites":"#, 23, "activities"),
    Case(#""question":"#, #""qestion":"#, 30, "question"),
    Case(#""question":"#, #""bananas":"#, 30, nil),
    Case(#""priority":"#, #""prioritiy":"#, 29, "priority"),
    Case(#""method": "brain"#, #""methode": "brain"#, 30, "method"),
    Case(#""minimum":"#, #""min":"#, 31, "minimum"),
    Case(#""sets":"#, #""set":"#, 31, "sets"), Case(#""flow":"#, #""flwo":"#, 34, "flow"),
    Case(#""dropped":"#, #""skipped":"#, 34, "dropped"),
    Case(#""warmUp":"#, #""warmup":"#, 25, "warmUp"),
    Case(#""warmUp":"#, #""warm-up":"#, 25, "warmUp"),
    Case(#""rounds":"#, #""turns":"#, 26, "rounds"), Case(#""who":"#, #""speaker":"#, 27, "who"),
    Case(#""segments":"#, #""parts":"#, 28, "segments"),
    Case(#""dots":"#, #""dotz":"#, 33, "dots"), Case(#""winners":"#, #""winner":"#, 33, "winners"),
    Case(#""poll":"#, #""vote":"#, 33, "poll"),
    Case(#""columns": "theme"#, #""colums": "theme"#, 13, "columns"),
    Case(#""sort":"#, #""srot":"#, 13, "sort"), Case(#""role":"#, #""rol":"#, 9, "role"),
    Case(#""joinedOn":"#, #""joined":"#, 9, "joinedOn"),
    Case(#""stakeholder":"#, #""stakholder":"#, 10, "stakeholder"),
    Case(#""closed": "yes""#, #""colsed": "yes""#, 31, "closed"),
    Case(#""title": "Morning","#, #""name": "Morning", "title": "M","#, 2, nil),
    // Kinds, languages and other names.
    Case(#""kind": "poll""#, #""kind": "vote""#, 32, "poll"),
    Case(#""kind": "poll""#, #""kind": "Poll""#, 32, "poll"),
    Case(#""kind": "poll""#, #""kind": "szavazás""#, 32, "poll"),
    Case(#""kind": "poll""#, #""kind": "pol""#, 32, "poll"),
    Case(#""kind": "poll""#, #""kind": "survey""#, 32, "poll"),
    Case(#""kind": "poll""#, #""kind": "bananas""#, 32, nil),
    Case(#""kind": "plenary""#, #""kind": "plenery""#, 24, "plenary"),
    Case(#""kind": "plenary""#, #""kind": "pause""#, 24, "break"),
    Case(#""kind": "plenary""#, #""kind": "coffee break""#, 24, "break"),
    Case(#""kind": "plenary""#, #""kind": """#, 24, nil),
    Case(#""kind": "warm-up""#, #""kind": "warmup""#, 25, "warm-up"),
    Case(#""kind": "warm-up""#, #""kind": "Warm up""#, 25, "warm-up"),
    Case(#""kind": "talk""#, #""kind": "presentation""#, 26, "talk"),
    Case(#""kind": "check-out""#, #""kind": "checkout""#, 34, "check-out"),
    Case(#""kind": "check-out""#, #""kind": "closing""#, 34, "check-out"),
    Case(#""language": "en""#, #""language": "de""#, 3, nil),
    Case(#""language": "en""#, #""language": "English""#, 3, "en"),
    Case(#""language": "en""#, #""language": "EN""#, 3, "en"),
    Case(#""language": "en""#, #""language": "français""#, 3, "fr"),
    Case(#""fr": "Jour""#, #""de": "Tag""#, 19, nil, beyondSchema: true),
    Case(#""sheet": "idea""#, #""sheet": "ideas""#, 13, "idea"),
    Case(#""sheet": "idea""#, #""sheet": "next step""#, 13, "action"),
    Case(#""canvas": "social""#, #""canvas": "socail""#, 14, "social"),
    Case(#""warmUp": "weather""#, #""warmUp": "wether""#, 25, "weather"),
    Case(#""method": "brainwriting""#, #""method": "brain writing""#, 30, "brainwriting"),
    Case(
      #""minutes": 15, "board": "ideas""#, #""minutes": 15, "board": "idea""#, 32, "ideas",
      beyondSchema: true),
    Case(
      #""minutes": 15, "board": "ideas""#, #""minutes": 15, "board": "Sketch""#, 32, "sketch",
      beyondSchema: true),
    Case(
      #""minutes": 15, "board": "ideas""#, #""minutes": 15, "board": "wardrobe""#, 32, nil,
      beyondSchema: true),
    Case(#""theme": "access""#, #""theme": "acces""#, 27, "access", beyondSchema: true),
    Case(#""who": "Bo Lind""#, #""who": "Bo Lynd""#, 27, "Bo Lind", beyondSchema: true),
    Case(#""lead": "Ana Keller""#, #""lead": "Anna Keller""#, 24, "Ana Keller", beyondSchema: true),
    Case(#""lead": "Ana Keller""#, #""lead": "Somebody Else""#, 24, nil, beyondSchema: true),
    // Words.
    Case(#""phase": "scan""#, #""phase": "scna""#, 24, "scan"),
    Case(#""phase": "scan""#, #""phase": "Explore""#, 24, "scan"),
    Case(#""priority": "should""#, #""priority": "shuld""#, 29, "should"),
    Case(#""priority": "should""#, #""priority": "optional""#, 29, "could"),
    Case(#""columns": "theme""#, #""columns": "themes""#, 13, "theme"),
    Case(#""sort": "voices""#, #""sort": "votes""#, 13, "voices"),
    Case(#""method": "dots""#, #""method": "dotz""#, 33, "dots"),
    Case(#""method": "dots""#, #""method": "top-five""#, 33, "topFive"),
    Case(#""method": "dots""#, #""method": "majority judgment""#, 33, "judgment"),
    Case(#""flow": "all""#, #""flow": "al""#, 34, "all"),
    Case(#""columns": "zone" }"#, #""columns": "zones" }"#, 31, "zone"),
    // Times, days, numbers.
    Case(#""start": "09:00""#, #""start": "9h""#, 21, "09:00"),
    Case(#""start": "09:00""#, #""start": "9.30""#, 21, "09:30"),
    Case(#""start": "09:00""#, #""start": "0930""#, 21, "09:30"),
    Case(#""start": "09:00""#, #""start": "25:00""#, 21, nil),
    Case(#""start": "09:00""#, #""start": "2 pm""#, 21, "14:00"),
    Case(#""start": "09:00""#, #""start": 9"#, 21, nil),
    Case(#""fixed": true,"#, #""fixed": false,"#, 31, nil, beyondSchema: true),
    Case(#""date": "2026-11-23""#, #""date": "2026-11-31""#, 20, nil, beyondSchema: true),
    Case(#""date": "2026-11-23""#, #""date": "23.11.2026""#, 20, "2026-11-23"),
    Case(#""date": "2026-11-23""#, #""date": "2026/11/3""#, 20, "2026-11-03"),
    Case(#""joinedOn": "2026-11-02""#, #""joinedOn": "2026-11-2""#, 9, "2026-11-02"),
    Case(#""minutes": 10, "lead""#, #""minutes": "10", "lead""#, 24, "10"),
    Case(#""minutes": 10, "lead""#, #""minutes": "10 min", "lead""#, 24, "10"),
    Case(#""minutes": 10, "lead""#, #""minutes": -5, "lead""#, 24, nil),
    Case(#""minutes": 10, "lead""#, #""minutes": 2000, "lead""#, 24, nil),
    Case(#""minutes": 10, "lead""#, #""minutes": 7.5, "lead""#, 24, nil),
    Case(#""minutes": 10, "lead""#, #""lead""#, 24, nil),
    Case(#""tables": 4"#, #""tables": 0"#, 5, nil),
    Case(#""tables": 4"#, #""tables": "4""#, 5, "4"),
    Case(#""dots": 3"#, #""dots": 0"#, 33, nil),
    Case(#""fixed": true"#, #""fixed": "yes""#, 30, "true"),
    Case(#""dropped": false"#, #""dropped": "nem""#, 34, "false"),
    Case(#""stakeholder": true"#, #""stakeholder": 1"#, 10, "true"),
    // What JSON asks for, and ids.
    Case(#""goal": "Fewer queues","#, #""goal": "Fewer queues""#, 4, nil, beyondSchema: true),
    Case(#""tables": 4,"#, #""tables": 4, // five?"#, 5, nil, beyondSchema: true),
    Case(#""dropped": false }"#, #""dropped": false, }"#, 34, nil, beyondSchema: true),
    Case(#""goal":"#, #""title":"#, 4, nil, beyondSchema: true),
    Case(#""id": "vote""#, #""id": "write""#, 32, nil, beyondSchema: true),
    Case(#""id": "sketch""#, #""id": "ideas""#, 14, nil, beyondSchema: true),
    Case(#""id": "bo""#, #""id": "ana""#, 10, nil, beyondSchema: true),
    Case(#""id": "bo""#, #""id": " ""#, 10, nil, beyondSchema: true),
    Case(#""id": "access", "#, "", 7, nil),
  ]

  static func problems(_ text: String) -> [PlanProblem] {
    PlanText.problems(in: Array(text.utf8), words: words)
  }

  @Test func `a sound plan has nothing wrong`() {
    #expect(Self.problems(Self.sound) == [])
    #expect(Self.cases.count >= 100)
  }

  @Test(arguments: cases) func `a slip is told with its line and what was meant`(
    slip: Case
  ) throws {
    try #require(Self.sound.contains(slip.old))
    let range = try #require(Self.sound.range(of: slip.old))
    let problems = Self.problems(Self.sound.replacingCharacters(in: range, with: slip.new))
    let found = problems.first { $0.line == slip.line && $0.suggestion == slip.meant }
    #expect(
      found != nil,
      "\(problems.map { "\($0.line):\($0.column) \($0.text) → \($0.suggestion ?? "-")" })")
  }

  @Test func `every slip is told in one run, what weighs most first`() {
    var text = Self.sound
    for (old, new) in [
      (#""kind": "poll""#, #""kind": "vote""#), (#""question":"#, #""qestion":"#),
      (#""language": "en""#, #""language": "de""#), (#""start": "09:00""#, #""start": "25:00""#),
      (#""dots": 3"#, #""dotz": 3"#), (#""goal":"#, #""bananas":"#),
      (#""dropped": false }"#, #""dropped": false, }"#),
    ] { text = text.replacing(old, with: new, maxReplacements: 1) }
    let problems = Self.problems(text)
    #expect(problems.map(\.line) == [21, 34, 3, 32, 4, 30, 33])
    #expect(problems.map(\.weight) == problems.map(\.weight).sorted())
  }

  @Test func `a running workshop says of a plan it cannot use what check says first`() throws {
    let text = Self.sound.replacing(#""priority": "should""#, with: #""priority": "shuld""#)
    let first = try #require(Self.problems(text).first)
    #expect(throws: JournalError.planRefused(first)) {
      try PlanText.plan(from: Array(text.utf8))
    }
  }

  @Test func `keys of one's own are left alone, whatever they hold`() {
    let own = #""x-anything": [1.5, null, { "kind": "vote", "minutes": "x" }], "x-": 1e9,"#
    #expect(Self.problems(Self.sound.replacing(#""goal":"#, with: own + #""goal":"#)) == [])
    #expect(Self.problems(Self.sound.replacing(#""sort":"#, with: #""x-sort": {}, "sort":"#)) == [])
  }

  @Test func `a hostile plan is read in bounds`() {
    let keys = (0..<5_000).map { "\"k\($0)\": 1" }.joined(separator: ",")
    let many = Self.problems("{\"title\": \"a\", \(keys)}")
    #expect(many.count == 201 && many.last?.reason == .more(4_800))
    let boards = (0..<3_000).map { "{\"id\": \"board-\($0)\"}" }.joined(separator: ",")
    let acts = (0..<300).map {
      "{\"id\": \"a\($0)\", \"kind\": \"board\", \"minutes\": 1, \"board\": \"bord-\($0)\"}"
    }.joined(separator: ",")
    let wide = Self.problems(
      "{\"title\": \"a\", \"boards\": [\(boards)], \"sessions\": [{\"id\": \"s\", \"activities\": [\(acts)]}]}"
    )
    #expect(wide.count == 201)
    #expect(Self.problems(String(repeating: "[", count: 20_000)).first?.reason == .tooDeep)
    let deep = Self.problems(String(repeating: "{\"a\":", count: 20_000))
    #expect(deep.map(\.reason) == [.tooDeep, .unknownKey("a"), .unreadRest])
    let long = String(repeating: "é", count: 100_000)
    let told = Self.problems("{\"title\": \"a\", \"\(long)\": 1, \"language\": \"\(long)\"}")
    #expect(told.count == 2 && told.allSatisfy { $0.text.count < 200 && $0.suggestion == nil })
    #expect(Self.problems("/*").map(\.reason) == [.comment, .empty])
    for count in 0...Self.sound.utf8.count where count % 7 == 0 {
      _ = PlanText.problems(in: Array(Self.sound.utf8.prefix(count)), words: Self.words)
    }
  }

  @Test func `a mark before the text moves no column`() {
    let plain = Self.problems("{\"titel\": 1}")
    #expect(Self.problems("\u{FEFF}{\"titel\": 1}").map(\.column) == plain.map(\.column))
  }

  @Test(
    arguments: [
      ("dotz", "dots"), ("bananas", nil), ("pol", "poll"), ("opll", "poll"), ("x", nil),
      ("POLL", "poll"), ("checkout", "check-out"), ("enn", "en"), ("", nil),
    ] as [(String, String?)])
  func `the nearest word is at most two slips away, or a third of it`(word: String, meant: String?)
  {
    #expect(NearMiss.of(word, among: ["poll", "dots", "check-out", "en"]) == meant)
  }
}
