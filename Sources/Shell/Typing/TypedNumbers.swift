/// Numbers that were typed one by one, as the text of a draft: a row each, the number first.
package enum TypedNumbers {
  package static func text(_ numbers: [String: String]) -> String {
    numbers.filter { !$0.value.isEmpty }.map { "\($0.value) \($0.key)" }.sorted()
      .joined(separator: "\n")
  }

  /// By what each counts; rows that are no number are left out.
  package static func numbers(_ text: String) -> [String: String] {
    var numbers: [String: String] = [:]
    for row in text.split(separator: "\n") {
      let parts = row.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, Int(parts[0]) != nil else { continue }
      numbers[String(parts[1])] = String(parts[0])
    }
    return numbers
  }
}
