/// An item of a session's agenda.
///
/// All times are whole minutes. A kind this version does not know is shown as a plain board.
public struct Activity: Equatable, Sendable, Identifiable {
  public var id: ActivityID
  public var title: Localized
  /// The id of an activity kind, such as `plenary` or `board`.
  public var kind: String
  public var phase: Phase?
  public var minutes: Int
  public var minimum: Int?
  public var maximum: Int?
  public var priority: Priority
  /// Lunch, a jury's arrival: starts when the plan says, whatever runs late.
  public var isFixed: Bool
  /// When a fixed item starts, `HH:MM`; nil: where the minutes before it lead.
  public var start: String?
  /// Minutes by which the plan lets it start later (earlier when negative) than what is before it ends:
  /// how a day that was planned anew says what it has lost.
  public var delay: Int
  /// Left out today: it keeps its line, takes no time and is passed over.
  public var isDropped: Bool
  /// What stands large on the stage.
  public var question: Localized?
  public var points: [Localized]
  /// For the facilitator's eyes only.
  public var script: Localized?
  public var lead: String?
  public var material: Localized?
  public var output: Localized?
  /// Where note-takers' lines go while this runs.
  public var board: BoardID?
  public var warmUp: String?
  public var rounds: [Round]
  /// A board whose cards each have a round, with the segments of the first one: a pitch for each project.
  public var each: BoardID?
  /// How many of those rounds are played here, the rest by an activity that goes on; nil: all.
  public var eachCount: Int?
  /// The activity whose `each` rounds go on here, with those that had no turn there.
  public var eachAfter: ActivityID?
  /// Whether a round begins by itself when the one before it is over.
  public var flow: Flow
  public var deck: String?
  /// How many cards are drawn for a persona.
  public var deal: Deck.Deal
  public var sheet: String?
  /// The canvas that is filled, or the journey.
  public var canvas: String?
  /// Only the canvas's core blocks.
  public var isMini: Bool
  public var poll: PollPlan?
  /// The way of working it follows, by its id in `methods.json`.
  public var method: String?
  /// What is set on its board when it opens first, by `Board.Setting`: closed for silent writing, say.
  public var sets: [String: String]?
  /// The tables' sheets go round: in each round a table writes on another one's.
  public var rotates: Bool?
  /// The version that is kept of every canvas when it opens first, before people go on with them.
  public var keeps: Localized?
  /// The axes its board's cards are placed on; nil: those of its method, if any.
  public var matrix: Matrix?
  /// Whether it says when people meet again, from the plan.
  public var saysNext: Bool?

  /// What may be cut when time runs out: could before should, must never.
  public enum Priority: String, Codable, CaseIterable, Sendable { case must, should, could }

  /// How the countdown runs through rounds. A round's segments always follow one another by themselves;
  /// between rounds people change places, so that only rotations go straight on.
  public enum Flow: String, Codable, CaseIterable, Sendable { case round, all }

  public init(
    id: ActivityID, title: Localized, kind: String, phase: Phase? = nil, minutes: Int,
    minimum: Int? = nil, maximum: Int? = nil, priority: Priority = .must, isFixed: Bool = false,
    start: String? = nil, delay: Int = 0, isDropped: Bool = false,
    question: Localized? = nil, points: [Localized] = [], script: Localized? = nil,
    lead: String? = nil, material: Localized? = nil, output: Localized? = nil,
    board: BoardID? = nil, warmUp: String? = nil, rounds: [Round] = [], each: BoardID? = nil,
    eachCount: Int? = nil, eachAfter: ActivityID? = nil,
    flow: Flow = .round, deck: String? = nil, deal: Deck.Deal = .full, sheet: String? = nil,
    canvas: String? = nil, isMini: Bool = false, poll: PollPlan? = nil, method: String? = nil,
    sets: [String: String]? = nil, rotates: Bool? = nil, keeps: Localized? = nil,
    matrix: Matrix? = nil, saysNext: Bool? = nil
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.phase = phase
    self.minutes = minutes
    self.minimum = minimum
    self.maximum = maximum
    self.priority = priority
    self.isFixed = isFixed
    self.start = start
    self.delay = delay
    self.isDropped = isDropped
    self.question = question
    self.points = points
    self.script = script
    self.lead = lead
    self.material = material
    self.output = output
    self.board = board
    self.warmUp = warmUp
    self.rounds = rounds
    self.each = each
    self.eachCount = eachCount
    self.eachAfter = eachAfter
    self.flow = flow
    self.deck = deck
    self.deal = deal
    self.sheet = sheet
    self.canvas = canvas
    self.isMini = isMini
    self.poll = poll
    self.method = method
    self.sets = sets
    self.rotates = rotates
    self.keeps = keeps
    self.matrix = matrix
    self.saysNext = saysNext
  }
}

