package import Languages
package import Terminal
import WorkshopCore

/// A file to take in, chosen from those that lie where people keep them, or named by its path.
///
/// Folders and files are read aside: what comes of that is given to the panel by `Scene.take`.
package struct FilePanel: Overlay {
  package let title: Phrase
  var line = Line()
  var selected = 0
  /// Nil while folders are being looked through.
  private(set) var files: [FoundFile]?
  /// The path that is being read.
  private(set) var reading: String?
  private(set) var failure: Phrase?
  /// What opens with a file's bytes and name.
  let open: @Sendable ([UInt8], String, Scene) -> Opened

  /// Opens the panel and has the usual folders looked through.
  package static func opened(
    _ title: Phrase, _ scene: Scene,
    open: @escaping @Sendable ([UInt8], String, Scene) -> Opened
  ) -> Outcome {
    var outcome = Outcome.open(FilePanel(title: title, open: open), scene)
    outcome.effect = .listFiles
    return outcome
  }

  private init(
    title: Phrase, open: @escaping @Sendable ([UInt8], String, Scene) -> Opened
  ) {
    self.title = title
    self.open = open
  }

  /// The files whose names hold what was typed, case and accents aside.
  private var matches: [FoundFile] {
    let wanted = Fold.plain(line.text.trimmed)
    let files = files ?? []
    return wanted.isEmpty ? files : files.filter { Fold.plain($0.name).contains(wanted) }
  }

  /// What Enter reads: a path as it was typed, or else the chosen file.
  private var path: String? {
    let typed = line.text.trimmed
    if typed.contains("/") || typed.hasPrefix("~") { return typed }
    let matches = matches
    return matches.indices.contains(selected) ? matches[selected].path : nil
  }

  package func bindings(_ scene: Scene) -> [Binding] {
    [
      Binding(
        .enter, do: Self.read, hint: "open",
        unless: path == nil ? "Choose a file, or type the path of one" : nil),
      Binding(.down, .tab, do: Self.move("next-item", "Down", by: 1), hint: "down"),
      Binding(.up, .backTab, do: Self.move("previous-item", "Up", by: -1), hint: "up"),
      Binding(.escape, do: .leave, hint: "close"),
    ]
  }

  package func typing(_ key: Key, _ scene: Scene) -> Outcome {
    var panel = self
    guard panel.line.take(key) else { return .nothing }
    panel.selected = 0
    panel.failure = nil
    return .replace(panel, scene)
  }

  private static let read = Action("read-file", "Open this file") { scene in
    guard var panel = scene.focus.overlay as? FilePanel, let path = panel.path else {
      return .nothing
    }
    panel.reading = path
    panel.failure = nil
    var outcome = Outcome.replace(panel, scene)
    outcome.effect = .readFile(path)
    return outcome
  }

  private static func move(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard var panel = scene.focus.overlay as? FilePanel else { return .nothing }
      panel.selected = max(0, min(panel.selected + step, panel.matches.count - 1))
      return .replace(panel, scene)
    }
  }

  /// The panel after something was read; nil where it no longer waits for that.
  func taking(_ arrival: FileArrival, _ scene: Scene) -> (any Overlay)? {
    var panel = self
    switch arrival {
    case .files(let files, let folder):
      // A folder that was named is looked through in place of the usual ones.
      guard folder == nil || folder == reading else { return nil }
      panel.files = files
      if folder != nil {
        panel.line = Line()
        panel.reading = nil
        if files.isEmpty { panel.failure = "No list in this folder" }
      }
    case .bytes(let bytes, let path):
      guard path == reading else { return nil }
      let name = path.split(separator: "/").last.map(String.init) ?? path
      switch open(bytes, name, scene) {
      case .overlay(let overlay): return overlay
      case .refused(let reason):
        panel.reading = nil
        panel.failure = "\(name) cannot be read: \(reason)"
      }
    case .failed(let reason, let path):
      guard path == reading else { return nil }
      panel.reading = nil
      panel.failure = reason
    }
    return panel
  }

  package func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let inner = Panel.draw(scene.say(title), into: &frame, in: rect)
    let (head, rest) = inner.top(2)
    Panel.line(
      line, into: &frame, x: head.x, y: head.y, width: head.width,
      placeholder: scene.say("A part of its name, or its path"))
    let (foot, list) = rest.bottom(2)
    let matches = matches
    let first = max(0, min(selected - list.height / 2, matches.count - list.height))
    for (row, file) in matches.dropFirst(first).prefix(max(0, list.height)).enumerated() {
      let isChosen = first + row == selected
      let y = list.y + row
      let style = isChosen ? Style(.selection, bold: true) : Style.plain
      if isChosen {
        frame.fill(Rect(x: list.x, y: y, width: list.width, height: 1), style: style)
      }
      let detail = [file.folder, file.day].filter { !$0.isEmpty }.joined(separator: " · ")
      let room = min(Text.width(detail), list.width / 2)
      frame.put(
        (isChosen ? "▶ " : "  ") + file.name, x: list.x, y: y, style: style,
        width: list.width - room - 2)
      frame.put(
        detail, x: list.maxX - room, y: y, style: isChosen ? style : .quiet, width: room)
    }
    if let failure {
      frame.paragraph(scene.say(failure), in: foot, style: Style(.warning, bold: true))
    } else if reading != nil || files == nil {
      frame.put(scene.say("Reading…"), x: foot.x, y: foot.y, style: .quiet, width: foot.width)
    } else if matches.isEmpty {
      frame.paragraph(
        scene.say("No list here by that name: type the path of the file or of its folder"),
        in: foot, style: .quiet)
    }
  }
}

/// A file that may be meant.
package struct FoundFile: Equatable, Sendable {
  package let path: String
  package let name: String
  /// Its folder, with `~` for the home of whoever sits here.
  package let folder: String
  /// When it was last changed, `YYYY-MM-DD`.
  package let day: String

  package init(path: String, name: String, folder: String, day: String) {
    self.path = path
    self.name = name
    self.folder = folder
    self.day = day
  }
}

/// What was read aside, with the path that was asked for.
package enum FileArrival: Equatable, Sendable {
  /// What lies in the usual folders, or in the one that was named.
  case files([FoundFile], folder: String?)
  case bytes([UInt8], String)
  case failed(Phrase, String)
}
