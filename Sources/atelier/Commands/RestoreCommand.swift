import FoundationEssentials
import Glibc
import Journaling
import Languages
import Reporting
import WorkshopCore

extension Command {
  /// A workshop read back from what `export --format json` wrote, into a directory of its own.
  static func restore(_ bytes: [UInt8], from file: String, _ arguments: Arguments) throws -> Int32 {
    let language = try arguments.language ?? .ofLocale
    guard let path = arguments.words.first else {
      throw CommandError.usage("which workshop? Name its directory")
    }
    let document = try document(bytes, from: file)
    let writer = Directory.freshWriter()
    let restoration: Restoration
    do throws(Restoration.DocumentError) {
      restoration = try Restoration(document, writer: writer, now: .now)
    } catch {
      throw CommandError.failed("\(file) cannot be read back: \(Phrase(error))")
    }
    if !arguments.has("dry-run") {
      do throws(JournalError) {
        try Directory.create(
          at: path, plan: restoration.plan, entries: restoration.entries,
          as: (writer, arguments.name, .now))
      } catch {
        throw CommandError.journal(error)
      }
    }
    let cards = document.cards.filter { !$0.gone }.count
    var lines = [
      language(
        "Cards: \(cards) · people: \(document.people.count) · votes: \(document.polls.count)")
    ]
    lines += restoration.sealed.map {
      language("“\($0.question)” was not revealed: its \($0.voters) ballots are not in the file.")
    }
    lines += restoration.sealedBoards.map {
      language("“\($0)” is sealed: what its cards say is not in the file.")
    }
    lines += restoration.recounted.map {
      language(
        "“\($0)” counts otherwise here: one of its rules asks who voted, and the file does not say."
      )
    }
    lines.append(
      language("E-mail addresses are in no export: the people here have none."))
    lines.append(
      arguments.has("dry-run")
        ? language("Nothing was written: --dry-run.")
        : language("Made \(path). Next: atelier run \(path)"))
    Console.print(lines.joined(separator: "\n"))
    return 0
  }

  private static func document(_ bytes: [UInt8], from file: String) throws -> StateDocument {
    do {
      let text = try JSONText(bytes)
      do {
        return try JSONDecoder().decode(StateDocument.self, from: Data(text.text.utf8))
      } catch {
        throw text.problem(error as? DecodingError)
      }
    } catch let problem as PlanProblem {
      throw CommandError.failed(
        "\(file), line \(problem.line), column \(problem.column): \(Phrase(problem))")
    }
  }
}

extension Phrase {
  fileprivate init(_ problem: Restoration.DocumentError) {
    switch problem {
    case .newer(let version): self = "a later version of atelier wrote it (format \(version))"
    case .noPlan: self = "it has no plan; atelier export --format json writes one that has"
    case .badID(let id): self = "Invalid id: “\(id)”"
    case .twice(let id): self = "id used twice: “\(id)”"
    case .tooMany(let text): self = "Number too high: “\(text)”"
    }
  }
}
