import Assets
import Journaling
import Languages
import Shell

/// The content a workshop works with: what comes along, and the directory's own files over it.
///
/// Here the two who know half each meet: `Assets` knows what is wrong with a deck and at which value,
/// `Journal` knows the disk, strict JSON and on which line a value stands.
struct OwnContent {
  let content: Content
  /// Files that are not used, in the order of their paths.
  let refused: [DiagnosticText]
  /// The directory; nil: only what comes along was asked for.
  let root: String?

  /// Whether the directory has no file of its own, used or not.
  var isEmpty: Bool { content.own.isEmpty && refused.isEmpty }

  /// What comes along and nothing else.
  init() {
    content = .builtIn
    refused = []
    root = nil
  }

  /// The content of a directory; where none is named, of the workshop one stands in, else what comes along.
  static func here(_ path: String?) throws -> OwnContent {
    guard let path = path ?? Directory.here?.root else { return OwnContent() }
    let directory = Directory(path)
    guard directory.isThere else { throw CommandError.failed("there is no directory \(path)") }
    return OwnContent(directory)
  }

  /// What in the files that are used will not do what was meant: keys that nothing reads, names of nothing.
  ///
  /// - Parameter words: the names that they may use.
  func lost(_ words: PlanWords) -> [DiagnosticText] {
    let texts = root.flatMap { Directory($0).ownAssets()?.texts } ?? [:]
    return texts.sorted { $0.key < $1.key }.filter { content.own.contains($0.key) }
      .flatMap { path, text in
        ContentFile.problems(in: text, at: path, words: words)
          .map { DiagnosticText($0, in: "assets/" + path) }
      }
  }

  /// Puts a file into the workshop's own content and has this terminal work with it at once; the others see
  /// it within a second or three.
  static func write(_ text: String, at path: String, _ scene: inout Scene) {
    guard let folder = scene.folder else { return }
    let directory = Directory(folder)
    do throws(JournalError) {
      try directory.putAsset(text, at: path)
      scene.content = OwnContent(directory).content
    } catch {
      scene.notice(Phrase(error), isWarning: true)
    }
  }

  /// The directory may be a workshop's or one that is going to be.
  init(_ directory: Directory) {
    root = directory.root
    guard let files = directory.ownAssets(), !(files.texts.isEmpty && files.findings.isEmpty) else {
      content = .builtIn
      refused = []
      return
    }
    content = Content(own: files.texts.mapValues(\.text))
    let faults = content.problems.compactMap { problem in
      files.texts[problem.path].map { DiagnosticText(problem, in: $0) }
    }
    refused = (files.findings.map(DiagnosticText.init) + faults).sorted { $0.file < $1.file }
  }
}
