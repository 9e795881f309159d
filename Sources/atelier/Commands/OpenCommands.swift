import Journaling
import Languages
import Shell
import Terminal
import WorkshopCore

// The commands that open a screen.

extension Command {
  static let run = Command(
    name: "run", usage: "DIR", summary: "Run the workshop", options: screen
  ) { try open($0, as: .facilitator) }

  static let stage = Command(
    name: "stage", usage: "DIR", summary: "Projector: what everyone sees", options: screen
  ) { try open($0, as: .stage) }

  static let notes = Command(
    name: "notes", usage: "DIR", summary: "Take notes: typing and Enter",
    options: screen + [
      Option(name: "table", value: "N", help: "The table you write for, with a timer of its own")
    ]
  ) { try open($0, as: .notes) }

  static func open(_ arguments: Arguments, as role: Role) throws -> Int32 {
    try SessionLoop.open(try arguments.directory, role: role, arguments: arguments)
  }
}

extension Palette {
  /// The theme asked for: by option, by environment, by the person's settings; mono where colour is
  /// unwanted; nil: the terminal's background decides.
  static func wanted(_ arguments: Arguments, environment: (String) -> String?) throws -> Self? {
    let own = try Settings.own.get().theme
    if let name = arguments["theme"] ?? environment("ATELIER_THEME") ?? own {
      guard let theme = Self(rawValue: name) else {
        throw CommandError.usage("no colour theme “\(name)”: dark, light, high-contrast or mono")
      }
      return theme
    }
    let noColour = environment("NO_COLOR").map { !$0.isEmpty } ?? false
    return noColour ? .mono : nil
  }
}
