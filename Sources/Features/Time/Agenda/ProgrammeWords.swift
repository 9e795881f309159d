package import Languages
package import WorkshopCore

/// The points of a programme's checklist, as people call them.
package enum ProgrammeWords {
  /// What nobody has filled in, in a line; empty where all is there.
  package static func open(_ programme: Programme, _ language: Language) -> String {
    programme.open.isEmpty
      ? ""
      : language.labelled(
        language("Not filled in yet"), names(programme.open, language))
  }

  static func names(_ fields: [Programme.Field], _ language: Language) -> String {
    fields.map { language(name($0)) }.joined(separator: ", ")
  }

  private static func name(_ field: Programme.Field) -> Phrase {
    switch field {
    case .callText: "the text of the call"
    case .callOpens: "the day the call opens"
    case .callCloses: "the day the call closes"
    case .callWho: "who may answer"
    case .callRules: "the rules"
    case .callAnonymous: "ideas with or without names"
    case .fewThemes: "few themes"
    case .closePeople: "participants close to the matter"
    case .shortExperiment: "a short experiment"
    case .fundName, .fundAmount, .fundCurrency: "a fund of its own"
    case .easyEvaluation: "easy to evaluate"
    }
  }
}
