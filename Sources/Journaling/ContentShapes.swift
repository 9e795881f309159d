import WorkshopCore

// Every object that may stand in a file of content: the same table as the plan's, read in the same way.

extension PlanShape {
  /// What a file holds, by its place in a folder of content, such as `methods/swot.json`; nil where nothing
  /// is known of it.
  static func content(at path: String) -> PlanShape? {
    switch (path.split(separator: "/").first ?? "", path.contains("/")) {
    case ("methods", true): method
    case ("methods.json", false):
      PlanShape(name: "methods", keys: [Key("methods", .list(.object(method)), isRequired: true)])
    case ("warm-ups", true): game
    case ("warm-ups.json", false):
      PlanShape(name: "warm-ups", keys: [Key("warmUps", .list(.object(game)), isRequired: true)])
    case ("canvases", true): canvas
    case ("sheets", true): sheet
    case ("decks", true): deck
    case ("templates", true), ("blocks", true): plan
    default: nil
    }
  }

  /// Which of the folders a text belongs to, by the keys that only files of it have; nil: to none of them.
  package static func folder(of text: JSONText) -> String? {
    let marks = [
      ("methods", ["purpose", "steps"]), ("warm-ups", ["noise", "steps"]),
      ("canvases", ["blocks"]), ("decks", ["categories"]), ("sheets", ["fields"]),
      ("templates", ["sessions"]),
    ]
    return marks.first { mark in mark.1.allSatisfy { text.root[$0] != nil } }?.0
  }

  static let method = PlanShape(
    name: "method",
    keys: [
      Key("id", .id, isRequired: true),
      Key("title", .localized, isRequired: true),
      Key("also", .list(.text)),
      Key("phase", .word(Phase.allCases.map(\.rawValue))),
      Key("minutes", .object(span), isRequired: true),
      Key("people", .object(span)),
      Key("energy", .number(1...3)),
      Key("standing", .flag),
      Key("form", .word(Gathering.allCases.map(\.rawValue))),
      Key("moments", .list(.word(moments))),
      Key("purposes", .list(.word(WayOfWorking.Purpose.allCases.map(\.rawValue)))),
      Key("remote", .word(WayOfWorking.Remote.allCases.map(\.rawValue))),
      Key("purpose", .localized, isRequired: true),
      Key("steps", .list(.localized), isRequired: true),
      Key("wrong", .localized),
      Key("material", .localized),
      Key("room", .localized),
      Key("question", .localized),
      Key("sheet", .name(.sheet)),
      Key("board", .object(board)),
      Key("canvas", .name(.canvas)),
      Key("sets", .object(settings)),
      Key("rounds", .list(.object(round))),
      Key("flow", .word(Activity.Flow.allCases.map(\.rawValue))),
      Key("rotates", .flag),
      Key("matrix", .object(matrix)),
      Key("vote", .object(poll)),
      Key("scores", .object(scores)),
      Key("source", .text),
      Key("licence", .text),
    ])

  /// When a game or a method fits best.
  private static let moments = ["open", "before-ideas", "after-lunch", "close"]

  static let span = PlanShape(
    name: "span",
    keys: [
      Key("minimum", .number(0...1440), isRequired: true),
      Key("usual", .number(0...1440)),
      Key("maximum", .number(0...1440), isRequired: true),
    ])

  static let scores = PlanShape(
    name: "scores",
    keys: [
      Key("rounds", .number(1...Criterion.most), isRequired: true),
      Key("lowest", .number(Poll.Settings.lowest), isRequired: true),
      Key("highest", .number(Poll.Settings.steps), isRequired: true),
      Key("winners", .number(0...1000), isRequired: true),
    ])

  static let game = PlanShape(
    name: "game",
    keys: [
      Key("id", .id, isRequired: true),
      Key("title", .localized, isRequired: true),
      Key("minutes", .object(span), isRequired: true),
      Key("people", .object(span), isRequired: true),
      Key("energy", .number(1...3), isRequired: true),
      Key("noise", .number(1...3), isRequired: true),
      Key("standing", .flag, isRequired: true),
      Key("touch", .flag, isRequired: true),
      Key("material", .localized),
      Key("seated", .localized),
      Key("moments", .list(.word(moments)), isRequired: true),
      Key("steps", .list(.localized), isRequired: true),
    ])

  static let canvas = PlanShape(
    name: "canvas",
    keys: [
      Key("id", .id, isRequired: true),
      Key("title", .localized, isRequired: true),
      Key("source", .text),
      Key("columns", .number(0...1000), isRequired: true),
      Key("rows", .number(0...1000), isRequired: true),
      Key("blocks", .list(.object(block)), isRequired: true),
      Key("order", .list(.text), isRequired: true),
      Key("mini", .list(.text)),
    ])

  static let block = PlanShape(
    name: "block",
    keys: [
      Key("id", .id, isRequired: true),
      Key("label", .localized, isRequired: true),
      Key("short", .localized),
      Key("prompt", .localized, isRequired: true),
      Key("x", .number(0...1000), isRequired: true),
      Key("y", .number(0...1000), isRequired: true),
      Key("width", .number(0...1000), isRequired: true),
      Key("height", .number(0...1000), isRequired: true),
    ])

