import Foundation
import Testing
import WorkshopQueries

/// What happens between the two workshops: meetings, people who join, a copy that comes back.
struct MonthBetween {
  let programme: Programme
  let desk: Pane

  init(_ programme: Programme) throws {
    self.programme = programme
    desk = try programme.open("run", "flora")
  }

  func play() throws {
    try desk.see("day until Jury day", "Day 2 was 33 days ago", "One desk for ten towns")
    try desk.press("m")
    try desk.see("A meeting")
    try note("Who does what", until: "How people met")
    try menu("somebody", until: "Somebody who joins")
    try note("Rosa Penn, Town", until: "How they joined")
    try desk.see("Rosa Penn (Builder, One desk for ten towns)")
    try menu("conclusion", until: "How far the team is")
    try note("Two mayors said yes", until: "Two mayors said yes")
    try menu("event", until: "What it was called")
    try note("Personal data, a webinar", until: "Personal data, a webinar")
    try mergeCopy()
    try keepVersion()
    try programme.close([(desk, "q")])
  }

  private func menu(_ letters: String, until prompt: String) throws {
    try desk.press("a")
    try desk.see("What is to be noted?")
    try desk.enter(letters)
    try desk.see(prompt)
  }

  /// A line, then the form for the rest is left as it is.
  private func note(_ text: String, until form: String) throws {
    try desk.enter(text)
    try desk.see(form, "Esc done")
    try desk.press("Escape")
    try desk.see("Entries")
  }

  /// A group worked in a copy of its own.
  private func mergeCopy() throws {
    let copy = programme.place / "group"
    try FileManager.default.copyItem(atPath: programme.workshop, toPath: copy)
    let call = try Program.run(
      "add", copy, "--board", "meetings", "--field", "project=half",
      "--field", "date=\(Programme.day(-3))", "--as", "Dora", "The help card, read aloud")
    #expect(call.code == 0, "\(call)")
    #expect(try !programme.state().texts(on: "meetings").contains("The help card, read aloud"))
    let merged = try Program.run("merge", programme.workshop, copy)
    #expect(merged.out.contains("Entries that came in: 1 (Dora 1)"), "\(merged)")
    let since = try Program.run("status", programme.workshop, "--since", "last-session").out
    for text in ["Who does what", "The help card, read aloud", "Rosa Penn", "Two mayors said yes"] {
      #expect(since.contains(text), "\(since)")
    }
  }

  /// The draft goes on, and the one before is kept.
  private func keepVersion() throws {
    try desk.press("Escape")
    try desk.press("O", "Enter")
    try desk.see("version 1")
    try desk.press("v")
    try desk.see("Version 2; the one before is kept")
    // The new sheet, the project, the list.
    try desk.press("Escape", "Escape", "Escape")
    try desk.see("n next")
  }
}
