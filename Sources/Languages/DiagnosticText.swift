package import Assets
package import Journaling

/// Something wrong in the workshop directory: in which file, where, why.
package struct DiagnosticText: Equatable, Sendable {
  /// Such as `assets/sheets/idea.json`.
  package let file: String
  /// Counted from 1; 0 stands for the whole file.
  package let line: Int
  /// In characters, counted from 1; 0 stands for the whole line.
  package let column: Int
  package let reason: Phrase
  /// It may be meant so, and is no fault.
  package let isDoubt: Bool

  private init(_ file: String, _ line: Int, _ column: Int, _ reason: Phrase, isDoubt: Bool) {
    self.file = file
    self.line = line
    self.column = column
    self.reason = reason
    self.isDoubt = isDoubt
  }

  package init(_ finding: Diagnostic) {
    if case .edited(let problem) = finding.kind {
      self.init(problem, in: finding.file)
    } else if case .unreadable(let code) = finding.kind {
      self.init(
        finding.file, finding.line, finding.column, "cannot be read: \(Phrase(errno: code))",
        isDoubt: false)
    } else {
      let message = finding.message
      // A setting that makes others late is no damage.
      var isDoubt = false
      if case .surroundings = finding.kind { isDoubt = true }
      self.init(
        finding.file, finding.line, finding.column,
        Phrase(key: message.key, arguments: message.arguments), isDoubt: isDoubt)
    }
  }

  package init(_ problem: Content.Problem, in text: JSONText) {
    self.init(problem.fault, of: text, in: Diagnostic.shown("assets/" + problem.path))
  }

  package init(_ fault: ContentError, of text: JSONText, in file: String) {
    if case .undecodable(let error) = fault.reason {
      self.init(text.problem(error), in: file)
    } else {
      let place = text.place(of: fault.path)
      self.init(file, place.line, place.column, Phrase(fault), isDoubt: false)
    }
  }

  package init(_ problem: PlanProblem, in file: String) {
    self.init(
      file, problem.line, problem.column, Phrase(problem), isDoubt: problem.weight == .doubt)
  }

  /// As compilers write it, so that editors can jump there: `assets/sheets/idea.json:4:7`.
  package var place: String {
    line == 0 ? file : column == 0 ? "\(file):\(line)" : "\(file):\(line):\(column)"
  }
}