  static let sheet = PlanShape(
    name: "sheet",
    keys: [
      Key("id", .id, isRequired: true),
      Key("title", .localized, isRequired: true),
      Key("sorted", .flag),
      Key("fields", .list(.object(field)), isRequired: true),
    ])

  static let field = PlanShape(
    name: "field",
    keys: [
      Key("id", .id, isRequired: true),
      Key("label", .localized, isRequired: true),
      Key("prompt", .localized),
      Key(
        "type",
        .word(["line", "text", "number", "scale", "date", "choice", "person", "card"]),
        isRequired: true),
      Key("choices", .list(.object(choice))),
      Key("several", .flag),
      Key("minimum", .number(-1_000_000...1_000_000)),
      Key("maximum", .number(-1_000_000...1_000_000)),
      Key("board", .text),
      Key("otherwise", .text),
    ])

  static let choice = PlanShape(
    name: "choice",
    keys: [
      Key("id", .id, isRequired: true),
      Key("label", .localized, isRequired: true),
      Key("for", .flag),
    ])

  static let deck = PlanShape(
    name: "deck",
    keys: [
      Key("id", .id, isRequired: true),
      Key("title", .localized, isRequired: true),
      Key("fits", .localized),
      Key("categories", .list(.object(category)), isRequired: true),
    ])

  static let category = PlanShape(
    name: "category",
    keys: [
      Key("id", .id, isRequired: true),
      Key("label", .localized, isRequired: true),
      Key("full", .number(0...100), isRequired: true),
      Key("short", .number(0...100), isRequired: true),
      Key("express", .number(0...100), isRequired: true),
      Key("optional", .flag),
      Key("faceDown", .flag),
      Key("cards", .list(.object(card)), isRequired: true),
    ])

  static let card = PlanShape(
    name: "card",
    keys: [
      Key("id", .id, isRequired: true),
      Key("text", .localized, isRequired: true),
      Key("themes", .list(.text)),
    ])
}

/// A file of content: what is wrong with it.
package enum ContentFile {
  /// Everything that is wrong with its shape and its names, what weighs most first.
  ///
  /// - Parameters:
  ///   - path: relative to the assets folder; what lies there says what the file should hold.
  ///   - words: the names that it may use; nil: only what makes it unusable is of interest.
  package static func problems(
    in text: JSONText, at path: String, words: PlanWords?
  ) -> [PlanProblem] {
    guard let shape = PlanShape.content(at: path) else { return [] }
    return PlanReader.problems(in: text, as: shape, words: words)
  }

  /// A new file, whole and sound, of which nothing but the title is filled in; nil for a folder that has none
  /// made so.
  ///
  /// - Parameter steps: what stands where something must.
  package static func new(
    _ folder: String, id: String, title: String, steps: String
  ) -> String? {
    let (id, title, step) = (
      JSONText.Node(.text(id)), JSONText.Node(.text(title)), JSONText.Node(.text(steps))
    )
    let head: JSONText.Node = ["id": id, "title": title]
    let node: JSONText.Node
    switch folder {
    case "methods":
      node = head.with(
        "minutes", ["minimum": .number(15), "usual": .number(20), "maximum": .number(30)]
      )
      .with("people", ["minimum": .number(3), "maximum": .number(40)])
      .with("purpose", step).with("steps", .list([step]))
    case "warm-ups":
      node = head.with("minutes", ["minimum": .number(5), "maximum": .number(10)])
        .with("people", ["minimum": .number(3), "maximum": .number(40)])
        .with("energy", .number(2)).with("noise", .number(2)).with("standing", .no)
        .with("touch", .no).with("moments", .list(["open"])).with("steps", .list([step]))
    case "canvases":
      let block: JSONText.Node = [
        "id": "block", "label": step, "prompt": "…", "x": .number(0), "y": .number(0),
        "width": .number(1), "height": .number(1),
      ]
      node = head.with("columns", .number(1)).with("rows", .number(1))
        .with("blocks", .list([block])).with("order", .list(["block"]))
    case "sheets":
      node = head.with(
        "fields", .list([["id": JSONText.Node(.text(Card.text)), "label": title, "type": "line"]]))
    case "decks":
      let card: JSONText.Node = ["id": JSONText.Node(.text("\(id.text ?? "")-1")), "text": step]
      let pile: JSONText.Node = [
        "id": "pile", "label": title, "full": .number(1), "short": .number(1),
        "express": .number(1), "cards": .list([card]),
      ]
      node = head.with("categories", .list([pile]))
    default: return nil
    }
    return JSONPrinter.text(of: node) + "\n"
  }

  /// One game or method of a file that holds many, as the text of a file of its own; nil where it is not there.
  ///
  /// - Parameter text: of `methods.json` or `warm-ups.json`.
  package static func part(_ id: String, of text: String) -> String? {
    guard let root = (try? JSONText(Array(text.utf8)))?.root, case .object(let lists) = root.value
    else { return nil }
    let parts = lists.flatMap(\.node.elements)
    return parts.first { $0["id"]?.text == id }.map { JSONPrinter.text(of: $0) + "\n" }
  }
}
