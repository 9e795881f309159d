import Cards
package import Shell

extension [Reopening] {
  /// What is typed on boards.
  package static var boards: [Reopening] {
    [
      .newCard, .parking, .parkingWalk, .rewording, .splitCard, .newCluster, .clusterName,
      .suggestions, .journeyHead,
    ]
  }
}
