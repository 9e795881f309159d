// The smallest program of the same kind: Swift, FoundationEssentials and curses. It fills the screen, moves
// one marked cell a key, decodes lines of JSON when asked to, and sleeps otherwise.
import CTerminal
import FoundationEssentials
import Glibc

struct Line: Codable {
  var id: String
  var e: [String: [String: String]]
}

if CommandLine.arguments.count > 2 {
  let lines = FileManager.default.contents(atPath: CommandLine.arguments[2]) ?? Data()
  let decoder = JSONDecoder()
  let count = lines.split(separator: 10).count { (try? decoder.decode(Line.self, from: $0)) != nil }
  print(count)
  exit(0)
}

setlocale(LC_ALL, "")
_ = ct_open(nil, nil)
raw()
noecho()
nonl()
let (width, height) = (getmaxx(ct_window()), getmaxy(ct_window()))
for y in 0..<height {
  for x in 0..<width { mvaddch(y, x, chtype(97 + (x * 7 + y * 3) % 26)) }
}
refresh()
var place: Int32 = 0
while true {
  var byte: UInt8 = 0
  guard read(STDIN_FILENO, &byte, 1) == 1, byte != UInt8(ascii: "q") else { break }
  let (w, h) = (width - 2, height - 2)
  mvchgat(1 + place / w % h, 1 + place % w, 1, 0, 0, nil)
  place = (place + 1) % (w * h)
  mvchgat(1 + place / w % h, 1 + place % w, 1, ct_reverse(), 0, nil)
  refresh()
}
endwin()
