@testable import Shell
import Testing
import WorkshopCore

@testable import Languages
@testable import People

@Suite struct RosterMergeTests {
  private static let plan = Plan(
    title: "T",
    people: [
      Person(id: "marie", name: "Marie Dupont", organisation: "Orme"),
      Person(id: "ilona", name: "Szabó Ilona", email: "ilona@x.hu"),
      Person(id: "paul", name: "Paul Roy", organisation: "Port", role: "jury"),
      Person(id: "paul-2", name: "Paul Roy", organisation: "Haven"),
      Person(id: "gone", name: "Old Timer", organisation: "Port"),
    ])

  private func workshop() -> Workshop {
    var workshop = Workshop(plan: Self.plan, catalogue: .all)
    apply([.cardBinned(card: "gone")], to: &workshop)
    return workshop
  }

  private func apply(_ events: [Event], to workshop: inout Workshop) {
    for event in events {
      workshop.apply(Stage.entry(event, workshop.order.count * 100 + Int.random(in: 1...99), at: 0))
    }
  }

  private func rows(_ texts: [String]) -> [RosterFile.Row] {
    texts.enumerated().map { index, text in
      let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      var fields: [String: String] = [:]
      for (field, part) in zip([Card.organisation, Card.email, Card.role], parts.dropFirst())
      where !part.isEmpty { fields[field] = part }
      return RosterFile.Row(line: index + 2, name: parts[0], fields: fields)
    }
  }

  private func told(_ merge: RosterMerge) -> [String] {
    let wording = RosterText(scene: Stage.scene(Plan(title: "T")))
    let empty = try? RosterFile(
      Array("Name\nAna Keller\n".utf8),
      RosterFile.Setting(language: "en", words: RosterWords(.builtIn), sheet: nil))
    return empty.map { wording.lines($0, merge) } ?? []
  }

  @Test(
    arguments: [
      ("MARIE DUPONT|orme", [], []),
      ("Dupont Marie|Orme|m@x.fr", [], ["line 2: Marie Dupont is known; now filled: E-mail"]),
      ("Marie Dupont", [], []),
      (
        "Marie Dupont|Haven", ["Marie Dupont"],
        ["line 2: Marie Dupont is new; somebody else has that name"]
      ),
      ("Ilona Szabo|Kertváros", [], ["line 2: Szabó Ilona is known; now filled: Organisation"]),
      ("Ilona Szabó||ILONA@X.HU", [], []),
      (
        "Ilona Szabó||other@x.hu", ["Ilona Szabó"],
        ["line 2: Ilona Szabó is new; somebody else has that name"]
      ),
      (
        "Zoé Roy||ilona@x.hu", ["Zoé Roy"],
        ["line 2: Zoé Roy is new, at the e-mail address of: Szabó Ilona"]
      ),
      ("Paul Roy|Port||expert", [], ["line 2: Paul Roy is known; another value stays: Role"]),
      ("Paul Roy", [], []),
      ("Paul Roy||p@x.fr", ["Paul Roy"], ["line 2: Paul Roy is new; somebody else has that name"]),
      ("Old Timer|Port", [], ["line 2: Old Timer is in the bin and stays there"]),
    ] as [(String, [String], [String])])
  func `somebody known is found, and nothing that is there is overwritten`(
    _ row: String, _ new: [String], _ messages: [String]
  ) {
    let merge = RosterMerge(rows([row]), into: workshop())
    #expect(merge.additions.map(\.name) == new)
    #expect(merge.known == (new.isEmpty ? 1 : 0))
    #expect(told(merge) == messages)
    var after = workshop()
    apply(merge.events, to: &after)
    #expect(after.card("marie")?[Card.organisation] == "Orme")
    #expect(after.card("paul")?[Card.role] == "jury" && after.card("ilona")?.text == "Szabó Ilona")
    #expect(after.people.allSatisfy { $0.rivals.isEmpty })
  }

  @Test func `somebody who stands in the file twice is added once, with what both lines say`() {
    let merge = RosterMerge(
      rows(["Ana Keller|Orme", "ANA KELLER||ana@x.fr", "Ana Keller|Orme||expert"]), into: workshop()
    )
    #expect(merge.additions.map(\.name) == ["Ana Keller"] && merge.known == 2)
    #expect(
      merge.additions.first?.fields == [
        Card.organisation: "Orme", Card.email: "ana@x.fr", Card.role: "expert",
      ])
    #expect(
      told(merge) == [
        "line 3: ANA KELLER is in line 2 already",
        "line 4: Ana Keller is in line 2 already",
      ])
  }

  @Test func `a field that somebody cleared is filled over what cleared it`() {
    var workshop = workshop()
    let cleared = Stage.entry(
      .fieldSet(card: "marie", field: Card.organisation, value: "", over: nil), 7, at: 0)
    workshop.apply(cleared)
    let merge = RosterMerge(rows(["Marie Dupont|Haven"]), into: workshop)
    #expect(
      merge.events == [
        .fieldSet(card: "marie", field: Card.organisation, value: "Haven", over: cleared.id)
      ])
  }

  /// Few names, organisations and addresses, so that they meet in every way.
  @Test(arguments: 0..<60) func `a second run adds nobody and changes nothing`(_ seed: UInt64) {
    var random = Dice(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
    func one(_ of: [String]) -> String { of[Int(random.next() >> 33) % of.count] }
    let list = rows(
      (0..<14).map { _ in
        [
          one(["Marie Dupont", "dupont marie", "Paul Roy", "Ana Keller", "Old Timer"]),
          one(["", "", "Orme", "Port", "Haven"]), one(["", "", "a@x.fr", "b@x.fr", "c@x.fr"]),
          one(["", "jury", "expert"]),
        ].joined(separator: "|")
      })
    var workshop = workshop()
    let first = RosterMerge(list, into: workshop)
    #expect(first.additions.count + first.known == list.count)
    for (index, event) in first.events.enumerated() {
      workshop.apply(Stage.entry(event, 1000 + index, at: Int64(index)))
    }
    let second = RosterMerge(list, into: workshop)
    #expect(second.additions.isEmpty, "\(list) → \(second.additions)")
    #expect(second.known == list.count)
  }

  private struct Dice {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state
    }
  }

  @Test func `the sum counts everybody, in three languages`() throws {
    let text = "Nom;Ville\nMarie Dupont;Orme\nAna Keller;Orme\n;Port\n"
    let file = try RosterFileTests.read(AwkwardFile("", text, people: []))
    let merge = RosterMerge(file.rows, into: workshop())
    let sums = Language.builtIn.map { code -> String in
      var scene = Stage.scene(Plan(title: "T"))
      scene.language = Fixture.language(code)
      return RosterText(scene: scene).summary(file, merge)
    }
    #expect(
      sums == [
        "3 people: 1 new, 1 known, 1 not read (line 4: no name)",
        "3 personnes\u{A0}: ajoutées 1, déjà connues 1, non lues 1 (ligne 4\u{A0}: pas de nom)",
        "3 fő: 1 új, 1 már ismert, 1 mellőzve (4. sor: nincs név)",
      ])
  }
}
