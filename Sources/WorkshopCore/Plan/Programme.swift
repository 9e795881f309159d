/// What a programme is beyond its meetings: the call to take part in it, what makes it easy to try, its
/// money, and what went before. Every part may be missing.
public struct Programme: Equatable, Sendable {
  public var call: Call
  /// What makes it an experiment that can be tried, in words, by trait.
  public var traits: [Trait: Localized]
  public var fund: Fund
  /// Programmes that were held before it, first to last.
  public var earlier: [EarlierProgramme]

  public init(
    call: Call = Call(), traits: [Trait: Localized] = [:], fund: Fund = Fund(),
    earlier: [EarlierProgramme] = []
  ) {
    self.call = call
    self.traits = traits
    self.fund = fund
    self.earlier = earlier
  }

  /// Who is asked to take part, from when until when, and under which rules.
  public struct Call: Equatable, Sendable {
    public var text: Localized?
    /// `YYYY-MM-DD`, or as somebody typed it.
    public var opens: String?
    public var closes: String?
    /// Who may answer.
    public var who: Localized?
    public var rules: Localized?
    /// Whether ideas come in without names; nil: nobody said.
    public var isAnonymous: Bool?

    public init(
      text: Localized? = nil, opens: String? = nil, closes: String? = nil, who: Localized? = nil,
      rules: Localized? = nil, isAnonymous: Bool? = nil
    ) {
      self.text = text
      self.opens = opens
      self.closes = closes
      self.who = who
      self.rules = rules
      self.isAnonymous = isAnonymous
    }
  }

  /// Of the five traits of a programme that is itself a minimum viable product, those that are told in
  /// words; the fifth is its fund.
  public enum Trait: String, CaseIterable, Sendable {
    case fewThemes = "few-themes"
    /// People who are close to the matter.
    case closePeople = "close-people"
    case shortExperiment = "short-experiment"
    case easyEvaluation = "easy-evaluation"
  }

  /// The money that is there for the programme's projects alone.
  public struct Fund: Equatable, Sendable {
    public var name: Localized?
    /// As somebody typed it; see `Amount`.
    public var amount: String?
    /// The code or the sign of its currency, where the amount says none.
    public var currency: String?

    public init(name: Localized? = nil, amount: String? = nil, currency: String? = nil) {
      self.name = name
      self.amount = amount
      self.currency = currency
    }

    /// The amount with its currency, euros where nobody said another; nil: none that can be read.
    public var sum: Amount? {
      guard let sum = amount.flatMap({ Amount($0) }) else { return nil }
      return Amount(cents: sum.cents, currency: sum.currency ?? code)
    }

    /// The currency that amounts without one are in.
    public var code: String {
      amount.flatMap { Amount($0)?.currency } ?? currency.flatMap(Amount.currency(named:)) ?? "EUR"
    }
  }
}

extension Programme {
  /// The fields that a form fills in, as the plan's own are named.
  public enum Field: String, CaseIterable, Sendable {
    case callText = "call-text"
    case callOpens = "call-opens"
    case callCloses = "call-closes"
    case callWho = "call-who"
    case callRules = "call-rules"
    case callAnonymous = "call-anonymous"
    case fewThemes = "few-themes"
    case closePeople = "close-people"
    case shortExperiment = "short-experiment"
    case fundName = "fund-name"
    case fundAmount = "fund-amount"
    case fundCurrency = "fund-currency"
    case easyEvaluation = "easy-evaluation"
  }

  /// What a checklist asks for before a programme begins: the call, then the five traits.
  public static let checklist: [Field] = [
    .callText, .callOpens, .callCloses, .callWho, .callRules, .callAnonymous, .fewThemes,
    .closePeople, .shortExperiment, .fundAmount, .easyEvaluation,
  ]

  /// The points of the checklist that nobody has filled in.
  public var open: [Field] { Self.checklist.filter { (value(of: $0.rawValue) ?? "").isEmpty } }

  /// A field's value as text, empty when it has none; nil for what is no field of a programme.
  ///
  /// Fields of an earlier programme are written `earlier/ID/name`.
  func value(of field: String) -> String? {
    if let place = EarlierPlace(field) {
      let value = earlier.first { $0.id == place.id }
      return value.map { $0[place.field] ?? "" } ?? ""
    }
    return switch Field(rawValue: field) {
    case .callText: call.text?.plain ?? ""
    case .callOpens: call.opens ?? ""
    case .callCloses: call.closes ?? ""
    case .callWho: call.who?.plain ?? ""
    case .callRules: call.rules?.plain ?? ""
    case .callAnonymous: call.isAnonymous.map { $0 ? "yes" : "no" } ?? ""
    case .fewThemes: traits[.fewThemes]?.plain ?? ""
    case .closePeople: traits[.closePeople]?.plain ?? ""
    case .shortExperiment: traits[.shortExperiment]?.plain ?? ""
    case .easyEvaluation: traits[.easyEvaluation]?.plain ?? ""
    case .fundName: fund.name?.plain ?? ""
    case .fundAmount: fund.amount ?? ""
    case .fundCurrency: fund.currency ?? ""
    case nil: nil
    }
  }

