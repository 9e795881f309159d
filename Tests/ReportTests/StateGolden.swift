/// What other programs rely on: `Sample.workshop()` as JSON. Changing it breaks them.
enum StateGolden {
  static let sealed = """
    {
      "boards" : [
        {
          "columns" : "zone",
          "id" : "ideas",
          "question" : "What?",
          "title" : "Ideas",
          "zones" : [
            {
              "id" : "north",
              "title" : "North"
            }
          ]
        },
        {
          "columns" : "zone",
          "id" : "people",
          "sheet" : "person",
          "title" : "People",
          "zones" : [

          ]
        },
        {
          "columns" : "zone",
          "id" : "parking",
          "sheet" : "parking",
          "title" : "Parking lot",
          "zones" : [

          ]
        }
      ],
      "cards" : [
        {
          "board" : "people",
          "by" : "",
          "fields" : {
            "organisation" : "Port",
            "role" : "builder"
          },
          "gone" : false,
          "id" : "anna",
          "members" : {

          },
          "rivals" : {

          },
          "text" : "Anna",
          "voices" : 1
        },
        {
          "added" : "2026-03-12T09:00:01Z",
          "board" : "ideas",
          "by" : "Ben",
          "fields" : {
            "effort" : "3"
          },
          "gone" : false,
          "id" : "w-2",
          "members" : {
            "team" : [
              "anna"
            ]
          },
          "rivals" : {
            "effort" : [
              {
                "by" : "Ben",
                "text" : "2"
              }
            ]
          },
          "text" : "A ferry",
          "theme" : "sea",
          "voices" : 2,
          "zone" : "north"
        },
        {
          "added" : "2026-03-12T09:00:02Z",
          "board" : "people",
          "by" : "Ben",
          "fields" : {
            "project" : "w-2"
          },
          "gone" : false,
          "id" : "w-3",
          "members" : {

          },
          "rivals" : {

          },
          "text" : "Zoé",
          "voices" : 1
        },
        {
          "added" : "2026-03-12T09:00:03Z",
          "board" : "ideas",
          "by" : "Ben",
          "fields" : {

          },
          "gone" : true,
          "id" : "w-4",
          "members" : {

          },
          "rivals" : {

          },
          "text" : "Gone",
          "voices" : 1
        }
      ],
      "countdown" : {
        "activity" : "storm",
        "at" : "2026-03-12T09:01:30Z",
        "remaining" : 1110,
        "running" : true,
        "seconds" : 1200
      },
      "current" : "storm",
      "language" : "en",
      "people" : [
        {
          "id" : "anna",
          "name" : "Anna",
          "organisation" : "Port",
          "present" : [

          ],
          "role" : "builder"
        },
        {
          "id" : "w-3",
          "moves" : [
            {
              "at" : 1773306002000,
              "project" : "w-2"
            }
          ],
          "name" : "Zoé",
          "present" : [

          ],
          "project" : "w-2"
        }
      ],
      "polls" : [
        {
          "activity" : "storm",
          "cap" : 2,
          "dots" : 3,
          "id" : "w-9",
          "method" : "dots",
          "open" : false,
          "options" : [
            {
              "id" : "w-2",
              "label" : "A ferry"
            },
            {
              "id" : "Other",
              "label" : "Other"
            }
          ],
          "question" : "Which?",
          "revealed" : false,
          "voters" : 2,
          "winners" : 1
        }
      ],
      "sessions" : [
        {
          "activities" : [
            {
              "dropped" : false,
              "fixed" : false,
              "id" : "hello",
              "kind" : "welcome",
              "minutes" : 5,
              "opened" : [

              ],
              "planned" : "09:00",
              "priority" : "must",
              "ready" : [

              ],
              "spent" : 0,
              "start" : "09:00",
              "state" : "skipped",
              "title" : "Hello"
            },
            {
              "board" : "ideas",
              "dropped" : false,
              "fixed" : true,
              "id" : "storm",
              "kind" : "board",
              "minutes" : 20,
              "opened" : [
                1773306000000
              ],
              "phase" : "scan",
              "planned" : "09:05",
              "priority" : "must",
              "question" : "What?",
              "ready" : [
                "Ben"
              ],
              "spent" : 2,
              "start" : "09:00",
              "state" : "now",
              "title" : "Storm"
            }
          ],
          "date" : "2026-03-12",
          "id" : "day",
          "place" : "Hall",
          "start" : "09:00",
          "title" : "Day"
        }
      ],
      "shown" : null,
      "themes" : [
        {
          "challenge" : "How might we sail?",
          "id" : "sea",
          "name" : "Sea",
          "sponsor" : "Port",
          "status" : "explored"
        }
      ],
      "title" : "Harbour",
      "version" : 1
    }

    """
}
