import WorkshopCore

/// Reads a plan's text, or one of content, strictly and finds everything that is wrong with it in one go.
///
/// What the decoder would refuse is found here first and said in the same words; beyond that, what the
/// decoder lets pass in silence: keys that nothing reads, names of things that are not there, days that
/// no calendar has. Keys that begin with `x-` are people's own.
struct PlanReader {
  /// A thing that is wrong, at a byte of the text.
  private struct Finding {
    let offset: Int
    let path: String
    let reason: PlanProblem.Reason
    var weight = PlanProblem.Weight.refused
    /// The word that is wrong, and those that may stand there.
    var word: String?
    var among: [String] = []
    var meanings: [String: String] = [:]
    var suggestion: String?
  }

  private var findings: [Finding] = []
  private var activities: Set<String> = []
  private let names: PlanNames

  /// Told in one run; whoever has more mends some first.
  private static let most = 200
  /// So many of a plan's own names are compared with one that is none of them.
  private static let mostCompared = 500
  /// Words that are listed where none is near.
  private static let mostOthers = 16

  /// Everything that is wrong with a plan, what weighs most first, then in the order of the text.
  ///
  /// - Parameters:
  ///   - shape: what the whole text is.
  ///   - words: what the program has; nil: only what makes it unusable is of interest.
  static func problems(
    in text: JSONText, as shape: PlanShape = .plan, words: PlanWords?
  ) -> [PlanProblem] {
    var reader = PlanReader(names: PlanNames(in: text.root, words))
    reader.read(text.root, as: .object(shape), "", isRefused: true)
    let lines = LineStarts(text.bytes)
    let slips = Set(text.slips.map { [$0.line, $0.column] })
    let findings = reader.findings.filter { finding in
      if words == nil, finding.weight != .refused { return false }
      switch finding.reason {
      // Half a plan lacks much.
      case .missing, .unknownName(.board, _), .unknownName(.theme, _), .unknownName(.person, _),
        .unknownName(.activity, _):
        return !text.isCut
      // What is no JSON was told as that.
      case .wrongKind:
        if text.isCut, finding.path.isEmpty { return false }
        let (line, column) = lines.place(of: finding.offset)
        return !slips.contains([line, column])
      default: return true
      }
    }
    let order = findings.indices.sorted {
      let (a, b) = (findings[$0], findings[$1])
      return (a.weight.rawValue, a.offset, $0) < (b.weight.rawValue, b.offset, $1)
    }
    let told = (text.slips + order.prefix(most).map { problem(findings[$0], lines) })
      .sorted { a, b in
        (a.weight.rawValue, a.line, a.column) < (b.weight.rawValue, b.line, b.column)
      }
      .prefix(most)
    let rest = text.slips.count + findings.count - told.count
    let last: [PlanProblem.Reason] =
      (rest > 0 ? [.more(rest)] : []) + (text.hasRest && words != nil ? [.unreadRest] : [])
    return told
      + last.map { reason in
        var problem = PlanProblem(line: 0, column: 0, path: "", reason: reason)
        problem.weight = .doubt
        return problem
      }
  }

  private static func problem(_ finding: Finding, _ lines: LineStarts) -> PlanProblem {
    let (line, column) = lines.place(of: finding.offset)
    var problem = PlanProblem(
      line: line, column: column, path: finding.path, reason: finding.reason)
    problem.weight = finding.weight
    problem.suggestion = finding.suggestion
    if let word = finding.word {
      problem.suggestion = NearMiss.of(
        word, among: Array(finding.among.prefix(mostCompared)), meaning: finding.meanings)
      if problem.suggestion == nil, finding.among.count <= mostOthers {
        problem.others = finding.among
      }
    }
    // Somebody who is on no list may be a guest; a name that is nearly another one was mistyped.
    if case .unknownName(.person, _) = finding.reason, problem.suggestion == nil {
      problem.weight = .doubt
      problem.others = []
    }
    return problem
  }

  private init(names: PlanNames) { self.names = names }

