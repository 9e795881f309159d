import Foundation
import Journaling
import Terminal
import WorkshopCore

@testable import atelier
@testable import Languages
@testable import Shell

/// A terminal on a real directory, without a screen: its room and what it shows.
struct Seat: ~Copyable {
  var room: Room
  var scene: Scene

  init(
    _ directory: Directory, _ role: Role, _ name: String, language: Language = .english
  ) throws {
    room = try Room(directory, role: role, by: name)
    scene = Scene(
      workshop: room.workshop, content: .builtIn, features: .all, role: role, language: language,
      focus: Focus(), now: .now, me: name)
    room.resume(&scene)
  }

  mutating func look(after seconds: Int = 0) {
    scene.now = Moment.now.adding(seconds: seconds)
    room.look(&scene)
  }

  mutating func press(_ keys: Key...) {
    for key in keys { room.carryOut(Keymap.decide(key, scene), &scene) }
  }

  mutating func type(_ text: String) { press(.paste(text)) }

  /// What the last key was answered.
  var answer: String { scene.focus.notice.map { scene.say($0.phrase) } ?? "" }

  func screen(_ columns: Int = 80, _ rows: Int = 24) -> String {
    View.draw(scene, size: Size(columns: columns, rows: rows)).text
  }

  func texts(on board: BoardID?) -> [String] {
    board.map { scene.workshop.cards(on: $0).map(\.text) } ?? []
  }

  /// A fresh workshop, and what is asked of it; the directory goes afterwards.
  static func inWorkshop(_ plan: Plan, _ body: (Directory) throws -> Void) throws {
    let place = Folder()
    try Directory.create(at: place / "w", plan: plan)
    try body(Directory(place / "w"))
  }
}