extension Activity: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, title, kind, phase, minutes, minimum, maximum, priority
    case isFixed = "fixed"
    case start, delay
    case isDropped = "dropped"
    case question, points, script, lead, material, output, board, warmUp, rounds, each
    case eachCount, eachAfter, flow
    case deck, deal
    case sheet, canvas
    case isMini = "mini"
    case poll, method, sets, rotates, keeps, matrix
    case saysNext = "next"
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let id = try container.decode(String.self, forKey: .id)
    self.init(
      id: id,
      title: try container.value(.title, default: Localized(id)),
      kind: try container.decode(String.self, forKey: .kind),
      phase: try container.decodeIfPresent(Phase.self, forKey: .phase),
      minutes: try container.requiredMinutes(.minutes),
      minimum: try container.minutes(.minimum),
      maximum: try container.minutes(.maximum),
      priority: try container.value(.priority, default: .must),
      isFixed: try container.value(.isFixed, default: false),
      start: try container.clockTime(.start),
      delay: try container.number(.delay, in: -1440...1440) ?? 0,
      isDropped: try container.value(.isDropped, default: false),
      question: try container.decodeIfPresent(Localized.self, forKey: .question),
      points: try container.value(.points, default: []),
      script: try container.decodeIfPresent(Localized.self, forKey: .script),
      lead: try container.decodeIfPresent(String.self, forKey: .lead),
      material: try container.decodeIfPresent(Localized.self, forKey: .material),
      output: try container.decodeIfPresent(Localized.self, forKey: .output),
      board: try container.decodeIfPresent(BoardID.self, forKey: .board),
      warmUp: try container.decodeIfPresent(String.self, forKey: .warmUp),
      rounds: try container.value(.rounds, default: []),
      each: try container.decodeIfPresent(BoardID.self, forKey: .each),
      eachCount: try container.number(.eachCount, in: 1...1000),
      eachAfter: try container.decodeIfPresent(ActivityID.self, forKey: .eachAfter),
      flow: try container.value(.flow, default: .round),
      deck: try container.decodeIfPresent(String.self, forKey: .deck),
      deal: try container.value(.deal, default: .full),
      sheet: try container.decodeIfPresent(String.self, forKey: .sheet),
      canvas: try container.decodeIfPresent(String.self, forKey: .canvas),
      isMini: try container.value(.isMini, default: false),
      poll: try container.decodeIfPresent(PollPlan.self, forKey: .poll),
      method: try container.decodeIfPresent(String.self, forKey: .method),
      sets: try container.decodeIfPresent([String: String].self, forKey: .sets),
      rotates: try container.decodeIfPresent(Bool.self, forKey: .rotates),
      keeps: try container.decodeIfPresent(Localized.self, forKey: .keeps),
      matrix: try container.decodeIfPresent(Matrix.self, forKey: .matrix),
      saysNext: try container.decodeIfPresent(Bool.self, forKey: .saysNext))
    if let name = sets?.keys.filter({ Board.Setting(rawValue: $0) == nil }).min() {
      let known = Board.Setting.allCases.map(\.rawValue).joined(separator: ", ")
      throw container.refusal(of: .sets, "\"\(name)\" is no setting of a board: \(known)")
    }
    try container.refuseRepeats(numberedRounds.compactMap(\.id), in: .rounds)
  }
}

/// What an activity can give when time runs out, and take when there is some.
extension Activity {
  /// Minutes it can lose; an activity without a minimum gives nothing, a fixed one neither.
  package var spare: Int { isFixed ? 0 : minimum.map { max(0, minutes - $0) } ?? 0 }

  /// Minutes it can gain; an activity without a maximum takes nothing, a fixed one neither.
  package var appetite: Int { isFixed ? 0 : maximum.map { max(0, $0 - minutes) } ?? 0 }
}
