import Testing
import WorkshopCore
import WorkshopQueries

/// Scores of several jurors: raw, adjusted for severity, and where they disagree.
@Suite struct JuryScoresTests {
  private typealias Mark = JuryScores.Mark

  /// One criterion; a row a juror, a column a project, nil where a juror did not score.
  private func scores(_ table: [[Double?]]) -> JuryScores {
    JuryScores(
      table.enumerated().flatMap { juror, row in
        row.enumerated().compactMap { project, score in
          score.map {
            Mark(juror: "j\(juror)", project: "p\(project)", criterion: "c", score: $0)
          }
        }
      })
  }

  private func row(_ scores: JuryScores, _ project: String) throws -> JuryScores.Row {
    try #require(scores.rows.first { $0.project == project })
  }

  @Test func `a score is the mean over jurors of their means over the criteria`() throws {
    let scores = JuryScores([
      Mark(juror: "a", project: "p", criterion: "group", score: 5),
      Mark(juror: "a", project: "p", criterion: "test", score: 3),
      Mark(juror: "b", project: "p", criterion: "group", score: 1),
    ])
    let row = try row(scores, "p")
    #expect(row.raw == 2.5 && row.jurors == 2)
    #expect(row.spreads["group"]?.mean == 3 && row.spreads["group"]?.width == 4)
    #expect(row.spreads["test"]?.deviation == 0)
  }

  @Test func `where everybody scored everything, adjusting changes nothing`() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<50 {
      let table = (0..<4).map { _ in
        (0..<5).map { _ in Double(Int.random(in: 1...5, using: &random)) as Double? }
      }
      for row in scores(table).rows {
        #expect(abs(row.raw - (row.adjusted ?? -1)) < 1e-6)
        #expect(row.rank == row.adjustedRank)
      }
    }
  }

  @Test func `a severe juror who may not judge one project no longer decides the order`() throws {
    // The third juror gives two less than the others and has a tie to the second project, which the
    // others find as good as the first.
    let scores = scores([[4, 4, 3], [5, 5, 4], [2, nil, 1]])
    #expect(try row(scores, "p1").rank == 1)
    #expect(try row(scores, "p0").rank == 2)
    let (first, second) = (try row(scores, "p0"), try row(scores, "p1"))
    let (a, b) = (try #require(first.adjusted), try #require(second.adjusted))
    #expect(abs(a - b) < 1e-6)
    #expect(first.adjustedRank == 1 && second.adjustedRank == 1)
    let severities = scores.severities
    #expect(severities.min { $0.value < $1.value }?.key == "j2")
    #expect(abs(severities.values.reduce(0, +)) < 1e-6)
  }

  @Test func `an exact model is found again, whatever is missing`() throws {
    var random = SplitMix64(seed: 11)
    for _ in 0..<30 {
      let worth = (0..<5).map { _ in Double.random(in: 2...4, using: &random) }
      var severity = (0..<4).map { _ in Double.random(in: -1...1, using: &random) }
      let middle = severity.reduce(0, +) / 4
      severity = severity.map { $0 - middle }
      let table = (0..<4).map { juror in
        (0..<5).map { project -> Double? in
          // Every juror misses one project, each another one: still all connected.
          project == juror ? nil : worth[project] + severity[juror]
        }
      }
      let scores = scores(table)
      for project in worth.indices {
        let adjusted = try #require(try row(scores, "p\(project)").adjusted)
        #expect(abs(adjusted - worth[project]) < 1e-6)
      }
    }
  }

  @Test func `jurors without a project in common cannot be compared, and no number pretends so`() {
    let scores = scores([[4, nil], [nil, 2]])
    #expect(scores.rows.allSatisfy { $0.adjusted == nil && $0.adjustedRank == nil })
    #expect(scores.severities.isEmpty)
    #expect(scores.rows.map(\.rank) == [1, 2])
  }

  @Test func `ties share a rank`() {
    let scores = scores([[3, 3, 1], [4, 4, 2]])
    #expect(scores.rows.map(\.rank) == [1, 1, 3])
  }

  @Test func `a score far from all the others is named, which takes six jurors`() throws {
    let six = scores([[4], [4], [4], [4], [4], [1]])
    #expect(try row(six, "p0").spreads["c"]?.outliers == ["j5"])
    let five = scores([[4], [4], [4], [4], [1]])
    #expect(try row(five, "p0").spreads["c"]?.outliers == [])
  }

  @Test func `nobody's scores are no scores`() {
    #expect(JuryScores([]).rows.isEmpty && JuryScores([]).severities.isEmpty)
  }
}
