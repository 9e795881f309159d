import FoundationEssentials
import Languages
import Projects
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

extension Command {
  static let why = Command(
    name: "why", usage: "DIR PROJECT",
    summary: "Show why a project is there, from the persona to the decision",
    options: [Option(name: "json", help: "As JSON, with the id of everything it rests on")],
    rest: 1...1_000
  ) { arguments in
    let scene = try Opening.scene(try arguments.directory, role: .facilitator, arguments: arguments)
    let project = try project(
      arguments.words.dropFirst().joined(separator: " "), in: scene)
    let steps = WhyText.steps(of: project, scene)
    if arguments.has("json") {
      let document = WhyDocument(
        project: .init(
          id: project.id, text: project.text,
          status: scene.workshop.status(of: project.id)?.rawValue),
        steps: steps.map { step in
          .init(
            step: step.kind.rawValue,
            items: step.items.map { .init(id: $0.id, text: Text.sanitised($0.text)) })
        })
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      Console.print(String(decoding: try encoder.encode(document), as: UTF8.self))
      return 0
    }
    Console.print("\(project.text)\n\(scene.standing(of: project.id))\n")
    let before = HistoryText.lines(scene)
    if !before.isEmpty {
      Console.print(scene.say("Earlier programmes"))
      Console.print(before.map { "  " + Text.sanitised($0) }.joined(separator: "\n") + "\n")
    }
    let width = (steps.map { Text.width(scene.say($0.label)) }.max() ?? 0) + 2
    for step in steps {
      let label = Text.pad(scene.say(step.label), to: width)
      let texts =
        step.items.isEmpty ? step.missing.map { [scene.say($0)] } ?? [] : step.items.map(\.text)
      for (index, text) in texts.enumerated() {
        let mark = step.items.isEmpty ? "- " : "  "
        Console.print((index == 0 ? label : Text.pad("", to: width)) + mark + text)
      }
    }
    return 0
  }

  /// A project by its id, or by a part of its title that no other has.
  private static func project(_ name: String, in scene: Scene) throws -> Card {
    let projects = scene.workshop.projects
    let wanted = Fold.plain(name).trimmed
    let all = projects.map { "  \($0.id)  \($0.text)" }.joined(separator: "\n")
    if projects.isEmpty { throw CommandError.failed("There is no project yet") }
    guard !wanted.isEmpty else {
      throw CommandError.usage("which project? \("\n" + all)")
    }
    if let exact = projects.first(where: { $0.id == name || Fold.plain($0.text) == wanted }) {
      return exact
    }
    let found = projects.filter { Fold.plain($0.text).contains(wanted) }
    if let only = found.first, found.count == 1 { return only }
    guard found.isEmpty else {
      let list = found.map { "  \($0.id)  \($0.text)" }.joined(separator: "\n")
      throw CommandError.failed("several projects are called “\(name)”: \("\n" + list)")
    }
    throw CommandError.failed("no project “\(name)”; there are \("\n" + all)")
  }
}

/// What `atelier why --json` prints.
private struct WhyDocument: Encodable {
  struct Project: Encodable {
    let id: String
    let text: String
    /// Null while nobody decided.
    let status: String?
  }

  struct Step: Encodable {
    let step: String
    /// Empty: nobody linked anything.
    let items: [Item]
  }

  struct Item: Encodable {
    let id: String
    let text: String
  }

  let project: Project
  let steps: [Step]
}
