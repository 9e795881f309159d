import Foundation
import Testing
import WorkshopCore

/// The written form of events: once in a journal it never changes.
@Suite struct EventCodingTests {
  private static let forms: [(String, Event)] = [
    (
      #"{"activityOpened":{"activity":"a","seconds":60}}"#,
      .activityOpened(activity: "a", seconds: 60)
    ),
    (#"{"activityOpened":{"activity":"a"}}"#, .activityOpened(activity: "a", seconds: nil)),
    (
      #"{"turnOpened":{"activity":"a","turn":1}}"#,
      .turnOpened(activity: "a", turn: 1, seconds: nil)
    ),
    (
      #"{"countdownStarted":{"activity":"a","seconds":5}}"#,
      .countdownStarted(activity: "a", seconds: 5)
    ),
    (
      #"{"clockCorrected":{"ahead":90000,"writer":"w"}}"#,
      .clockCorrected(writer: "w", ahead: 90_000)
    ),
    (#"{"countdownPaused":{"activity":"a"}}"#, .countdownPaused(activity: "a")),
    (#"{"countdownResumed":{"activity":"a"}}"#, .countdownResumed(activity: "a")),
    (
      #"{"countdownExtended":{"activity":"a","seconds":-5}}"#,
      .countdownExtended(activity: "a", seconds: -5)
    ),
    (#"{"cardAdded":{"board":"b","text":"t"}}"#, .cardAdded(board: "b", text: "t", fields: nil)),
    (
      #"{"fieldSet":{"card":"c-1","field":"f","over":"w-2","value":"v"}}"#,
      .fieldSet(card: "c-1", field: "f", value: "v", over: EntryID(writer: "w", sequence: 2))
    ),
    (#"{"cardBinned":{"card":"c-1"}}"#, .cardBinned(card: "c-1")),
    (#"{"cardRestored":{"card":"c-1"}}"#, .cardRestored(card: "c-1")),
    (#"{"voiceAdded":{"card":"c-1"}}"#, .voiceAdded(card: "c-1")),
    (
      #"{"memberAdded":{"card":"c-1","member":"m","set":"s"}}"#,
      .memberAdded(card: "c-1", set: "s", member: "m")
    ),
    (
      #"{"memberRemoved":{"card":"c-1","member":"m","over":["w-2"],"set":"s"}}"#,
      .memberRemoved(
        card: "c-1", set: "s", member: "m", over: [EntryID(writer: "w", sequence: 2)])
    ),
    (
      #"{"boardAdded":{"canvas":"c","title":"t"}}"#,
      .boardAdded(title: "t", canvas: "c", sheet: nil, about: nil)
    ),
    (#"{"zoneAdded":{"board":"b","title":"t"}}"#, .zoneAdded(board: "b", title: "t")),
    (#"{"zoneRenamed":{"title":"t","zone":"z"}}"#, .zoneRenamed(zone: "z", title: "t")),
    (#"{"boardShown":{}}"#, .boardShown(board: nil)),
    (
      #"{"boardSet":{"board":"b","setting":"closed","value":"yes"}}"#,
      .boardSet(board: "b", setting: .closed, value: "yes")
    ),
    (
      #"{"boardKept":{"board":"b","title":"v1"}}"#, .boardKept(board: "b", title: "v1")
    ),
    (
      #"{"boardKept":{"board":"b","notes":[{"card":"c-1","text":"t"}],"title":"v1"}}"#,
      .boardKept(
        board: "b", title: "v1", notes: [Kept.Note(card: "c-1", zone: nil, text: "t")])
    ),
    (
      #"{"countdownSet":{"activity":"a","of":60,"seconds":-5}}"#,
      .countdownSet(activity: "a", seconds: -5, of: 60)
    ),
    (#"{"cardShown":{"card":"c-1"}}"#, .cardShown(card: "c-1")),
    (
      #"{"pollOpened":{"activity":"a","cap":1,"dots":2,"method":"dots","options":["x"],"question":"q","winners":3}}"#,
      .pollOpened(
        activity: "a", question: "q", method: .dots, options: ["x"], dots: 2, cap: 1, winners: 3)
    ),
    (
      #"{"ballotCast":{"marks":{"x":1},"poll":"p-1","voter":"v"}}"#,
      .ballotCast(poll: "p-1", voter: "v", marks: ["x": 1])
    ),
    (
      #"{"totalsCounted":{"poll":"p-1","totals":{"x":1}}}"#,
      .totalsCounted(poll: "p-1", totals: ["x": 1], voters: nil)
    ),
    (#"{"pollClosed":{"cut":{"w":3},"poll":"p-1"}}"#, .pollClosed(poll: "p-1", cut: ["w": 3])),
    (#"{"pollRevealed":{"poll":"p-1"}}"#, .pollRevealed(poll: "p-1")),
    (#"{"voterListed":{"person":"zoe","poll":"p-1"}}"#, .voterListed(poll: "p-1", person: "zoe")),
    (
      #"{"pollOpened":{"activity":"a","cap":1,"dots":1,"method":"judgment","options":["x"],"question":"q","runoffOf":"p-1","settings":{"criteria":[{"id":"c","name":"n","weight":100}],"grades":7,"namesVoters":true,"own":"ignored","spendsAll":true,"steps":4},"winners":3}}"#,
      .pollOpened(
        activity: "a", question: "q", method: .judgment, options: ["x"], dots: 1, cap: 1,
        winners: 3,
        settings: Poll.Settings(
          criteria: [Criterion(id: "c", name: "n", weight: 100)], steps: 4, grades: 7,
          spendsAll: true, own: .ignored, namesVoters: true), runoffOf: "p-1")
    ),
    (
      #"{"pollChanged":{"dots":5,"poll":"p-1"}}"#,
      .pollChanged(poll: "p-1", dots: 5, cap: nil, winners: nil)
    ),
    (
      #"{"ballotCast":{"marks":{"x":1},"person":"zoe","poll":"p-1","reasons":{"x":"y"},"voter":"v","way":"keyboard"}}"#,
      .ballotCast(
        poll: "p-1", voter: "v", marks: ["x": 1], way: .keyboard, person: "zoe",
        reasons: ["x": "y"])
    ),
    (
      #"{"totalsCounted":{"poll":"p-1","totals":{"x":1},"voters":2,"wall":"left","way":"hands"}}"#,
      .totalsCounted(poll: "p-1", totals: ["x": 1], voters: 2, way: .hands, wall: "left")
    ),
    (
      #"{"pollClosed":{"counts":["w-4"],"cut":{"w":3},"poll":"p-1"}}"#,
      .pollClosed(poll: "p-1", cut: ["w": 3], counts: [EntryID(writer: "w", sequence: 4)])
    ),
    (
      #"{"tieResolved":{"chosen":["x"],"poll":"p-1","reason":"r","remedy":"lot","seed":4294967295,"who":"w"}}"#,
      .tieResolved(
        poll: "p-1", remedy: .lot, chosen: ["x"], who: "w", reason: "r", seed: .max)
    ),
    (#"{"tokensIssued":{"marks":["m"]}}"#, .tokensIssued(marks: ["m"])),
    (#"{"readied":{"activity":"a","ready":true}}"#, .readied(activity: "a", ready: true)),
    (#"{"reverted":{"entry":"w-2"}}"#, .reverted(entry: EntryID(writer: "w", sequence: 2))),
  ]

  @Test func `every event is written and read in its one form`() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    for (text, event) in Self.forms {
      #expect(String(decoding: try encoder.encode(event), as: UTF8.self) == text)
      #expect(try JSONDecoder().decode(Event.self, from: Data(text.utf8)) == event)
    }
  }

  @Test func `an added field does no harm, an unknown event is refused`() throws {
    let more = Data(#"{"voiceAdded":{"card":"c-1","mood":"good"}}"#.utf8)
    #expect(try JSONDecoder().decode(Event.self, from: more) == .voiceAdded(card: "c-1"))
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Event.self, from: Data(#"{"danced":{}}"#.utf8))
    }
  }
}
