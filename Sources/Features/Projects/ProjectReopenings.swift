package import Shell

extension [Reopening] {
  /// What is typed of projects, between the sessions and by the jury.
  package static var projects: [Reopening] {
    [.newProject, .nextStep, .signUp, .juryForm, .betweenNote, .stepWord, .since]
  }
}
