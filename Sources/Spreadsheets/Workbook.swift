import FoundationEssentials
import WorkshopCore

/// A workbook in the format of Excel (XLSX, ECMA-376) or of LibreOffice (ODS, ISO 26300).
enum Workbook {
  /// The sheets that are not hidden and hold something, in their order.
  static func tables(of bytes: [UInt8]) throws(SheetError) -> [SheetTable] {
    let archive = try Archive(bytes)
    if let book = try archive.member("xl/workbook.xml") {
      return try ExcelBook(book, archive).tables(in: archive)
    }
    guard let content = try archive.member("content.xml") else { throw .notTable }
    return try OpenDocument.tables(of: content)
  }
}

/// What the sheets of an XLSX file refer to.
private struct ExcelBook {
  private var sheets: [(name: String, path: String)] = []
  private var strings: [String] = []
  /// Of each style of a cell, whether it shows a number as a date.
  private var areDates: [Bool] = []
  /// Days are counted from 1904, as old Macintoshes did.
  private var isFrom1904 = false

  /// As many sheets are looked at.
  private static let mostSheets = 20

  init(_ book: [UInt8], _ archive: borrowing Archive) throws(SheetError) {
    let targets = try Self.targets(archive)
    var reader = XMLReader(book)
    while let piece = try reader.next() {
      guard case .start(let name, let attributes) = piece else { continue }
      if name == "workbookPr" { isFrom1904 = ["1", "true"].contains(attributes["date1904"]) }
      guard name == "sheet", attributes["state"] ?? "visible" == "visible",
        let id = attributes["id"], let path = targets[id], sheets.count < Self.mostSheets
      else { continue }
      sheets.append((attributes["name"] ?? "", path))
    }
    if let bytes = try archive.member("xl/sharedStrings.xml") { strings = try Self.texts(bytes) }
    if let bytes = try archive.member("xl/styles.xml") { areDates = try Self.dateStyles(bytes) }
  }

  /// The sheets' files by the ids that the workbook names them with.
  private static func targets(_ archive: borrowing Archive) throws(SheetError) -> [String: String] {
    guard let bytes = try archive.member("xl/_rels/workbook.xml.rels") else { throw .damaged }
    var targets: [String: String] = [:]
    var reader = XMLReader(bytes)
    while let piece = try reader.next() {
      guard case .start("Relationship", let attributes) = piece, let id = attributes["Id"],
        let target = attributes["Target"]
      else { continue }
      targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
    }
    return targets
  }

  /// Texts that cells share, each put together from its runs, without the reading aids of Japanese.
  private static func texts(_ bytes: [UInt8]) throws(SheetError) -> [String] {
    var texts: [String] = []
    var reader = XMLReader(bytes)
    var (text, isText, isAid) = ("", false, false)
    while let piece = try reader.next() {
      switch piece {
      case .start("si", _): text = ""
      case .end("si"): texts.append(text)
      case .start("rPh", _): isAid = true
      case .end("rPh"): isAid = false
      case .start("t", _): isText = true
      case .end("t"): isText = false
      case .text(let more) where isText && !isAid: text += more
      default: break
      }
    }
    return texts
  }

  private static func dateStyles(_ bytes: [UInt8]) throws(SheetError) -> [Bool] {
    // The formats that are built in, ECMA-376 part 1, 18.8.30.
    var dates = Set(Array(14...22) + Array(27...36) + Array(45...47) + Array(50...58))
    var styles: [Bool] = []
    var isStyle = false
    var reader = XMLReader(bytes)
    while let piece = try reader.next() {
      switch piece {
      case .start("numFmt", let attributes):
        guard let id = attributes["numFmtId"].flatMap({ Int($0) }) else { continue }
        if isDate(attributes["formatCode"] ?? "") { dates.insert(id) } else { dates.remove(id) }
      case .start("cellXfs", _): isStyle = true
      case .end("cellXfs"): isStyle = false
      case .start("xf", let attributes) where isStyle:
        styles.append(attributes["numFmtId"].flatMap { Int($0) }.map(dates.contains) ?? false)
      default: break
      }
    }
    return styles
  }

