/// Somebody on the roster; walk-ins and people from a spreadsheet are cards on the board `people`.
public struct Person: Equatable, Sendable, Identifiable {
  public var id: String
  public var name: String
  public var organisation: String?
  /// builder, expert, facilitator, consultant, jury, sponsor, note-taker.
  public var role: String?
  /// Which intake of the programme.
  public var cohort: String?
  /// How they came: alumni, laureate, open-call, invited, walk-in, or somebody's own words.
  public var origin: String?
  /// When they can take part, in their own words.
  public var availability: String?
  /// `YYYY-MM-DD`.
  public var joinedOn: String?
  /// Private: see `Card.isPrivate`.
  public var email: String?
  /// Whether the project's success matters to them in their post.
  public var isStakeholder: Bool?

  public init(
    id: String, name: String, organisation: String? = nil, role: String? = nil,
    cohort: String? = nil, origin: String? = nil, availability: String? = nil,
    joinedOn: String? = nil, email: String? = nil, isStakeholder: Bool? = nil
  ) {
    self.id = id
    self.name = name
    self.organisation = organisation
    self.role = role
    self.cohort = cohort
    self.origin = origin
    self.availability = availability
    self.joinedOn = joinedOn
    self.email = email
    self.isStakeholder = isStakeholder
  }

  /// The fields of the person's card.
  var texts: [String: String] {
    var texts = [Card.text: name, Card.board: Workshop.people]
    texts[Card.organisation] = organisation
    texts[Card.role] = role
    texts[Card.cohort] = cohort
    texts[Card.origin] = origin
    texts[Card.availability] = availability
    texts[Card.joinedOn] = joinedOn
    texts[Card.email] = email
    texts[Card.stakeholder] = isStakeholder.map { $0 ? "yes" : "no" }
    return texts
  }
}

extension Person: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, name, organisation, role, cohort, origin, availability, joinedOn, email
    case isStakeholder = "stakeholder"
  }
}

extension Card {
  public static let organisation = "organisation"
  public static let role = "role"
  public static let cohort = "cohort"
  public static let origin = "origin"
  public static let availability = "availability"
  public static let joinedOn = "joined-on"
  public static let email = "email"
  public static let stakeholder = "stakeholder"
}
