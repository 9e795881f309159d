import Foundation

/// A vote as somebody reads it in an exported file, and counts it again with a pencil: nothing here knows the
/// program's own counting.
struct PencilCount {
  let method: String
  let options: [String]
  /// Of criteria, by name; empty for other methods.
  var weights: [String: Int] = [:]
  /// How many grades there are; 0 for other methods.
  var grades = 0
  /// By option and criterion (empty where there is none); what is not marked is missing.
  var ballots: [[String: [String: Int]]] = []
  /// What was counted by hand, by option and, where hands are raised for grades, by grade.
  var hands: [String: [Int: Int]] = [:]
  var handVoters = 0

  /// What an option got: nil where nobody scored it.
  struct Standing {
    let score: Double?
    /// Compared from the left, the larger the better.
    let order: [Double]
  }

  func standing(_ option: String) -> Standing {
    let marks = ballots.compactMap { $0[option]?[""] }
    let byHand = Double(hands[option]?[0] ?? 0)
    switch method {
    case "dots", "single", "approval", "points", "quadratic":
      let sum = Double(marks.reduce(0, +)) + byHand
      return Standing(score: sum, order: [sum])
    case "consent":
      let objections = Double(marks.count { $0 > 0 }) + byHand
      return Standing(score: objections, order: [-objections])
    case "ranking":
      let sum = Double(marks.map { options.count - $0 }.reduce(0, +))
      return Standing(score: sum, order: [sum])
    case "topFive":
      let sum = Double(marks.map { [0, 5, 4, 3, 2, 1][$0] }.reduce(0, +))
      return Standing(score: sum, order: [sum])
    case "criteria":
      var sum = 0.0
      for (criterion, weight) in weights {
        guard let mean = mean(option, criterion) else { return unscored }
        sum += Double(weight) * mean
      }
      return rounded(sum / Double(weights.values.reduce(0, +)))
    case "impact":
      guard let impact = mean(option, "Impact"), let effort = mean(option, "Effort") else {
        return unscored
      }
      return rounded(impact - effort)
    case "judgment": return middle(option)
    default: return unscored
    }
  }

  private var unscored: Standing { Standing(score: nil, order: [-.infinity]) }

  private func rounded(_ score: Double) -> Standing {
    Standing(score: score, order: [(score * 1e9).rounded()])
  }

  private func mean(_ option: String, _ part: String) -> Double? {
    let marks = ballots.compactMap { $0[option]?[part] }
    return marks.isEmpty ? nil : Double(marks.reduce(0, +)) / Double(marks.count)
  }

  /// The grade in the middle, the lower of two; then what is there once one such grade is taken away.
  private func middle(_ option: String) -> Standing {
    // Whoever graded nothing abstains.
    var all = ballots.filter { !$0.isEmpty }.map { $0[option]?[""] ?? 1 }
    let raised = hands[option] ?? [:]
    for (grade, count) in raised { all += Array(repeating: grade, count: count) }
    all += Array(repeating: 1, count: max(0, handVoters - raised.values.reduce(0, +)))
    all.sort()
    var order: [Double] = []
    while !all.isEmpty { order.append(Double(all.remove(at: (all.count - 1) / 2))) }
    return Standing(score: order.first, order: order)
  }

  func rank(_ option: String) -> Int {
    let mine = standing(option).order
    return 1
      + options.count { other in
        let its = standing(other).order
        return mine.lexicographicallyPrecedes(its)
      }
  }
}

// MARK: - Readers

extension PencilCount {
  /// What a file says of an option: its score as it is written, and its rank where that is told.
  struct Told {
    var score: Double?
    var rank: Int?
  }

  /// Reads the annex of a Markdown report.
  static func markdown(_ text: String, method: String) -> (count: PencilCount, told: [String: Told])
  {
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var tables: [(before: String, rows: [[String]])] = []
    var said = ""
    var isTable = false
    for row in rows {
      guard row.hasPrefix("|") else {
        isTable = false
        if !row.isEmpty { said = row }
        continue
      }
      let cells = row.dropFirst().dropLast().components(separatedBy: " | ")
        .map { $0.trimmingCharacters(in: .whitespaces) }
      if !isTable { tables.append((said, [])) }
      isTable = true
      if !cells.allSatisfy({ $0.allSatisfy { "-:".contains($0) } && !$0.isEmpty }) {
        tables[tables.count - 1].rows.append(cells)
      }
    }
    let list = tables[0].rows
    let options = list.dropFirst().map { $0[1] }
    var count = PencilCount(method: method, options: options)
    var told: [String: Told] = [:]
    for row in list.dropFirst() {
      let score = row.last?.components(separatedBy: " · ").first ?? ""
      told[row[1]] = Told(score: Double(score))
      if list[0].contains("Counted by hand") { count.hands[row[1]] = [0: Int(row[2]) ?? 0] }
    }
    for table in tables.dropFirst() {
      let (head, body) = (table.rows[0], table.rows.dropFirst())
      if table.before.hasPrefix("Counted by hand") {
        count.handVoters = numbers(table.before).first ?? 0
        count.grades = head.count - 1
        for row in body {
          let option = options[(Int(row[0]) ?? 1) - 1]
          for (grade, cell) in row.dropFirst().enumerated() {
            count.hands[option, default: [:]][grade + 1] = Int(cell) ?? 0
          }
        }
      } else if let number = numbers(table.before).first, table.before.contains(" · "),
        options.indices.contains(number - 1), table.before.hasSuffix(options[number - 1])
      {
        count.take(options[number - 1], head, body)
      } else if head.contains("1") {
        let first = head.firstIndex(of: "1") ?? 1
        for row in body where Int(row[0]) != nil {
          var ballot: [String: [String: Int]] = [:]
          for (index, cell) in row.dropFirst(first).enumerated() {
            let mark = cell.split(separator: ":").first.flatMap { Int($0) }
            ballot[options[index]] = mark.map { ["": $0] }
          }
          count.ballots.append(ballot)
        }
      }
    }
    return (count, told)
  }

