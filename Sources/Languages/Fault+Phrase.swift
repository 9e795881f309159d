import Assets
import Journaling
import WorkshopCore

extension Phrase {
  /// Why a content file is not used.
  init(_ fault: ContentError) {
    let path = JSONText.text(of: fault.path)
    switch fault.reason {
    case .undecodable: self = "another shape than its folder asks for"
    case .unknownPlace:
      let folders = Content.folders.joined(separator: ", ")
      self =
        "nothing is read here: content belongs in \(folders), in warm-ups.json or in methods.json"
    case .otherName(let id): self = "its id is \(id), so it should be called \(id).json"
    case .duplicateID(let id): self = "the id \(id) is used further up already"
    case .blank: self = "\(path) is empty"
    case .nothing: self = "\(path) needs at least one element"
    case .below(let least): self = "\(path) should be at least \(least)"
    case .above(let most): self = "\(path) should be at most \(most)"
    case .reversed: self = "\(path) is more than the maximum"
    case .noHeadline:
      self = "the first field of a sheet is the card's own, with the id \(Card.text)"
    case .fewCards(let drawn, let there):
      self = "\(path) draws more cards than there are: \(drawn) of \(there)"
    case .outside(let columns, let rows):
      self = "the block leaves the grid of \(columns) columns and \(rows) rows"
    case .overlap(let other): self = "overlaps the block: \(other)"
    case .unknownBlock(let id): self = "there is no block \(id)"
    case .unordered(let id): self = "the order leaves out the block \(id)"
    case .lostValue: self = "the translation should have one pair of braces for each value"
    }
  }
}