  /// Gives a field a value; false, and nothing is changed, when it cannot have it.
  mutating func set(_ field: String, to text: String) -> Bool {
    if let place = EarlierPlace(field) { return set(place, to: text) }
    let localized = text.isEmpty ? nil : Localized(text)
    let plain = text.isEmpty ? nil : text
    switch Field(rawValue: field) {
    case .callText: call.text = localized
    case .callOpens: call.opens = plain
    case .callCloses: call.closes = plain
    case .callWho: call.who = localized
    case .callRules: call.rules = localized
    case .callAnonymous:
      guard ["", "yes", "no"].contains(text) else { return false }
      call.isAnonymous = text.isEmpty ? nil : text == "yes"
    case .fewThemes: traits[.fewThemes] = localized
    case .closePeople: traits[.closePeople] = localized
    case .shortExperiment: traits[.shortExperiment] = localized
    case .easyEvaluation: traits[.easyEvaluation] = localized
    case .fundName: fund.name = localized
    case .fundAmount:
      guard text.isEmpty || Amount(text) != nil else { return false }
      fund.amount = plain
    case .fundCurrency:
      guard text.isEmpty || Amount.currency(named: text) != nil else { return false }
      fund.currency = plain
    case nil: return false
    }
    return true
  }

  /// One that is not there comes into being with its first field, and goes with its last.
  private mutating func set(_ place: EarlierPlace, to text: String) -> Bool {
    var value = earlier.first { $0.id == place.id } ?? EarlierProgramme(id: place.id)
    value[place.field] = text.isEmpty ? nil : text
    let index = earlier.firstIndex { $0.id == place.id }
    switch (index, value.isEmpty) {
    case (let index?, true): earlier.remove(at: index)
    case (let index?, false): earlier[index] = value
    case (nil, false): earlier.append(value)
    case (nil, true): break
    }
    return true
  }

  /// A field of an earlier programme.
  private struct EarlierPlace {
    let id: String
    let field: EarlierProgramme.Field

    init?(_ text: String) {
      let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 3, parts[0] == "earlier", !parts[1].isEmpty,
        let field = EarlierProgramme.Field(rawValue: parts[2])
      else { return nil }
      (id, self.field) = (parts[1], field)
    }
  }
}

extension Programme {
  /// The same with every text of somebody's own changed.
  public func mapped(_ change: (Localized) -> Localized) -> Programme {
    var programme = self
    programme.call.text = call.text.map(change)
    programme.call.who = call.who.map(change)
    programme.call.rules = call.rules.map(change)
    programme.traits = traits.mapValues(change)
    programme.fund.name = fund.name.map(change)
    for index in earlier.indices { programme.earlier[index].name = change(earlier[index].name) }
    return programme
  }
}

// As `workshop.json` has it: whatever nobody filled in is left out.

extension Programme: Codable {
  private enum CodingKeys: String, CodingKey { case call, traits, fund, earlier }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let traits: [String: Localized] = try container.value(.traits, default: [:])
    self.init(
      call: try container.value(.call, default: Call()),
      traits: Dictionary(
        traits.compactMap { key, text in
          Trait(rawValue: key).flatMap { text.isEmpty ? nil : ($0, text) }
        }, uniquingKeysWith: { first, _ in first }),
      fund: try container.value(.fund, default: Fund()),
      earlier: try container.value(.earlier, default: []))
    // One that somebody wrote by hand may have no id: its place in the list is one.
    var taken = Set(earlier.map(\.id))
    for index in earlier.indices where earlier[index].id.isEmpty {
      var number = index + 1
      while !taken.insert(String(number)).inserted { number += 1 }
      earlier[index].id = String(number)
    }
    try container.refuseRepeats(earlier.map(\.id), in: .earlier)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    if call != Call() { try container.encode(call, forKey: .call) }
    if !traits.isEmpty {
      let named = traits.map { ($0.key.rawValue, $0.value) }
      try container.encode(Dictionary(uniqueKeysWithValues: named), forKey: .traits)
    }
    if fund != Fund() { try container.encode(fund, forKey: .fund) }
    if !earlier.isEmpty { try container.encode(earlier, forKey: .earlier) }
  }
}

extension Programme.Call: Codable {
  private enum CodingKeys: String, CodingKey {
    case text, opens, closes, who, rules
    case isAnonymous = "anonymous"
  }
}

extension Programme.Fund: Codable {
  private enum CodingKeys: String, CodingKey { case name, amount, currency }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try container.decodeIfPresent(Localized.self, forKey: .name),
      amount: try container.figure(.amount),
      currency: try container.decodeIfPresent(String.self, forKey: .currency))
  }
}
