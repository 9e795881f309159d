public import WorkshopCore

/// The closing evaluation: was it worth the time, and did people meet someone new.
///
/// ROTI is the return on time invested, from 0 (lost) to 5 (much gained). Who answered is not known
/// here, and is nobody's business.
public struct Evaluation: Equatable, Sendable {
  /// How many gave each grade, 0 first; six numbers.
  public private(set) var grades: [Int]
  /// How many met someone new, and how many did not.
  public private(set) var yes: Int
  public private(set) var no: Int

  public init(grades: [Int] = [], yes: Int = 0, no: Int = 0) {
    self.grades = Self.scale.map { grades.indices.contains($0) ? max(0, grades[$0]) : 0 }
    self.yes = max(0, yes)
    self.no = max(0, no)
  }

  /// The grades there are.
  public static let scale = 0...5

  /// How many gave a grade.
  public var answers: Int { grades.reduce(0, +) }

  /// The mean grade, 0 to 5; nil while nobody gave one.
  public var mean: Double? {
    guard answers > 0 else { return nil }
    return Double(zip(Self.scale, grades).reduce(0) { $0 + $1.0 * $1.1 }) / Double(answers)
  }

  /// Those who met someone new, of those who said; nil while nobody did.
  public var met: Portion? { yes + no > 0 ? Portion(yes, of: yes + no) : nil }

  public var isEmpty: Bool { answers == 0 && met == nil }

  static func + (a: Evaluation, b: Evaluation) -> Evaluation {
    Evaluation(
      grades: zip(a.grades, b.grades).map { $0 + $1 }, yes: a.yes + b.yes, no: a.no + b.no)
  }

  /// The sheet of a slip, its fields, and the columns of what to keep and what to change.
  public static let sheet = "check-out"
  public static let roti = "roti"
  public static let met = "met"
  public static let yes = "yes"
  public static let no = "no"
  public static let keep: ZoneID = "keep"
  public static let change: ZoneID = "change"
}

extension Workshop {
  /// What people said at the end in an activity: by the hands or ballots of its votes where those were
  /// revealed, else by its slips.
  ///
  /// Hands and slips are of the same people: they are never added up. A vote on a scale gives grades; a
  /// single choice of two says who met someone new, yes first. The last one that was revealed counts.
  public func evaluation(of activity: ActivityID) -> Evaluation {
    let slips = Evaluation(slips: slips(of: activity))
    let revealed = polls.filter { $0.activity == activity && $0.isRevealed && $0.voters > 0 }
    let scale = revealed.last { $0.method.isScale }.map { poll in
      Evaluation.scale.map { poll.count(of: String($0)) }
    }
    let choice = revealed.last { $0.method == .single && $0.options.count == 2 }.map { poll in
      poll.options.map(poll.count)
    }
    return Evaluation(
      grades: scale ?? slips.grades, yes: choice?[0] ?? slips.yes, no: choice?[1] ?? slips.no)
  }

  /// Of every activity of a session that closes it.
  public func evaluation(of session: Session) -> Evaluation {
    session.activities.filter { catalogue.traits(of: $0).contains(.closing) }.reduce(Evaluation()) {
      $0 + evaluation(of: $1.id)
    }
  }

  /// The slips and words that were noted in an activity: those on its board since it was opened, until
  /// another that closes with the same board was.
  public func slips(of activity: ActivityID) -> [Card] {
    guard let board = plan.activity(activity)?.board, self.board(board)?.sheet == Evaluation.sheet
    else { return [] }
    var marks: [(opening: Opening, activity: ActivityID)] = []
    for other in plan.activities where other.board == board {
      marks += (openings[other.id] ?? []).map { ($0, other.id) }
    }
    marks.sort { $0.opening < $1.opening }
    return cards(on: board).filter { card in
      marks.last { $0.opening.stamp <= card.added }?.activity == activity
    }
  }
}

extension Card {
  /// Whether it holds nothing but a grade or a tick: there is nothing to read on a wall.
  public var isWordless: Bool {
    text.isEmpty && (self[Evaluation.roti] != nil || self[Evaluation.met] != nil)
  }
}

extension Evaluation {
  init(slips: [Card]) {
    let given = slips.compactMap { $0[Self.roti].flatMap { Int($0) } }
    self.init(
      grades: Self.scale.map { grade in given.count { $0 == grade } },
      yes: slips.count { $0[Self.met] == Self.yes }, no: slips.count { $0[Self.met] == Self.no })
  }
}

extension Poll {
  /// How many marked an option of a revealed vote.
  fileprivate func count(of option: String) -> Int {
    result?.rows.first { $0.option == option }?.score.whole ?? 0
  }
}
