/// What comparing texts needs to know of a language, as a file under `wording/` has it: in lower case and
/// without accents.
///
/// A workshop's own file adds to the built-in one of the same name, or is a language more; `workshop.json`
/// adds to every language.
public struct Wording: Decodable, Equatable, Sendable {
  /// Words that say nothing, each as it is written.
  public private(set) var stop: [String] = []
  /// Words that say nothing in any of their forms: to make, to install, an improvement.
  public private(set) var empty: [String] = []
  /// Words that every second idea has, in any of their forms.
  public private(set) var common: [String] = []
  /// Groups of words that stand for each other.
  public private(set) var kin: [[String]] = []
  /// Pairs of groups that mean the contrary.
  public private(set) var opposites: [[[String]]] = []
  /// Words that say no.
  public private(set) var negations: [String] = []
  /// Words with which the first of those say “only”: ne … que.
  public private(set) var only: [String] = []
  /// Words that are numbers, with their digits.
  public private(set) var numbers: [String: String] = [:]
  /// What is taken off the end of a word to find its other forms.
  public private(set) var endings: [String] = []
  /// How often endings are taken off, one after the other: where they are piled up.
  public private(set) var layers = 1
  /// Letters that tell the language from others.
  public private(set) var letters = ""
  /// How places are named; none where a language's places are not told.
  public private(set) var places = Places()

  /// How streets, squares and districts are named.
  public struct Places: Decodable, Equatable, Sendable {
    /// Words for a street: what is named beside one is a place, in small letters too.
    public private(set) var streets: [String] = []
    /// Words for other places, with a name in capitals or a number beside them.
    public private(set) var kinds: [String] = []
    /// Whether the word for the place stands after its name: Váci út.
    public private(set) var isAfter = false
    /// Words between the kind and the name, or within a name.
    public private(set) var joins: [String] = []
    /// Words after which a name in capitals is a place; where there are none any name in capitals is.
    public private(set) var at: [String] = []
    /// Endings that make a number a district: 17e.
    public private(set) var ordinals: [String] = []

    init() {}

    private enum CodingKeys: String, CodingKey { case streets, kinds, isAfter, joins, at, ordinals }

    public init(from decoder: any Decoder) throws {
      let box = try decoder.container(keyedBy: CodingKeys.self)
      streets = try box.decodeIfPresent([String].self, forKey: .streets) ?? []
      kinds = try box.decodeIfPresent([String].self, forKey: .kinds) ?? []
      isAfter = try box.decodeIfPresent(Bool.self, forKey: .isAfter) ?? false
      joins = try box.decodeIfPresent([String].self, forKey: .joins) ?? []
      at = try box.decodeIfPresent([String].self, forKey: .at) ?? []
      ordinals = try box.decodeIfPresent([String].self, forKey: .ordinals) ?? []
    }

    mutating func add(_ other: Places) {
      streets += other.streets
      kinds += other.kinds
      joins += other.joins
      at += other.at
      ordinals += other.ordinals
      isAfter = isAfter || other.isAfter
    }
  }

  public init() {}

  private enum CodingKeys: String, CodingKey {
    case stop, empty, common, kin, opposites, negations, only, numbers, endings, layers, letters
    case places
  }

  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: CodingKeys.self)
    func words(_ key: CodingKeys) throws -> [String] {
      try box.decodeIfPresent([String].self, forKey: key) ?? []
    }
    stop = try words(.stop)
    empty = try words(.empty)
    common = try words(.common)
    kin = try box.decodeIfPresent([[String]].self, forKey: .kin) ?? []
    opposites = try box.decodeIfPresent([[[String]]].self, forKey: .opposites) ?? []
    negations = try words(.negations)
    only = try words(.only)
    numbers = try box.decodeIfPresent([String: String].self, forKey: .numbers) ?? [:]
    endings = try words(.endings)
    layers = try box.decodeIfPresent(Int.self, forKey: .layers) ?? 1
    letters = try box.decodeIfPresent(String.self, forKey: .letters) ?? ""
    places = try box.decodeIfPresent(Places.self, forKey: .places) ?? Places()
  }

  /// These words and another list's; its number of layers counts where it is the greater.
  public func adding(_ other: Wording) -> Wording {
    var all = self
    all.stop += other.stop
    all.empty += other.empty
    all.common += other.common
    all.kin += other.kin
    all.opposites += other.opposites
    all.negations += other.negations
    all.only += other.only
    all.numbers.merge(other.numbers) { $1 }
    all.endings += other.endings
    all.layers = max(layers, other.layers)
    all.letters += other.letters
    all.places.add(other.places)
    return all
  }
}
