import Boards
import Languages
import People
import Shell
import Terminal
import WorkshopCore

/// The note-taker's keys. What can be printed is text, always; only Ctrl, Alt, function keys, Tab and
/// the arrows command.
enum NotesKeys {
  static func bindings(_ scene: Scene) -> [Binding] {
    let kind = scene.current.map { scene.kind.notesBindings(scene, $0) } ?? []
    let noBoard: Phrase? = scene.lineBoard == nil ? scene.noLineBoard : nil
    let edited = scene.workshop.card(scene.focus.editing)?.board
    let noZones: Phrase? =
      ((scene.workshop.board(edited) ?? scene.lineBoard).map { scene.zones(of: $0).isEmpty } ?? true)
      ? "This board has no columns" : nil
    let noTime: Phrase? =
      scene.current == nil
      ? "Nothing has started" : scene.focus.table == nil ? "Which table? Ctrl-T chooses it" : nil
    let nothing: Phrase? = scene.focus.editing == nil ? "Choose a card with ↑ first" : nil
    let give = Binding(
      .enter, do: .giveLine, hint: scene.focus.editing == nil ? "add" : "change##a line",
      unless: noBoard)
    let isEdit = scene.focus.editing != nil
    return [give].hintedEarly() + ArrangeKeys.atNotes(scene) + filing(scene)
      + line(isEdit: isEdit, noZones).about(.cards) + kind.hintedEarly()
      + clock(noTime).about(.time) + cards(scene, nothing).about(.cards)
      + general(scene).about(.general)
  }

  /// What is done to the line, and where it goes.
  private static func line(isEdit: Bool, _ noZones: Phrase?) -> [Binding] {
    [
      Binding(
        .up, do: NotesTyping.pick("pick-earlier", "Choose an earlier card", by: -1), hint: "edit"),
      Binding(.tab, do: .completeOrVoice, hint: "+1"),
    ].hintedEarly() + [
      Binding(.down, do: NotesTyping.pick("pick-later", "Choose a later card", by: 1)),
      Binding(.backTab, do: .nextSaid),
      Binding(.altEnter, do: .lineBreak),
      Binding(.alt("e"), do: .compose),
      Binding(.control("b"), do: .chooseBoard, hint: isEdit ? nil : "board"),
      Binding(
        .control("n"), do: .zone(1, "Next column or block"),
        hint: isEdit ? "move" : "column",
        unless: noZones),
      Binding(
        .control("p"), do: .zone(-1, "Previous column or block"),
        unless: noZones),
      Binding(.control("t"), do: .chooseTable, hint: isEdit ? nil : "table##my own"),
    ]
  }

  /// A table's own time.
  private static func clock(_ noTime: Phrase?) -> [Binding] {
    [
      Binding(.function(6), do: .tableTime, unless: noTime),
      Binding(.function(7), do: .tableMinute(-60, "A minute less for our table"), unless: noTime),
      Binding(.function(8), do: .tableMinute(60, "A minute more for our table"), unless: noTime),
    ]
  }

  /// What is done to the chosen card, and what is at hand beside the line.
  private static func cards(_ scene: Scene, _ nothing: Phrase?) -> [Binding] {
    let isEdit = scene.focus.editing != nil
    let chosen = [
      Binding(.function(4), do: .editAllFields, hint: "sheet", unless: nothing),
      Binding(.control("x"), do: .binPicked, hint: "bin", unless: nothing),
    ]
    return chosen.hintedEarly() + [
      Binding(
        .control("r"), do: .ready, hint: isEdit ? nil : "ready",
        unless: scene.current == nil ? "Nothing has started" : nil),
      Binding(.alt("f"), do: .facts, hint: isEdit ? nil : "facts"),
      Binding(.alt("p"), do: .park, hint: isEdit ? nil : "park"),
      Binding(
        .alt("w"), do: .walkParking,
        hint: scene.kind(of: scene.current).traits.contains(.closing) ? "parked" : nil),
      Binding(.alt("d"), do: .settle, hint: scene.hasRivalsAtHand ? "two texts" : nil),
      Binding(.alt("c"), do: CheckIn.open, hint: scene.isArriving ? "check in" : nil),
    ]
  }

  private static func general(_ scene: Scene) -> [Binding] {
    [
      Binding(.alt("u"), .control("_"), do: .undo),
      Binding(.alt("r"), do: .redo),
      Binding(.escape, do: .dropPick, hint: scene.focus.editing != nil ? "back" : nil),
      Binding(
        .control("g"), do: .takeLineAlong,
        unless: scene.isLeftBehind ? nil : "This line already goes where everyone is"),
      Binding(.function(1), do: .help, hint: "help"),
      Binding(.alt("x"), .function(9), do: .palette),
      Binding(.alt("y"), do: .copy),
      Binding(.alt("t"), do: .nextTheme),
      Binding(.control("l"), do: .repaint),
      Binding(.control("z"), do: .suspend),
      Binding(.control("q"), .control("c"), do: .quit),
    ]
  }

  /// What says where a line belongs: the canvas that feedback is about, the turn that a fact is from.
  private static func filing(_ scene: Scene) -> [Binding] {
    FeedbackKeys.atNotes(scene) + FactKeys.atNotes(scene)
  }
}
