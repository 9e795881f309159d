/// One person's or group's go: an expert's talk and questions, a project's pitch.
public struct Round: Codable, Equatable, Sendable {
  public var title: Localized
  public var who: String?
  public var theme: String?
  public var segments: [Segment]

  public init(
    title: Localized, who: String? = nil, theme: String? = nil, segments: [Segment] = []
  ) {
    self.title = title
    self.who = who
    self.theme = theme
    self.segments = segments
  }
}

/// A timed part of a round.
public struct Segment: Codable, Equatable, Sendable {
  public var title: Localized
  public var minutes: Int

  public init(title: Localized, minutes: Int) {
    self.title = title
    self.minutes = minutes
  }
}

/// A segment with the round it belongs to: what `Event.turnOpened` counts.
public struct Turn: Equatable, Sendable {
  /// The round's place, counted from 0.
  public let round: Int
  public let title: Localized
  public let who: String?
  public let theme: String?
  public let segment: Segment
}

extension Round {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
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
      minutes: try container.requiredMinutes(.minutes))
  }
}
