/// The ids that readers of Markdown give headings by themselves: GitHub's rule, which GitLab and pandoc's own
/// reading of it follow for letters, digits, spaces and hyphens.
enum MarkdownAnchors {
  /// The ids of a report's chapters by their headings.
  static func chapters(of report: Report) -> [String: String] {
    var taken: [String: Int] = [:]
    func id(_ text: String) -> String {
      let plain = slug(text)
      let before = taken[plain, default: 0]
      taken[plain] = before + 1
      return before == 0 ? plain : "\(plain)-\(before)"
    }
    _ = id(Report.line(report.title))
    return report.chapters { _, text in id(text) }
  }

  /// In lower case; a space is a hyphen, and other marks are nothing.
  private static func slug(_ text: String) -> String {
    var id = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      switch scalar.properties.generalCategory {
      case .spaceSeparator: id.append("-")
      case .dashPunctuation where scalar == "-": id.append(scalar)
      case .connectorPunctuation where scalar == "_": id.append(scalar)
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
        id.append(scalar)
      default: break
      }
    }
    return String(id)
  }
}
