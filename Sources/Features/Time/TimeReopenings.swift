package import Shell

extension [Reopening] {
  /// What is typed of the day and its time.
  package static var time: [Reopening] {
    [
      .plan, .workshop, .newItem, .newBoard, .newContent, ContentSubject.reopening, .roundWho,
      .roundSubject, .dayEnd, .fixedStart,
    ]
  }
}
