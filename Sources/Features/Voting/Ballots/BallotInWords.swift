import Languages
package import Shell
import Terminal
import WorkshopCore

/// A ballot that is written as one line and not marked with keys, for whoever has no screen to look at: the
/// same line as a paper ballot's, by the options' numbers.
extension Scene {
  /// Marks the ballot at hand as a line says, and reads it back; nil where none is being marked here.
  package func marking(asIn text: String) -> Outcome? {
    guard case (var sheet, let poll)? = sheet, sheet.reason == nil, !sheet.isReadBack else {
      return nil
    }
    let line = BallotLine(text, poll)
    if let fault = line.fault { return .refused(fault) }
    (sheet.marks, sheet.reasons) = (line.marks, line.reasons)
    var marked = self
    let outcome = Outcome.sheet(sheet, self)
    marked.focus = outcome.focus ?? focus
    return BallotSheet.readBack.decide(marked)
  }

  /// How a line is written in the vote at hand; nil where no ballot is being marked here.
  package var ballotExample: String? {
    guard let (sheet, poll) = sheet, sheet.reason == nil, !sheet.isReadBack else { return nil }
    return BallotLine.example(poll)
  }

  /// Whether a text is asked for at a ballot terminal: a code, a receipt, a reason.
  package var asksBallotText: Bool {
    needsCode || focus.booth?.asksProof == true || sheet?.sheet.reason != nil
  }
}
