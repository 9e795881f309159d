import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Cards
@testable import Languages
@testable import People
@testable import Projects
@testable import Shell

/// The deeds that a room of thirty-two asks for again and again, in keys.
///
/// What they took before is of the menus they had: an arrow for every line, the same names, the fewest
/// letters. None may take more than half of that again; checking in, no more than it did.
@Suite struct KeyCountTests {
  @Test func `somebody is checked in by two letters and Enter`() {
    var room = KeyCount(at: "wall")
    let keys = room.count { room in
      room.press("I")
      for name in KeyCount.names {
        room.type(name) { scene in
          (scene.focus.overlay as? CheckIn).map {
            !$0.line.isEmpty && $0.person(scene)?.text == name
          } ?? true
        }
        room.press("Enter")
      }
    }
    #expect(room.scene.workshop.presentCount(at: "day-2") == 32)
    print("check-in: \(keys) keys for 32 people, 102 before")
    #expect(keys <= 102)
  }

  @Test func `on the second day all who were there are checked in by one key, at their tables`() {
    let before = (1...28).map {
      Event.memberAdded(card: "p\($0)", set: Workshop.present, member: "day-1")
    }
    let seats = Dictionary(uniqueKeysWithValues: (1...32).map { ("p\($0)", "\($0 % 6 + 1)") })
    var room = KeyCount(at: "wall", then: before + [.fieldsSet(field: "table", values: seats)])
    let keys = room.count { room in
      room.press("I", "F2")
      // One of them is missing, and one of the others has come.
      room.type("marie-c")
      room.press("Enter", "Enter")
      room.type("sy")
      room.press("Enter", "Esc", "F")
    }
    let here = room.scene.workshop.attending(room.scene.session).map(\.text)
    #expect(here.count == 28 && here.contains("Sylvie Legrand"))
    #expect(!here.contains("Marie-Claude Leroy"))
    guard let panel = room.scene.focus.overlay as? SeatingPanel else {
      Issue.record("no seating plan")
      return
    }
    #expect(!panel.isProposal && panel.seating(room.scene).tables["p2"] == 3, "as yesterday")
    print("check-in as yesterday: \(keys) keys for 28 people")
    #expect(keys <= 16)
  }

  @Test func `a whole table is checked in by its number`() {
    let seats = Dictionary(uniqueKeysWithValues: (1...32).map { ("p\($0)", "\($0 % 6 + 1)") })
    var room = KeyCount(at: "wall", then: [.fieldsSet(field: "table", values: seats)])
    room.press("I", "3", "Enter")
    #expect(room.scene.workshop.presentCount(at: "day-2") == 6)
    #expect(room.keys == 3)
    room.press("3", "Enter")
    #expect(room.desk.outcome.isWarning, "they are here already")
  }

  @Test func `somebody takes a seat by letters and the number of a table`() {
    var room = KeyCount(at: "wall")
    let keys = room.count { room in
      room.press("F", "Enter", "/")
      for (index, name) in KeyCount.names.enumerated() {
        room.name(name)
        room.type("\(index % 6 + 1)")
      }
    }
    for index in 0..<32 {
      #expect(room.scene.workshop.card("p\(index + 1)")?.table == "\(index % 6 + 1)")
    }
    print("seats: \(keys) keys for 32 people, 385 before")
    #expect(keys * 2 <= 385)
  }

  @Test func `somebody signs up by letters and the number of a project`() {
    var room = KeyCount(at: "teams")
    let keys = room.count { room in
      room.press("g")
      for (index, name) in KeyCount.names.enumerated() {
        room.name(name)
        room.type("\(index % 7 + 1)")
      }
    }
    let projects = room.scene.workshop.projects.map(\.id)
    for index in 0..<32 {
      #expect(room.scene.workshop.card("p\(index + 1)")?["project"] == projects[index % 7])
    }
    var sparing = KeyCount(at: "teams")
    let fewest = sparing.count { room in
      room.press("g")
      for (index, name) in KeyCount.names.enumerated() {
        room.type(room.shortest(name))
        room.type("\(index % 7 + 1)")
      }
    }
    print("sign-up: \(keys) keys for 32 people, \(fewest) at the least; 416 and 188 before")
    #expect(keys * 2 <= 416)
    #expect(fewest < 120 && sparing.scene.workshop.people.allSatisfy { $0["project"] != nil })
  }

  @Test func `two cards that say the same are merged by a few letters, M and Enter`() {
    var room = KeyCount(at: "wall")
    let keys = room.count { room in
      room.press("Enter", "/")
      room.type("un seul f")
      room.press("Enter", "M", "Enter")
    }
    let top = room.scene.workshop.cards(on: "ideas").filter(\.isMerged).map(\.text)
    #expect(top == ["Le même formulaire dans toutes les communes"])
    print("merge: \(keys) keys, 34 before")
    #expect(keys * 2 <= 34)
  }

  @Test func `a project is decided on by numbers, with several reasons`() {
    var room = KeyCount(at: "decide")
    let first = room.count { room in
      room.press("d", "1", "4", "1", "2", "Enter")
      room.type("Le bureau")
      room.press("Esc")
    }
    let second = room.count { $0.press("d", "7", "4", "1", "6", "Enter") }
    let third = room.count { $0.press("d", "4", "4", "2", "Enter") }
    let decisions = room.scene.workshop.decisions
    #expect(decisions.count == 3 && decisions.allSatisfy(\.counts))
    #expect(decisions.map(\.deciders) == Array(repeating: "Le bureau", count: 3))
    #expect(
      decisions.map(\.motives) == [
        ["group-inactive", "too-few-people"], ["group-inactive", "hard-to-test"],
        ["too-few-people"],
      ])
    print("decision: \(first), \(second), \(third) keys; 27, 21, 24 before")
    #expect(first * 2 <= 36 && second * 2 <= 21 && third * 2 <= 24)
  }
}

extension KeyCount {
  /// Types the letters of a name until the list understands it.
  mutating func name(_ name: String) {
    type(name) { scene in
      (scene.focus.overlay as? RollCall)?.names(scene) == [name]
    }
  }

  /// The fewest letters that mean somebody: of the name, of its last word, or the initials.
  func shortest(_ name: String) -> String {
    let words = name.split { $0 == " " || $0 == "-" }.map(String.init)
    let initials = String(words.compactMap(\.first))
    let all = [name, words.last ?? "", initials].flatMap { text in
      text.indices.map { String(text[...$0]).lowercased() }
    }
    let clear = all.filter { letters in
      var room = self
      room.type(letters)
      return (room.scene.focus.overlay as? RollCall)?.names(room.scene) == [name]
    }
    return clear.min { $0.count < $1.count } ?? name
  }
}
