package import Shell

extension [Reopening] {
  /// What is typed of people.
  package static var people: [Reopening] { [.checkIn, .seatRoll] }
}
