/// One person's or group's go: an expert's talk and questions, a project's pitch, a rotation.
public struct Round: Codable, Equatable, Sendable {
  /// What tells it from the others of its activity; nil: its number in the plan, from 1.
  public var id: String?
  public var title: Localized
  public var who: String?
  public var theme: String?
  public var segments: [Segment]

  public init(
    id: String? = nil, title: Localized, who: String? = nil, theme: String? = nil,
    segments: [Segment] = []
  ) {
    self.id = id
    self.title = title
    self.who = who
    self.theme = theme
    self.segments = segments
  }

  public var minutes: Int { segments.reduce(0) { $0 + $1.minutes } }
}

/// A timed part of a round.
public struct Segment: Codable, Equatable, Sendable {
  public var title: Localized
  public var minutes: Int
  /// Which step of the activity's method people are at in it, counted from 1; nil: the method says no more
  /// of it, or has as many steps as there are parts.
  public var step: Int?
  /// How people are at it; nil: as the activity has them.
  public var form: Gathering?

  public init(title: Localized, minutes: Int, step: Int? = nil, form: Gathering? = nil) {
    self.title = title
    self.minutes = minutes
    self.step = step
    self.form = form
  }
}

/// A segment with the round it belongs to: what the room is at.
public struct Turn: Equatable, Sendable {
  /// Which segment of which round.
  public struct Place: Hashable, Sendable {
    public let round: String
    /// Counted from 0.
    public let segment: Int

    public init(round: String, segment: Int) {
      self.round = round
      self.segment = segment
    }
  }

  public let place: Place
  public let title: Localized
  public let who: String?
  public let theme: String?
  public let segment: Segment
}

extension Round {
  /// Its segments as turns; `id` is what the round is called where it stands in a list.
  func turns(_ id: String) -> [Turn] {
    segments.enumerated().map { index, segment in
      Turn(
        place: Turn.Place(round: id, segment: index), title: title, who: who, theme: theme,
        segment: segment)
    }
  }
}

extension Activity {
  /// The plan's rounds, each with its id.
  public var numberedRounds: [Round] {
    rounds.enumerated().map { index, round in
      var round = round
      round.id = round.id ?? String(index + 1)
      return round
    }
  }
}

extension Round {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try container.decodeIfPresent(String.self, forKey: .id),
      title: try container.decode(Localized.self, forKey: .title),
      who: try container.decodeIfPresent(String.self, forKey: .who),
      theme: try container.decodeIfPresent(String.self, forKey: .theme),
      segments: try container.value(.segments, default: []))
  }
}

extension Segment {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      title: try container.decode(Localized.self, forKey: .title),
      minutes: try container.requiredMinutes(.minutes),
      step: try container.number(.step, in: 1...1000),
      form: try container.decodeIfPresent(Gathering.self, forKey: .form))
  }
}
