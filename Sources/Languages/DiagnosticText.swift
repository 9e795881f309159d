package import Assets
package import Journaling

/// Something wrong in the workshop directory: in which file, where, why.
package struct DiagnosticText: Equatable, Sendable {
  /// Such as `assets/sheets/idea.json`.
  package let file: String
  /// Counted from 1; 0 stands for the whole file.
  let line: Int
  /// In characters, counted from 1; 0 stands for the whole line.
  let column: Int
  package let reason: Phrase

  package init(_ finding: Diagnostic) {
    file = finding.file
    line = finding.line
    column = finding.column
    reason = Phrase(key: finding.message.key, arguments: finding.message.arguments)
  }

  package init(_ problem: Content.Problem, in text: JSONText) {
    file = Diagnostic.shown("assets/" + problem.path)
    if case .undecodable(let error) = problem.fault.reason {
      let place = text.problem(error)
      (line, column) = (place.line, place.column)
      reason = Phrase(key: place.message.key, arguments: place.message.arguments)
    } else {
      (line, column) = text.place(of: problem.fault.path)
      reason = Phrase(problem.fault)
    }
  }

  /// As compilers write it, so that editors can jump there: `assets/sheets/idea.json:4:7`.
  package var place: String {
    line == 0 ? file : column == 0 ? "\(file):\(line)" : "\(file):\(line):\(column)"
  }
}
