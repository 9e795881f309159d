import Assets
import Languages

/// The pages that tell more than the README: `Assets/help`, in English.
enum HelpTopics {
  /// Their names, in alphabetical order.
  static let all = Content.builtIn.paths.compactMap { path -> String? in
    guard path.hasPrefix(folder), path.hasSuffix(ending) else { return nil }
    return String(path.dropFirst(folder.count).dropLast(ending.count))
  }

  /// A page as it is written; nil where there is none of that name.
  static func text(_ name: String) -> String? {
    Content.builtIn.text(at: folder + name + ending)
  }

  private static let folder = "help/"
  private static let ending = ".md"
}
