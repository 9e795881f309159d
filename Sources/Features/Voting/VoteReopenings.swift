package import Shell

extension [Reopening] {
  /// What is typed of votes at the desk; what voters mark is theirs.
  package static var voting: [Reopening] {
    [.tieDecider, .tieReason, .totals, .newWall, .handsUp, .paperBallots, .closingHands]
  }
}
