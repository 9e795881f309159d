import Assets
import Cards
import Journaling
import Languages
import Shell
import Terminal
import WorkshopCore

extension Command {
  /// Copies of the directory, in which groups worked by themselves, come together again.
  static let merge = Command(
    name: "merge", usage: "DIR OTHER…",
    summary: "Take in what was written in copies of the directory",
    options: [Option(name: "dry-run", help: "Show what would change, write nothing")],
    rest: 1...1_000
  ) { arguments in
    let directory = try arguments.directory
    let others = arguments.words.dropFirst().map { Directory($0) }
    guard !others.isEmpty else {
      throw CommandError.usage("which copies? Name their directories")
    }
    let isTrial = arguments.has("dry-run")
    let before = try Opening.scene(
      directory, role: .facilitator, arguments: arguments, tellsAll: false)
    let merged: Merged
    let after: Workshop
    do throws(JournalError) {
      merged = try directory.merge(others, isTrial: isTrial)
      var journal = try Journal(directory, by: arguments.name, isViewer: true)
      after =
        History(
          plan: try PlanFile(directory).plan, entries: journal.refresh() + merged.entries,
          catalogue: before.workshop.catalogue
        ).workshop
    } catch {
      throw CommandError.journal(error)
    }
    let wording = MergeWording(merged, into: directory, before: before, after: after)
    var lines = wording.lines
    if isTrial { lines.append(before.say("Nothing was written: --dry-run.")) }
    Console.print(lines.joined(separator: "\n"))
    return 0
  }
}

/// What came in by a merge, said to whoever asked for it.
struct MergeWording {
  private let merged: Merged
  private let directory: Directory
  private let scene: Scene
  private let after: Workshop

  init(_ merged: Merged, into directory: Directory, before scene: Scene, after: Workshop) {
    self.merged = merged
    self.directory = directory
    self.scene = scene
    self.after = after
  }

  var lines: [String] {
    merged.sources.flatMap { source in
      let lines = self.lines(source)
      return lines.isEmpty ? [] : [source.path] + lines.map { "  " + $0 }
    } + sum
  }

  /// What is worth a line of one directory.
  private func lines(_ source: Merged.Source) -> [String] {
    if source.isSame { return [scene.say("is the directory itself: nothing to do")] }
    var lines: [String] = []
    let counts: [(Phrase, Int)] = [
      ("Journals that were missing here: \(count(.missing, source))", count(.missing, source)),
      ("Journals that go on longer there: \(count(.longer, source))", count(.longer, source)),
      (
        "Journals of one name with other bytes, kept beside: \(count(.different, source))",
        count(.different, source)
      ),
    ]
    lines += counts.filter { $0.1 > 0 }.map { scene.say($0.0) }
    switch source.plan {
    case .none: break
    case .parts(let parts):
      let names = parts.joined(separator: ", ")
      lines.append(scene.say("Its plan says something else of \(names): the plan here is used."))
      lines.append(
        scene.say("To take the other: copy \(Directory(source.path).plan) over \(directory.plan)"))
    case .refused(let error):
      lines.append(scene.say("Its plan is not read, the one here is used: \(Phrase(error))"))
    }
    lines += source.assets.map { scene.say("assets/\($0) came along") }
    lines += source.otherAssets.map { scene.say("assets/\($0) differs: the one here stays") }
    lines += source.findings.map { finding in
      let place = finding.line > 0 ? "\(finding.file):\(finding.line)" : finding.file
      return place + ": " + scene.say(DiagnosticText(finding).reason)
    }
    return lines
  }

  private func count(_ reason: Merged.Reason, _ source: Merged.Source) -> Int {
    source.journals.count { $0.reason == reason }
  }

  /// What the workshop has now that it did not have.
  private var sum: [String] {
    guard !merged.entries.isEmpty else {
      return [
        scene.say(
          merged.isEmpty ? "Nothing is new: everything was here already." : "No entry is new.")
      ]
    }
    let names = Dictionary(grouping: merged.entries, by: \.by).mapValues(\.count)
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
    var lines = [
      scene.say(
        "Entries that came in: \(merged.entries.count) (\(names.joined(separator: ", ")))")
    ]
    var there = scene
    there.workshop = after
    let fresh = Set(merged.entries.map(\.id.description))
    for board in after.boards {
      let count = there.listed(on: board).count { fresh.contains($0.id) }
      if count > 0 { lines.append(scene.say("New cards on \(board.title): \(count)")) }
    }
    let boardsHere = Set(scene.workshop.boards.map(\.id))
    let boards = after.boards.filter { !boardsHere.contains($0.id) }.map { scene.say($0.title) }
    if !boards.isEmpty { lines.append(scene.say("New boards: \(boards.joined(separator: ", "))")) }
    let known = scene.conflicts
    let conflicts = there.conflicts.filter { !known.contains($0) }
    if !conflicts.isEmpty {
      let count = conflicts.count
      let heading: Phrase =
        "Edited at the same time, both texts kept: \(count). On the screen \(key) settles them."
      lines.append(scene.say(heading))
      lines += there.lines(conflicts).map { "  " + $0 }
    }
    return lines
  }

  private var key: String { Key.alt("d").label }
}