  private mutating func add(
    _ node: JSONText.Node, _ path: String, _ reason: PlanProblem.Reason,
    _ weight: PlanProblem.Weight = .refused, suggestion: String? = nil
  ) {
    findings.append(
      Finding(
        offset: node.start, path: path, reason: reason, weight: weight, suggestion: suggestion))
  }

  /// Looks at a value; `isRefused`: another kind of value makes the plan unusable.
  private mutating func read(
    _ node: JSONText.Node, as value: PlanShape.Value, _ path: String, isRefused: Bool
  ) {
    let weight: PlanProblem.Weight = isRefused ? .refused : .lost
    switch value {
    case .text: text(node, path, weight) { _, _ in }
    case .localized: localized(node, path, weight)
    case .flag:
      if node.flag == nil {
        add(node, path, .wrongKind(.flag), weight, suggestion: Guess.flag(node))
      }
    case .number(let range): number(node, in: range, path, weight)
    case .figure:
      if node.text == nil, node.number == nil { add(node, path, .wrongKind(.text), weight) }
    case .clock:
      text(node, path, weight) { reader, text in
        if ClockTime(text) == nil {
          reader.add(node, path, .notATime(shown(text)), weight, suggestion: Guess.clock(text))
        }
      }
    case .day, .dayFirst:
      text(node, path, .refused) { reader, text in
        var day = text
        if case .dayFirst = value { day = String(text.prefix(10)) }
        if !day.isEmpty, Day(day) == nil {
          reader.add(node, path, .notADay(shown(text)), .lost, suggestion: Guess.day(text))
        }
      }
    case .word(let words):
      text(node, path, .refused) { reader, text in
        guard !words.contains(text) else { return }
        reader.findings.append(
          Finding(
            offset: node.start, path: path, reason: .unknownWord(shown(text)), weight: weight,
            word: text, among: words, meanings: PlanMeanings.words))
      }
    case .name(let kind): text(node, path, .refused) { $0.name($1, of: kind, node, path) }
    case .id:
      text(node, path, .refused) { reader, text in
        if text.allSatisfy(\.isWhitespace) { reader.add(node, path, .emptyID, .lost) }
      }
    case .object(let shape): object(node, shape, path, weight)
    case .list(let element): list(node, of: element, path, weight)
    }
  }

  private mutating func text(
    _ node: JSONText.Node, _ path: String, _ weight: PlanProblem.Weight,
    then: (inout PlanReader, String) -> Void
  ) {
    guard let text = node.text else { return add(node, path, .wrongKind(.text), weight) }
    then(&self, text)
  }

  private mutating func localized(
    _ node: JSONText.Node, _ path: String, _ weight: PlanProblem.Weight
  ) {
    switch node.value {
    case .text: break
    case .object(let members):
      for member in members {
        let inner = path + "." + member.key
        if member.node.text == nil { add(member.node, inner, .wrongKind(.text), weight) }
        if !names.has(member.key, .language), !member.key.isEmpty {
          unknown(member.key, .language, at: member.keyStart, path)
        }
      }
    case .array, .scalar: add(node, path, .wrongKind(.localized), weight)
    }
  }

  private mutating func number(
    _ node: JSONText.Node, in range: ClosedRange<Int>, _ path: String,
    _ weight: PlanProblem.Weight
  ) {
    guard let number = node.number else {
      return add(node, path, .wrongKind(.wholeNumber), weight, suggestion: Guess.number(node))
    }
    guard let whole = Int(number) else {
      let isHuge = Double(number).map { abs($0) >= 1_000_000 } ?? true
      return add(node, path, isHuge ? .hugeNumber : .wrongKind(.wholeNumber), weight)
    }
    if range.contains(whole) { return }
    let isHuge = abs(whole) >= max(1_000_000, range.upperBound)
    add(node, path, isHuge ? .hugeNumber : .outside(range), weight)
  }

