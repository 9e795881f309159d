import Foundation
import Testing
import WorkshopCore

@testable import Reporting

struct StateDocumentTests {
  private func text(_ workshop: Workshop, language: String? = nil) -> String {
    String(
      decoding: StateDocument(workshop, now: Sample.now, language: language).json(), as: UTF8.self)
  }

  private func decoded(_ workshop: Workshop) throws -> StateDocument {
    try JSONDecoder().decode(
      StateDocument.self, from: Data(StateDocument(workshop, now: Sample.now).json()))
  }

  @Test func `A small state is written as it always was`() {
    #expect(text(Sample.workshop()) == StateGolden.sealed)
  }

  @Test func `The keys at the top are always the same, even when there is nothing to say`() throws {
    let keys = [
      "boards", "cards", "countdown", "current", "language", "people", "polls", "sessions", "shown",
      "themes", "title", "version",
    ]
    for workshop in [Workshop(plan: Plan(title: "x")), Sample.workshop()] {
      let data = Data(StateDocument(workshop, now: Sample.now).json())
      let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      #expect(object.keys.sorted() == keys)
    }
  }

  @Test func `A document reads back as itself`() throws {
    let workshop = Sample.workshop(Sample.events + [.pollRevealed(poll: "w-9")])
    #expect(try decoded(workshop) == StateDocument(workshop, now: Sample.now))
  }

  @Test func `Texts are in the language asked for, else the workshop's`() {
    let french = StateDocument(
      Sample.workshop(), now: Sample.now, language: "fr",
      reading: { $0 == Localized(english: "People") ? "Personnes, \($1)" : $0.text(in: $1) })
    #expect(french.title == "Le port")
    #expect(french.language == "fr")
    #expect(french.themes[0].name == "Mer")
    #expect(french.boards[0].title == "Idées")
    #expect(french.boards[0].zones[0].title == "Nord")
    #expect(french.boards[1].title == "Personnes, fr")
    #expect(french.sessions[0].activities[1].title == "Tempête")
    let own = StateDocument(Sample.workshop(), now: Sample.now)
    #expect(own.title == "Harbour")
    #expect(own.language == "en")
  }

  @Test(arguments: [false, true])
  func `A sealed poll leaks no mark, total or voter, open or closed`(isClosed: Bool) {
    let closing: [Event] = isClosed ? [.pollClosed(poll: "w-1", cut: ["w": 99])] : []
    let workshop = Sample.workshop(
      [
        .pollOpened(
          activity: "storm", question: "?", method: .dots, options: ["Ferry", "Bus"], dots: 999,
          cap: 999, winners: 1),
        .ballotCast(poll: "w-1", voter: "voter-eve", marks: ["Ferry": 987]),
        .totalsCounted(poll: "w-1", totals: ["Bus": 61_843], voters: 4),
      ] + closing)
    let json = text(workshop)
    for secret in [" : 987", "61843", "voter-eve", "marks", "ballots", "results", "score", "rank"] {
      #expect(!json.contains(secret))
    }
    #expect(json.contains("\"voters\" : 5"))
    let revealed = Sample.workshop(
      [
        .pollOpened(
          activity: "storm", question: "?", method: .dots, options: ["Ferry"], dots: 999,
          cap: 999, winners: 1),
        .ballotCast(poll: "w-1", voter: "voter-eve", marks: ["Ferry": 987]),
        .pollRevealed(poll: "w-1"),
      ])
    #expect(text(revealed).contains(" : 987"))
    #expect(!text(revealed).contains("voter-eve"))
  }

