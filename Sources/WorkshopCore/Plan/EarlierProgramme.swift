/// A programme that was held before, with what came of it; figures are kept as somebody typed them.
public struct EarlierProgramme: Equatable, Sendable, Identifiable {
  public var id: String
  public var name: Localized
  /// Such as `2017–2018`.
  public var years: String?
  /// How many municipalities took part.
  public var municipalities: String?
  public var projects: String?
  /// What it had to spend.
  public var money: String?

  public init(
    id: String, name: Localized = "", years: String? = nil, municipalities: String? = nil,
    projects: String? = nil, money: String? = nil
  ) {
    self.id = id
    self.name = name
    self.years = years
    self.municipalities = municipalities
    self.projects = projects
    self.money = money
  }

  /// Nothing was said of it.
  var isEmpty: Bool { self == EarlierProgramme(id: id) }
}

extension EarlierProgramme {
  /// What a form fills in.
  public enum Field: String, CaseIterable, Sendable {
    case name, years, municipalities, projects, money
  }

  /// A field as text, nil when it is empty.
  public subscript(field: Field) -> String? {
    get {
      switch field {
      case .name: name.isEmpty ? nil : name.plain
      case .years: years
      case .municipalities: municipalities
      case .projects: projects
      case .money: money
      }
    }
    set {
      switch field {
      case .name: name = Localized(newValue ?? "")
      case .years: years = newValue
      case .municipalities: municipalities = newValue
      case .projects: projects = newValue
      case .money: money = newValue
      }
    }
  }
}

extension EarlierProgramme: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, name, years, municipalities, projects, money
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try container.value(.id, default: ""),
      name: try container.value(.name, default: ""), years: try container.figure(.years),
      municipalities: try container.figure(.municipalities),
      projects: try container.figure(.projects), money: try container.figure(.money))
  }
}

extension KeyedDecodingContainer {
  /// A figure under a key as text, whether it was written as a number or in quotes; nil when the key
  /// is absent or null.
  func figure(_ key: Key) throws -> String? {
    if let number = try? decodeIfPresent(Int.self, forKey: key) { return String(number) }
    if let number = try? decodeIfPresent(Double.self, forKey: key) {
      return String(number.description)
    }
    return try decodeIfPresent(String.self, forKey: key)
  }
}
