import Testing

/// Words with which sentences begin, a hundred and more in each language.
struct OpeningWords: CustomTestStringConvertible {
  let language: String
  private let words: String

  var testDescription: String { language }

  /// Each with another word after it, so that a word of one letter is followed by a space.
  var texts: [String] { words.split(whereSeparator: \.isWhitespace).map { "\($0) \(after)" } }

  private var after: String { language == "en" ? "people" : language == "fr" ? "gens" : "ember" }

  static let all = [english, french, hungarian]

  private static let english = OpeningWords(
    language: "en",
    words: """
      The the I i We we It it This this In in But but And and He She They they You you There there What \
      what If if As as When when That that For for A a At at On on To to So so How how My my Not not \
      No no Why why Who who One one Our our With with From from Because because Nobody nobody \
      Somebody Everyone All all Some some Most many More more People people Please Maybe maybe Yes \
      yes Also also After Before Since Let's let's Don't don't Can can Could could Should should \
      Would Make make Give give Open open Close Bins bins Shade shade Quick queue ramps Use use \
      Jobs Keep keep kids lifts vote view zones xylophones
      """)

  private static let french = OpeningWords(
    language: "fr",
    words: """
      Le le La la Les les L'accueil l'accueil Il il Elle elle Ils On on Nous nous Je je J'ai j'ai Vous \
      Un un Une une Des des De du Du C'est c'est Ce ce Cette cette Ces ces Et et Mais mais Ou ou Où \
      où Qui qui Que que Qu'est Quand quand Comment comment Pourquoi pourquoi Pour pour Par par Avec \
      avec Sans sans Dans dans En en Sur sur À à Au au Aux Si si Ne ne Pas pas Plus plus Moins Tout \
      tout Tous Toutes Chaque chaque Personne personne Rien rien Y y Faire faire Donner Aller Ouvrir \
      ouvrir Fermer Mettre mettre Former former Aider aider Bancs bancs Guichet guichet
      """)

  private static let hungarian = OpeningWords(
    language: "hu",
    words: """
      A a Az az Egy egy Ez ez Ezek Azok És és De de Ha ha Hogy hogy Nem nem Nincs nincs Van van Volt \
      volt Lesz lesz Mi mi Mit mit Miért miért Ki ki Kik Kinek kinek Hol hol Mikor mikor Hogyan \
      hogyan Minden minden Mindenki Senki senki Valaki valaki Sok sok Több több Kevés kevés Csak csak \
      Még még Már már Most most Majd majd Akkor akkor Amikor amikor Aki aki Ami ami Ahol ahol Mert mert \
      Tehát tehát Így így Úgy úgy Én én Te te Ő ő Legyen legyen Lehet lehet Kell kell Jó jó Új új Ötlet \
      ötlet Űrlap űrlap Ügyfelek ügyfelek
      """)
}
