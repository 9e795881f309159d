public import WorkshopCore

/// What several jurors gave several projects: raw, adjusted for severity, and where they disagree.
///
/// A juror who has a conflict of interest scores fewer projects than the others, and a severe one then
/// pulls down only those that they saw. The adjusted score is what a project would have if every juror
/// had scored it: the least-squares fit of score = project + juror, with jurors' severities that sum to
/// nothing (https://stats.stackexchange.com/questions/347931: a regression with entrant and judge as
/// explanatory variables). Where everybody scored everything, it equals the raw mean.
public struct JuryScores: Equatable, Sendable {
  /// One score: a juror's, of a project, on a criterion.
  public struct Mark: Equatable, Sendable {
    public let juror: String
    public let project: String
    public let criterion: String
    public let score: Double

    public init(juror: String, project: String, criterion: String, score: Double) {
      self.juror = juror
      self.project = project
      self.criterion = criterion
      self.score = score
    }
  }

  /// A project's result, in the unit of the marks.
  public struct Row: Equatable, Sendable {
    public let project: String
    /// The mean over jurors of each one's mean over the criteria.
    public let raw: Double
    /// What it would be had every juror scored it; nil where the jurors have no project in common, so
    /// that nothing tells their severities apart from the projects' worth.
    public let adjusted: Double?
    /// How many jurors scored it.
    public let jurors: Int
    /// By criterion.
    public let spreads: [String: Spread]
    /// 1 is best by the raw mean; ties share the better rank.
    public internal(set) var rank = 0
    /// By the adjusted score, among those that have one.
    public internal(set) var adjustedRank: Int?
  }

  /// How far jurors are apart on one criterion.
  public struct Spread: Equatable, Sendable {
    public let mean: Double
    public let least: Double
    public let most: Double
    /// The sample standard deviation; 0 for a single juror.
    public let deviation: Double
    /// Jurors whose score lies more than two standard deviations from the mean: worth a question. That
    /// takes six jurors at least.
    public let outliers: [String]

    public var width: Double { most - least }
  }

  /// Best first by the raw mean; ties stand in the order of the marks.
  public let rows: [Row]
  /// How much less (negative: more severe) than the others each juror gives.
  public let severities: [String: Double]

  public init(_ marks: [Mark]) {
    let sheets = Self.sheets(of: marks)
    let fit = Self.fit(sheets)
    let order = marks.map(\.project).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    var rows = order.map { project in
      let own = sheets.filter { $0.project == project }
      return Row(
        project: project, raw: Self.mean(own.map(\.score)), adjusted: fit?.projects[project],
        jurors: own.count, spreads: Self.spreads(of: marks.filter { $0.project == project }))
    }
    for index in rows.indices {
      rows[index].rank = 1 + rows.count { Self.isMore($0.raw, than: rows[index].raw) }
      rows[index].adjustedRank = rows[index].adjusted.map { own in
        1 + rows.count { Self.isMore($0.adjusted ?? own, than: own) }
      }
    }
    self.rows = rows.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }.map(\.element)
    severities = fit?.jurors ?? [:]
  }

  /// A juror's mean over the criteria for one project.
  private typealias Sheet = (juror: String, project: String, score: Double)

  private static func sheets(of marks: [Mark]) -> [Sheet] {
    let byPair = Dictionary(grouping: marks) { [$0.juror, $0.project] }
    return byPair.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map {
      ($0.key[0], $0.key[1], mean($0.value.map(\.score)))
    }
  }

  private static func spreads(of marks: [Mark]) -> [String: Spread] {
    Dictionary(grouping: marks, by: \.criterion).mapValues { marks in
      let scores = marks.map(\.score)
      let mean = mean(scores)
      let squares = scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let deviation = scores.count > 1 ? (squares / Double(scores.count - 1)).squareRoot() : 0
      let far = marks.filter { deviation > 0 && abs($0.score - mean) > 2 * deviation }
      return Spread(
        mean: mean, least: scores.min() ?? 0, most: scores.max() ?? 0, deviation: deviation,
        outliers: far.map(\.juror).sorted())
    }
  }

  private static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  /// More than rounding can explain.
  private static func isMore(_ a: Double, than b: Double) -> Bool { a - b > 1e-9 }
}

extension JuryScores {
  /// Projects' worths and jurors' severities; nil where the design falls apart.
  private static func fit(
    _ sheets: [Sheet]
  ) -> (projects: [String: Double], jurors: [String: Double])? {
    guard isConnected(sheets) else { return nil }
    let byJuror = Dictionary(grouping: sheets, by: \.juror)
    let byProject = Dictionary(grouping: sheets, by: \.project)
    var jurors = byJuror.mapValues { _ in 0.0 }
    var projects = byProject.mapValues { mean($0.map(\.score)) }
    // Each step lowers the sum of squares; a room's few dozen forms settle in a few dozen of them.
    for _ in 0..<10_000 {
      var change = 0.0
      for (juror, own) in byJuror {
        let new = mean(own.map { $0.score - (projects[$0.project] ?? 0) })
        change = max(change, abs(new - (jurors[juror] ?? 0)))
        jurors[juror] = new
      }
      let middle = mean(Array(jurors.values))
      for juror in byJuror.keys { jurors[juror, default: 0] -= middle }
      for (project, own) in byProject {
        projects[project] = mean(own.map { $0.score - (jurors[$0.juror] ?? 0) })
      }
      if change < 1e-12 { break }
    }
    return (projects, jurors)
  }

  /// Whether every juror can be compared with every other one, over projects they share.
  private static func isConnected(_ sheets: [Sheet]) -> Bool {
    guard let first = sheets.first else { return false }
    var jurors: Set = [first.juror]
    var projects: Set<String> = []
    var grew = true
    while grew {
      let reached = projects.union(sheets.filter { jurors.contains($0.juror) }.map(\.project))
      let known = jurors.union(sheets.filter { reached.contains($0.project) }.map(\.juror))
      grew = reached.count > projects.count || known.count > jurors.count
      (projects, jurors) = (reached, known)
    }
    return sheets.allSatisfy { jurors.contains($0.juror) }
  }
}

extension Jury {
  /// The scores given, without those of jurors who have a tie to the project.
  public var scores: JuryScores {
    JuryScores(
      projects.flatMap { project in
        forms(for: project.id).filter { !$0.hasConflict }.flatMap { form in
          criteria.compactMap { criterion in
            form[criterion.id].flatMap(Double.init).map {
              JuryScores.Mark(
                juror: form.juror, project: form.project, criterion: criterion.id, score: $0)
            }
          }
        }
      })
  }
}
