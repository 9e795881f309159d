/// Draws a picture as SVG: no script, nothing fetched, lines and fills that print in black and white.
enum SVG {
  /// The drawing as an element of an HTML page, in the page's own colours.
  ///
  /// - Parameter id: unlike any other on the page.
  static func inline(_ picture: Report.Picture, id: String) -> String {
    element(
      picture,
      attributes: "class=\"picture\" role=\"img\" aria-labelledby=\"\(id)t \(id)d\"",
      head: "<title id=\"\(id)t\">\(HTML.text(picture.title))</title>"
        + "<desc id=\"\(id)d\">\(HTML.text(picture.description))</desc>")
  }

  /// The drawing as a file of its own, in black on white.
  static func file(_ picture: Report.Picture) -> String {
    let style = """
      text { font-family: sans-serif; fill: #000000; } .b { font-weight: bold; }
      .l { stroke: #000000; fill: none; } .g { stroke: #888888; stroke-dasharray: 3 3; fill: none; }
      .o { stroke: #000000; fill: none; } .p { stroke: #000000; fill: #ffffff; }
      .f { stroke: #000000; fill: #444444; }
      """
    return element(
      picture, attributes: "xmlns=\"http://www.w3.org/2000/svg\"",
      head: "<title>\(HTML.text(picture.title))</title><style>\(style)</style>") + "\n"
  }

  private static func element(
    _ picture: Report.Picture, attributes: String, head: String
  ) -> String {
    let size = "\(number(picture.width)) \(number(picture.height))"
    let shapes = picture.shapes.map(shape).joined()
    return "<svg \(attributes) viewBox=\"0 0 \(size)\" width=\"\(number(picture.width))\" "
      + "height=\"\(number(picture.height))\" font-size=\"\(number(Report.Picture.letter))\">"
      + head + shapes + "</svg>"
  }

  private static func shape(_ shape: Report.Picture.Shape) -> String {
    switch shape {
    case .box(let x, let y, let width, let height, let ink):
      let name =
        switch ink {
        case .outline: "o"
        case .pale: "p"
        case .full: "f"
        }
      return "<rect class=\"\(name)\" x=\"\(number(x))\" y=\"\(number(y))\" "
        + "width=\"\(number(max(0, width)))\" height=\"\(number(max(0, height)))\"/>"
    case .line(let points, let isDashed):
      let list = points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
      return "<polyline class=\"\(isDashed ? "g" : "l")\" points=\"\(list)\"/>"
    case .dot(let point, let radius):
      return "<circle class=\"f\" cx=\"\(number(point.x))\" cy=\"\(number(point.y))\" "
        + "r=\"\(number(radius))\"/>"
    case .text(let text, let point, let anchor, let isBold):
      let weight = isBold ? " class=\"b\"" : ""
      return "<text\(weight) x=\"\(number(point.x))\" y=\"\(number(point.y))\" "
        + "text-anchor=\"\(anchor.rawValue)\">\(HTML.text(text))</text>"
    }
  }

  /// With one decimal at most: what is finer nobody sees.
  private static func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let tenths = Int((min(max(value, -1e6), 1e6) * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    return tenths % 10 == 0
      ? "\(tenths / 10)" : "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
