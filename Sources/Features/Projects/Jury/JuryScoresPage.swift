import Languages
import Shell
import WorkshopCore
import WorkshopQueries

/// The jury's scores at the desk: raw, adjusted for severity, where jurors disagree, who is severe.
enum JuryScoresPage {
  static func page(_ jury: Jury, _ scene: Scene) -> Page {
    let scores = jury.scores
    var rows: [Page.Row] = []
    for row in scores.rows {
      rows.append(
        Page.Row(
          text: "\(row.rank)  \(scene.workshop.card(row.project)?.text ?? "")", isHeading: true))
      rows.append(Page.Row(text: line(row, scene)))
      rows += jury.criteria.compactMap { spread(row, $0, jury, scene) }
      let votes = JuryWords.recommendations(
        jury.forms(for: row.project), board: jury.forms(for: row.project).first?.cards.first?.board,
        scene)
      if !votes.isEmpty { rows.append(Page.Row(text: votes)) }
      rows.append(Page.Row(text: " "))
    }
    rows += severities(scores, jury, scene)
    return Page(title: "The jury's scores", lines: rows)
  }

  /// `4.2 of 5 from 5 jurors · adjusted 4.3`.
  static func line(_ row: JuryScores.Row, _ scene: Scene) -> String {
    let raw = scene.say(
      row.jurors == 1
        ? "\(scene.language.oneDecimal(row.raw)) from one juror"
        : "\(scene.language.oneDecimal(row.raw)) from \(row.jurors) jurors")
    guard let adjusted = row.adjusted else {
      return raw + " · " + scene.say("cannot be adjusted: the jurors share no project")
    }
    let place = row.adjustedRank.map { $0 == row.rank ? "" : " (\($0).)" } ?? ""
    return raw + " · " + scene.say("adjusted \(scene.language.oneDecimal(adjusted))") + place
  }

  private static func spread(
    _ row: JuryScores.Row, _ criterion: Field, _ jury: Jury, _ scene: Scene
  ) -> Page.Row? {
    guard let spread = row.spreads[criterion.id] else { return nil }
    let range =
      spread.width == 0
      ? "\(Int(spread.least))" : "\(Int(spread.least))–\(Int(spread.most))"
    let mark = JuryScoresPage.isContested(spread, criterion) ? "  ≠ " + scene.say("far apart") : ""
    let outliers = spread.outliers.compactMap { scene.workshop.card($0)?.text }
    let who =
      outliers.isEmpty ? "" : "  " + scene.say("ask \(outliers.joined(separator: ", "))")
    return Page.Row(
      term: scene.say(criterion.label),
      text: "\(scene.language.oneDecimal(spread.mean))  (\(range))\(mark)\(who)",
      isWarning: !mark.isEmpty)
  }

  /// Half the scale or more lies between the lowest and the highest score.
  static func isContested(_ spread: JuryScores.Spread, _ criterion: Field) -> Bool {
    guard let least = criterion.minimum, let most = criterion.maximum else { return false }
    return spread.width * 2 >= Double(most - least)
  }

  private static func severities(
    _ scores: JuryScores, _ jury: Jury, _ scene: Scene
  ) -> [Page.Row] {
    let known = jury.jurors.compactMap { juror in
      scores.severities[juror.id].map { (juror.text, $0) }
    }
    guard known.count > 1 else { return [] }
    return [
      Page.Row(text: scene.say("Who is severe"), isHeading: true)
    ]
      + known.sorted { $0.1 < $1.1 }.map { name, value in
        let sign = value < 0 ? "−" : "+"
        return Page.Row(term: name, text: sign + scene.language.oneDecimal(abs(value)))
      } + [
        Page.Row(text: " "),
        Page.Row(
          text: scene.say(
            "Adjusted: as if every juror had scored every project. Equal to the raw score where they did."
          )),
      ]
  }
}
