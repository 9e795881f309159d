"""Workshops of any size, as the program would have written them: a template's plan and one journal."""
import json, random, subprocess, time, zlib

NOUNS = """library counter desk bench market letter form garden bus school notice screen phone map bike tree
square bridge station clinic office kitchen workshop newsletter calendar budget street lamp ticket museum""".split()
VERBS = """open share print repair visit translate shorten test publish explain lend paint move record plant
invite measure combine count simplify""".split()
PLACES = """for families in the evening|with the neighbours|before every meeting|at the town hall|for new residents
on Saturdays|in plain words|without an appointment|for people who work at night|beside the river|in four languages
with the schools|for visitors|once a month|near the station""".replace("\n", "|").split("|")


class Journal:
    """The entries of one writer, each a line with its check sum."""

    def __init__(self, writer="benchbenchbe"):
        self.writer, self.lines = writer, []
        # Twenty minutes ago, and ten milliseconds between two entries.
        self.time = int(time.time() * 1000) - 1_200_000

    def add(self, **event):
        """Writes an event and gives back its entry's id."""
        name = f"{self.writer}-{len(self.lines) + 1}"
        self.time += 10
        at = time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime(self.time // 1000))
        head = {"v": 1, "id": name, "t": f"{self.time:012x}-0000", "at": at,
                "by": "Bench", "e": event}
        line = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()[:-1]
        self.lines.append(line + b',"c":"%08x"}\n' % zlib.crc32(line))
        return name

    def save(self, directory):
        path = f"{directory}/journal/20250101-bench-{self.writer}.jsonl"
        with open(path, "wb") as file:
            file.writelines(self.lines)


def sentence(random):
    return f"{random.choice(VERBS).capitalize()} a {random.choice(NOUNS)} and a {random.choice(NOUNS)} {random.choice(PLACES)}"


def make(program, path, cards=0, activity="ideas", merges=0, events=0, template="half-day"):
    """A workshop with so many ideas, at an activity; `merges` of them lie in chains of ten, and mixed events
    go on until there are so many."""
    subprocess.run([program, "new", path, "--template", template, "--language", "en"], check=True,
                   stdout=subprocess.DEVNULL)
    choose, journal = random.Random(1), Journal()
    journal.add(activityOpened={"activity": activity, "seconds": 0})
    journal.add(countdownPaused={"activity": activity})
    ids = [journal.add(cardAdded={"board": "ideas", "text": sentence(choose), "fields": {}}) for _ in range(cards)]
    for place in range(merges):
        journal.add(fieldSet={"card": ids[place + 1], "field": "into", "value": ids[place - place % 10]})
    while len(journal.lines) < events:
        kind = choose.random()
        if kind < 0.6 or not ids:
            ids.append(journal.add(cardAdded={"board": "ideas", "text": sentence(choose), "fields": {"authors": "Ana"}}))
        elif kind < 0.85:
            journal.add(fieldSet={"card": choose.choice(ids), "field": "text", "value": sentence(choose),
                                  "over": choose.choice(ids)})
        else:
            journal.add(voiceAdded={"card": choose.choice(ids)})
    journal.save(path)
    return path