  private mutating func name(
    _ text: String, of kind: PlanWords.Kind, _ node: JSONText.Node, _ path: String
  ) {
    guard kind == .person else {
      if !text.isEmpty || kind == .kind || kind == .language, !names.has(text, kind) {
        unknown(text, kind, at: node.start, path)
      }
      return
    }
    for person in names.strangers(in: text) { unknown(person, kind, at: node.start, path) }
  }

  private mutating func unknown(
    _ name: String, _ kind: PlanWords.Kind, at offset: Int, _ path: String
  ) {
    findings.append(
      Finding(
        offset: offset, path: path, reason: .unknownName(kind, shown(name)), weight: .lost,
        word: name, among: names.all(kind), meanings: names.meanings(kind)))
  }

  private mutating func list(
    _ node: JSONText.Node, of element: PlanShape.Value, _ path: String,
    _ weight: PlanProblem.Weight
  ) {
    guard case .array(let elements) = node.value else {
      return add(node, path, .wrongKind(.list), weight)
    }
    var ids: Set<String> = []
    for (index, node) in elements.enumerated() {
      let inner = path + "[\(index)]"
      read(node, as: element, inner, isRefused: true)
      guard case .object(let shape) = element, let id = node["id"], let text = id.text else {
        continue
      }
      // An activity is known by its id in the whole plan.
      let isNew =
        shape.name == PlanShape.activity.name
        ? activities.insert(text).inserted : ids.insert(text).inserted
      if !isNew { add(id, inner + ".id", .duplicateID(shown(text))) }
    }
  }

  private mutating func object(
    _ node: JSONText.Node, _ shape: PlanShape, _ path: String, _ weight: PlanProblem.Weight
  ) {
    guard case .object(let members) = node.value else {
      return add(node, path, .wrongKind(.object), weight)
    }
    let known = Set(members.map(\.key))
    for member in members where !member.key.hasPrefix("x-") {
      let inner = path.isEmpty ? member.key : path + "." + member.key
      guard let key = shape.key(member.key) else {
        if shape.name == PlanShape.plan.name, PlanShape.besides.contains(member.key) { continue }
        findings.append(
          Finding(
            offset: member.keyStart, path: path, reason: .unknownKey(shown(member.key)),
            weight: shape.refusesOthers ? .refused : .unread, word: member.key,
            among: shape.keys.map(\.name).filter { !known.contains($0) },
            meanings: PlanMeanings.keys))
        continue
      }
      // A key without a value is one that is left out.
      if member.node.isNull, !key.isRequired { continue }
      read(member.node, as: key.value, inner, isRefused: key.isRefused)
    }
    for key in shape.keys where key.isRequired && !members.contains(where: { $0.key == key.name }) {
      add(node, path, .missing(key.name))
    }
    rules(node, shape, path)
  }

  /// What only several keys together say.
  private mutating func rules(_ node: JSONText.Node, _ shape: PlanShape, _ path: String) {
    switch shape.name {
    case PlanShape.activity.name:
      if let start = node["start"], !start.isNull, node["fixed"]?.flag != true {
        add(start, path + ".start", .startNotFixed, .lost)
      }
    case PlanShape.poll.name:
      let place = ["ranking", "topFive"].contains(node["method"]?.text ?? "")
      if let own = node["own"], own.text == Poll.OwnIdeas.ignored.rawValue, place {
        add(own, path + ".own", .ownPlace)
      }
      guard let criteria = node["criteria"], case .array(let list) = criteria.value else { return }
      if !(1...Criterion.most).contains(list.count) {
        add(criteria, path + ".criteria", .criteria(most: Criterion.most))
      } else if list.allSatisfy({ $0["weight"]?.number == "0" }) {
        add(criteria, path + ".criteria", .weightless)
      }
      for (index, criterion) in list.enumerated() {
        guard let id = criterion["id"], let text = id.text, text.isEmpty || text.contains(":")
        else { continue }
        add(id, path + ".criteria[\(index)].id", .colonInID(shown(text)))
      }
    default: break
    }
  }
}

/// As much of a word as a message has room for.
private func shown(_ text: String) -> String {
  text.count > 60 ? text.prefix(59) + "…" : text
}