  @Test func `Revealed ballots stand in the same order whoever came first`() throws {
    let ballots: [Event] = [["a": 2], ["b": 1], ["a": 1, "b": 1]].enumerated().map { index, marks in
      .ballotCast(poll: "w-1", voter: "v\(index)", marks: marks)
    }
    let opened = Event.pollOpened(
      activity: "storm", question: "?", method: .dots, options: ["a", "b"], dots: 2, cap: 2,
      winners: 1)
    let orders = [ballots, ballots.reversed(), [ballots[1], ballots[0], ballots[2]]]
    for order in orders {
      let workshop = Sample.workshop([opened] + order + [.pollRevealed(poll: "w-1")])
      let poll = try decoded(workshop).polls[0]
      #expect(poll.ballots?.map(\.marks) == [["a": 2], ["a": 1, "b": 1], ["b": 1]])
      #expect(poll.results?.map(\.id) == ["a", "b"])
      #expect(poll.results?.map(\.score) == [3, 2])
    }
  }

  @Test func `An address is nowhere in it, and presence is told by session`() throws {
    let workshop = Sample.workshop([
      .cardAdded(board: "people", text: "Zoé", fields: ["email": "zoe@secret.example"]),
      .fieldSet(card: "w-1", field: "email", value: "zoe@other.example", over: nil),
      .fieldSet(card: "anna", field: "email", value: "anna@secret.example", over: nil),
      .cardAdded(board: "ideas", text: "Card", fields: ["email": "card@secret.example"]),
      .memberAdded(card: "anna", set: Workshop.present, member: "day"),
    ])
    let json = text(workshop)
    #expect(!json.contains("@") && !json.contains("email"), "\(json)")
    let people = try decoded(workshop).people
    #expect(people.map(\.present) == [["day"], []])
  }

  @Test func `Hostile texts read back exactly, and none of their controls is written`() throws {
    let texts = HostileTexts.corpus + HostileTexts.random(200, seed: 7)
    let workshop = Sample.workshop(
      texts.map { .cardAdded(board: "ideas", text: $0, fields: [$0: $0]) },
      by: "\u{1B}\u{202E}\u{9B}")
    let data = Data(StateDocument(workshop, now: Sample.now).json())
    let document = try JSONDecoder().decode(StateDocument.self, from: data)
    let cards = document.cards.filter { $0.id != "anna" }
    #expect(cards.map { Array($0.text.utf8) } == texts.map { Array($0.utf8) })
    #expect(cards.allSatisfy { $0.by == "\u{1B}\u{202E}\u{9B}" })
    let written = String(decoding: data, as: UTF8.self).unicodeScalars
    #expect(written.allSatisfy { $0 == "\n" || Report.isVisible($0) })
  }

  @Test func `Cards are written as an encoder with sorted keys writes them`() throws {
    let seen = HostileTexts.corpus.filter { $0.unicodeScalars.allSatisfy(Report.isVisible) }
    let texts = seen + ["", "a\"b\\c/d", "é – œ 三 🧑‍🌾".filter { $0 != "🧑‍🌾" }]
    let cards = texts.map {
      Event.cardAdded(board: "ideas", text: $0, fields: ["Own \($0)": $0, "blocked-by": "Ana"])
    }
    let workshop = Sample.workshop(
      Sample.events + cards + [
        .memberAdded(card: "anna", set: Workshop.present, member: "day"),
        .fieldSet(card: "anna", field: "text", value: "Anna A.", over: nil),
        .fieldSet(card: "anna", field: "text", value: "Anna B.", over: nil),
      ])
    let document = StateDocument(workshop, now: Sample.now)
    #expect(document.cards.contains { !$0.members.isEmpty } && document.cards.count > texts.count)
    #expect(document.cards.contains { !$0.rivals.isEmpty })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    #expect(
      String(decoding: document.json(), as: UTF8.self)
        == String(decoding: try encoder.encode(document), as: UTF8.self) + "\n")
  }

  @Test func `The countdown is that of the current activity at the moment asked for`() {
    var document = StateDocument(Sample.workshop(), now: Sample.now)
    #expect(document.countdown?.activity == "storm")
    #expect(document.countdown?.remaining == 1110)
    document = StateDocument(Sample.workshop(), now: Sample.now.adding(seconds: 1200))
    #expect(document.countdown?.remaining == -90)
    document = StateDocument(
      Sample.workshop([.activityOpened(activity: "hello", seconds: nil)]), now: Sample.now)
    #expect(document.countdown == nil)
  }
}
