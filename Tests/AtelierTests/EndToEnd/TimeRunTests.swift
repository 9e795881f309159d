import Foundation
import Glibc
import Testing

extension EndToEnd.Days {
  /// The room's time, seen from several terminals, one of which is killed.
  @Suite struct TimeRunTests {
    @Test func `the time goes on when the facilitator is killed, and another one takes over`()
      throws
    {
      let place = Folder()
      let tmux = Tmux()
      let path = try place.workshop("half-day")
      let desk = try tmux.atelier("desk", "run", path, "--as", "flora")
      let stage = try tmux.atelier("stage", "stage", path)
      try desk.see("Begin with n")
      try desk.press("n", "Space", "S")
      try desk.enter("2:30")
      try stage.see("of 2:30 min")
      kill(try desk.process, SIGKILL)
      let other = try tmux.atelier("other", "run", path, "--as", "paul")
      try other.see("Welcome", "stop")
      let state = try State(path)
      let countdown = try #require(state.document["countdown"] as? [String: Any])
      let left = try #require(countdown["remaining"] as? Int)
      #expect(countdown["running"] as? Bool == true)
      #expect((60...150).contains(left))
      try other.press("+")
      try stage.see("of 3:30 min")
    }

    @Test func `rounds go on by themselves, tables keep their own time, and the end is seen`()
      throws
    {
      let place = Folder()
      let tmux = Tmux()
      let path = try place.workshop("half-day")
      let desk = try tmux.atelier("desk", "run", path, "--as", "flora")
      let stage = try tmux.atelier("stage", "stage", path)
      let table = try tmux.atelier("table", "notes", path, "--as", "ana", "--table", "2")
      try desk.see("Begin with n")
      try desk.press("n", "n", "n", "]")
      try stage.see("▶", "Talk", "6")
      try desk.press("S")
      try desk.enter("0:02")
      try stage.see("✓", "▶", "Questions", "2")
      try table.press("F6")
      try stage.see("Table 2")
      try desk.see("2 0")
      try desk.press("S")
      try desk.enter("0:01")
      try stage.see("Time is up", "Next: Persona cards")
      try stage.see("Time is up  +")
      try desk.press("n")
      try stage.lose("Time is up")
    }

    @Test func `an agenda changed on the desk shows everywhere, is undone, and goes into the file`()
      throws
    {
      let place = Folder()
      let tmux = Tmux()
      let path = try place.workshop("half-day")
      let before = place.text("w/workshop.json")
      let desk = try tmux.atelier("desk", "run", path, "--as", "flora")
      let other = try tmux.atelier("other", "run", path, "--as", "paul")
      try desk.see("Begin with n")
      try desk.press("A", "a")
      try desk.enter("all together")
      try desk.enter("Fresh air 7")
      try other.see("Fresh air")
      #expect(place.text("w/workshop.json") == before)
      try desk.press("w", "w")
      try desk.see("has the agenda as it stands here")
      #expect(place.text("w/workshop.json").contains("Fresh air"))
      try desk.press("x")
      try other.see("- Fresh air")
      try desk.press("u")
      try other.lose("- Fresh air")
      try other.see("Fresh air")
    }
  }
}