  /// Whether a format shows a number as a date or a time: it has their letters outside quotes and brackets.
  private static func isDate(_ format: String) -> Bool {
    var (isQuoted, isBracket, isEscaped) = (false, false, false)
    for character in format.lowercased() {
      if isEscaped {
        isEscaped = false
      } else if character == "\\" || character == "_" {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
      } else if character == "[" || character == "]" {
        isBracket = character == "["
      } else if !isQuoted, !isBracket, "dmyhs".contains(character) {
        return true
      }
    }
    return false
  }

  func tables(in archive: borrowing Archive) throws(SheetError) -> [SheetTable] {
    var tables: [SheetTable] = []
    for sheet in sheets {
      guard let bytes = try archive.member(sheet.path) else { continue }
      let table = try grid(bytes).table(named: sheet.name)
      if !table.rows.isEmpty { tables.append(table) }
    }
    return tables
  }

  private func grid(_ bytes: [UInt8]) throws(SheetError) -> SheetGrid {
    var grid = SheetGrid()
    var cells: [String] = []
    var line = 0
    var (column, kind, style, text) = (0, "", 0, "")
    var (isValue, isAid) = (false, false)
    var reader = XMLReader(bytes)
    while let piece = try reader.next() {
      switch piece {
      case .start("row", let attributes):
        line = attributes["r"].flatMap { Int($0) } ?? line + 1
        cells = []
      case .end("row"): try grid.append(cells, line: line)
      case .start("c", let attributes):
        column = attributes["r"].flatMap { Self.place($0)?.column } ?? cells.count
        kind = attributes["t"] ?? "n"
        style = attributes["s"].flatMap { Int($0) } ?? 0
        text = ""
      case .end("c"):
        guard column < SheetGrid.mostColumns, column >= 0 else { continue }
        while cells.count <= column { cells.append("") }
        cells[column] = value(text, kind: kind, style: style)
      case .start("v", _), .start("t", _): isValue = true
      case .end("v"), .end("t"): isValue = false
      case .start("rPh", _): isAid = true
      case .end("rPh"): isAid = false
      case .text(let more) where isValue && !isAid: text += more
      case .start("mergeCell", let attributes): merge(attributes["ref"] ?? "", in: &grid)
      default: break
      }
    }
    return grid
  }

  private func merge(_ range: String, in grid: inout SheetGrid) {
    let ends = range.split(separator: ":").compactMap { Self.place(String($0)) }
    guard ends.count == 2 else { return }
    grid.merge(column: ends[0].column, from: ends[0].row, to: ends[1].row)
  }

  /// Where `AB12` is: its column counted from 0, its row from 1.
  private static func place(_ name: String) -> (column: Int, row: Int)? {
    var column = 0
    let letters = name.prefix { $0.isASCII && $0.isLetter }
    guard !letters.isEmpty, letters.count <= 3, let row = Int(name.dropFirst(letters.count)) else {
      return nil
    }
    for letter in letters.uppercased().utf8 { column = column * 26 + Int(letter) - 64 }
    return (column - 1, row)
  }

  private func value(_ text: String, kind: String, style: Int) -> String {
    switch kind {
    case "s": return Int(text).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
    case "b": return text == "1" ? "1" : "0"
    case "n":
      guard let number = Double(text), number.isFinite else { return text }
      if areDates.indices.contains(style), areDates[style] {
        return SerialDate.text(number + (isFrom1904 ? 1462 : 0)) ?? text
      }
      return abs(number) < 1e15 && number == number.rounded() ? String(Int(number)) : text
    // An error says nothing of anybody.
    case "e": return ""
    default: return text
    }
  }
}

/// A day and time as Excel counts them: days since the end of 1899.
enum SerialDate {
  /// `2026-11-23`, with the time where there is one; a time alone below 1.
  static func text(_ serial: Double) -> String? {
    guard (0..<2_958_466).contains(serial) else { return nil }
    let minutes = Int((serial * 1440).rounded())
    let (hour, minute) = (minutes / 60 % 24, minutes % 60)
    let time = [hour, minute].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    // Excel has a 29 February 1900, which was not: all days before it are one off.
    let day = minutes / 1440
    guard day > 0 else { return time }
    let date = Day(number: day - (day < 60 ? 25_568 : 25_569)).iso
    return minutes % 1440 == 0 ? date : "\(date) \(time)"
  }
}