  /// A table of one option: a column for each criterion, whose weight stands in its head.
  private mutating func take(_ option: String, _ head: [String], _ body: ArraySlice<[String]>) {
    while ballots.count < body.count { ballots.append([:]) }
    for row in body {
      for (column, name) in head.enumerated().dropFirst() {
        let parts = name.components(separatedBy: " (")
        if parts.count > 1 { weights[parts[0]] = Self.numbers(parts[1]).first ?? 0 }
        guard let mark = Int(row[column]), let number = Int(row[0]) else { continue }
        ballots[number - 1][option, default: [:]][parts[0]] = mark
      }
    }
  }

  private static func numbers(_ text: String) -> [Int] {
    text.split { !$0.isNumber }.compactMap { Int($0) }
  }

  /// Reads the lists of results and of ballots.
  static func csv(
    results: String, ballots: String, method: String
  ) -> (count: PencilCount, told: [String: Told]) {
    let (results, lines) = (rows(results), rows(ballots))
    var told: [String: Told] = [:]
    for row in results {
      told[row["Option"] ?? ""] = Told(
        score: Double(row["Score"] ?? ""), rank: Int(row["Place"] ?? ""))
    }
    var seen: Set<String> = []
    let options = lines.compactMap { $0["Option"] }.filter { seen.insert($0).inserted }
    var count = PencilCount(method: method, options: options)
    for line in lines {
      let (option, part) = (line["Option"] ?? "", line["Criterion"] ?? "")
      guard let number = Int(line["Ballot"] ?? "") else {
        count.hands[option, default: [:]][Int(part) ?? 0] = Int(line["Choices"] ?? "") ?? 0
        count.handVoters = Int(line["Voters"] ?? "") ?? 0
        continue
      }
      while count.ballots.count < number { count.ballots.append([:]) }
      if let weight = Int(line["Weight"] ?? "") { count.weights[part] = weight }
      guard let mark = Int(line["Choices"] ?? "") else { continue }
      count.ballots[number - 1][option, default: [:]][part] = mark
    }
    return (count, told)
  }

  /// The lines of a CSV by their heads, quotes after RFC 4180.
  private static func rows(_ text: String) -> [[String: String]] {
    var rows: [[String]] = [[]]
    var (cell, isQuoted) = ("", false)
    for character in text.replacing("\u{FEFF}", with: "").replacing("\r\n", with: "\n") {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        rows[rows.count - 1].append(cell)
        cell = ""
      case "\n" where !isQuoted:
        rows[rows.count - 1].append(cell)
        cell = ""
        rows.append([])
      default: cell.append(character)
      }
    }
    guard let head = rows.first else { return [] }
    return rows.dropFirst().filter { $0.count == head.count }.map { row in
      Dictionary(zip(head, row), uniquingKeysWith: { first, _ in first })
    }
  }

  /// Reads a vote of the JSON.
  static func json(_ data: Data) throws -> (count: PencilCount, told: [String: Told]) {
    let document = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let poll = (document?["polls"] as? [[String: Any]])?.first ?? [:]
    var labels: [String: String] = [:]
    var options: [String] = []
    for option in poll["options"] as? [[String: String]] ?? [] {
      labels[option["id"] ?? ""] = option["label"]
      options.append(option["label"] ?? "")
    }
    var count = PencilCount(method: poll["method"] as? String ?? "", options: options)
    count.grades = (poll["grades"] as? [String])?.count ?? 0
    var names: [String: String] = ["impact": "Impact", "effort": "Effort"]
    for part in poll["criteria"] as? [[String: Any]] ?? [] {
      guard let id = part["id"] as? String, let weight = part["weight"] as? Int else { continue }
      names[id] = part["name"] as? String
      count.weights[names[id] ?? id] = weight
    }
    // Marks of grades begin at 0, which is the first of `grades`.
    let shift = count.grades > 0 ? 1 : 0
    for ballot in poll["ballots"] as? [[String: Any]] ?? [] {
      var marks: [String: [String: Int]] = [:]
      for (key, mark) in ballot["marks"] as? [String: Int] ?? [:] {
        let parts = key.components(separatedBy: ":")
        let option = labels[parts.last ?? ""] ?? ""
        marks[option, default: [:]][parts.count > 1 ? names[parts[0]] ?? "" : ""] = mark + shift
      }
      count.ballots.append(marks)
    }
    for counted in poll["counted"] as? [[String: Any]] ?? [] {
      count.handVoters += counted["voters"] as? Int ?? 0
      for (key, total) in counted["totals"] as? [String: Int] ?? [:] {
        let parts = key.components(separatedBy: ":")
        let grade = parts.count > 1 ? (Int(parts[0]) ?? 0) + 1 : 0
        count.hands[labels[parts.last ?? ""] ?? "", default: [:]][grade, default: 0] += total
      }
    }
    var told: [String: Told] = [:]
    for result in poll["results"] as? [[String: Any]] ?? [] {
      told[result["label"] as? String ?? ""] = Told(
        score: (result["score"] as? Double).map { $0 + Double(shift) },
        rank: result["rank"] as? Int)
    }
    return (count, told)
  }
}
