import Languages
package import Reporting
package import Shell
import WorkshopCore
package import WorkshopQueries

/// What a closing evaluation says, in words.
package enum ClosingWords {
  /// `4.2 of 5 · 26 answers`; nil without a grade.
  package static func roti(_ evaluation: Evaluation, _ scene: Scene) -> String? {
    evaluation.mean.map { mean in
      let text = scene.language.oneDecimal(mean)
      return scene.say(
        evaluation.answers == 1
          ? "\(text) of 5 · one answer" : "\(text) of 5 · \(evaluation.answers) answers")
    }
  }

  /// `22 of 26 · 85 %`; nil where nobody said.
  package static func met(_ evaluation: Evaluation, _ scene: Scene) -> String? {
    evaluation.met.map { portion($0, scene) }
  }

  package static func portion(_ portion: Portion, _ scene: Scene) -> String {
    let text = scene.say("\(portion.count) of \(portion.of)")
    return portion.percent.map { "\(text) · \($0)\u{A0}%" } ?? text
  }

  /// A grade with what its ends mean.
  package static func grade(_ grade: Int, _ scene: Scene) -> String {
    switch grade {
    case Evaluation.scale.upperBound: "\(grade)  " + scene.say("much gained")
    case Evaluation.scale.lowerBound: "\(grade)  " + scene.say("time lost")
    default: "\(grade)"
    }
  }

  /// The same for the report. Nothing of what nobody answered.
  package static func report(_ evaluation: Evaluation, _ scene: Scene) -> [Report.Block] {
    let roti = roti(evaluation, scene).map { text -> [Report.Block] in
      let bars = Evaluation.scale.reversed().map { grade in
        Report.Bar(
          Self.grade(grade, scene), value: Double(evaluation.grades[grade]),
          text: String(evaluation.grades[grade]))
      }
      return [
        .bars(bars), .paragraph(scene.language.labelled(scene.say("Worth the time (ROTI)"), text)),
      ]
    }
    let met = met(evaluation, scene).map { text in
      Report.Block.paragraph(scene.language.labelled(scene.say("Met someone new"), text))
    }
    return (roti ?? []) + [met].compactMap { $0 }
  }
}
