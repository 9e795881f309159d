"""Texts that would steer a terminal, from every way in to every way out."""

import json
import os
import re

import kit

#: what a terminal would obey, or what would deceive who reads it
ATTACKS = (
    "\x1b[2J\x1b[Hclears",
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "\x1b]2;title\x1b\\",
    "\x1b]52;c;ZXZpbA==\x07",
    "\x1b]8;;http://evil.example\x1b\\here\x1b]8;;\x1b\\",
    '\x1bP$q"p\x1b\\',
    "\x1b[6n",
    "\x1b[c",
    "\x1b[21t",
    "\x1bcreset",
    "\x1b[?1049l",
    "\x1b[?25l",
    "\x1b[?1000h",
    "\x1b#8",
    "\x1b(0lqqk",
    "\x1b[4i",
    "\x1b_Gf=100\x1b\\",
    "\x1bPtmux;\x1b\x1b[5n\x1b\\",
    "\u009b2J",
    "\u009d0;title\u009c",
    "\u0090q#0\u009c",
    "\u008d\u0085\u0084",
    "name\b\b\b\bevil",
    "line\rover",
    "one\x0btwo\x0cthree",
    "bell\x07\x07",
    "out\x0ein\x0f",
    "nul\x00\x01\x02\x03",
    "xoff\x13xon\x11",
    "del\x7f",
    "\u202etxt.exe\u202c",
    "\u2066\u2067\u2068\u2069isolates",
    "\u2028\u2029lines",
    "\x1b[5;5HFORGED",
    "tab\there",
)
#: the same as bytes that are no UTF-8: C1 in one byte
RAW = (b"\x9b2J", b"\x9d52;c;ZXZpbA==\x9c", b"\x90q\x9c", b"\x85\x84", b"\xc0\x9b31m", b"\xff\xfe")
#: letters that turn what is read around
TURNING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029\ufeff")
SEQUENCE = re.compile(
    rb"\x1b\[([<=>?]?)([0-9;:]*)([ -/]*[@-~])|\x1b\]([0-9]*);[^\x07\x1b]*(?:\x07|\x1b\\)"
    rb"|\x1b[PX^_][^\x1b]*\x1b\\|\x1b[ -/]*[0-~]"
)


def steers(data):
    """The first thing in bytes that steers a terminal, with what stands around it; None: nothing does."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return "no UTF-8 at " + repr(data[max(0, error.start - 30) : error.start + 30])
    for place, letter in enumerate(text):
        number = ord(letter)
        if number < 32 and letter not in "\n\t" or 127 <= number < 160 or letter in TURNING:
            if letter == "\ufeff" and place == 0 or letter == "\r" and text[place + 1 : place + 2] == "\n":
                continue
            return f"U+{number:04X} in {text[max(0, place - 40):place + 30]!r}"
    return None


def shapes(data):
    """The kinds of escape sequences in what a screen wrote, and the bytes between that are no text."""
    found = set()
    place = 0
    for match in SEQUENCE.finditer(data):
        found |= loose(data[place : match.start()])
        place = match.end()
        if match.group(3):
            numbers = match.group(2) if match.group(3) in b"hl" or match.group(1) else b""
            found.add(b"CSI " + match.group(1) + numbers + match.group(3))
        elif match.group(0).startswith(b"\x1b]"):
            found.add(b"OSC " + match.group(4))
        else:
            found.add(match.group(0)[:2])
    return found | loose(data[place:])


def loose(data):
    found = {
        b"byte %02x" % byte for byte in data if byte < 32 and byte not in b"\r\n\b\t\x0f\x0e" or byte == 127
    }
    text = data.decode(errors="replace")
    found |= {f"U+{ord(c):04X}".encode() for c in text if 128 <= ord(c) < 160 or c in TURNING}
    return found


def replaced(value, attacks):
    """A JSON value in which every text that is shown is an attack."""
    if isinstance(value, dict):
        return {
            key: (
                next(attacks)
                if key
                in (
                    "en",
                    "who",
                    "title",
                    "name",
                    "challenge",
                    "question",
                    "script",
                    "place",
                    "sponsor",
                    "summary",
                    "goal",
                    "material",
                )
                and isinstance(one, str)
                else replaced(one, attacks)
            )
            for key, one in value.items()
        }
    if isinstance(value, list):
        return [replaced(one, attacks) for one in value]
    return value


def endless(random):
    while True:
        for number, attack in enumerate(random.sample(ATTACKS, len(ATTACKS))):
            yield f"{attack} {number}"


def rows(trial, writer="evilevil0000"):
    """Entries by a hand of their own in which every text is an attack."""
    events = []
    for attack in ATTACKS:
        events += [
            {"cardAdded": {"board": "ideas", "text": attack}},
            {"zoneAdded": {"board": "ideas", "title": attack}},
        ]
    card = f"{writer}-1"
    for attack in ATTACKS[:12]:
        events += [
            {"fieldSet": {"card": card, "field": "note", "value": attack}},
            {"fieldSet": {"card": card, "field": attack, "value": attack}},
            {"memberAdded": {"card": card, "set": "tags", "member": attack}},
            {"boardAdded": {"title": attack}},
            {"boardKept": {"board": "ideas", "title": attack}},
            {"boardSet": {"board": "ideas", "setting": "sort", "value": attack}},
            {
                "cardAdded": {
                    "board": "people",
                    "text": attack,
                    "fields": {"organisation": attack, "role": attack},
                }
            },
            {"cardAdded": {"board": "parking", "text": attack, "fields": {"who": attack}}},
        ]
    poll = len(events) + 1
    events += [
        {
            "pollOpened": {
                "activity": "collect",
                "question": ATTACKS[4],
                "method": "dots",
                "options": list(ATTACKS),
                "dots": 2,
                "cap": 2,
                "winners": 1,
            }
        },
        {"ballotCast": {"poll": f"{writer}-{poll}", "voter": ATTACKS[0], "marks": {ATTACKS[0]: 1}}},
        {"pollClosed": {"poll": f"{writer}-{poll}", "cut": {writer: poll + 1}}},
        {"pollRevealed": {"poll": f"{writer}-{poll}"}},
        {
            "tieResolved": {
                "poll": f"{writer}-{poll}",
                "remedy": "lots",
                "chosen": [ATTACKS[0]],
                "who": ATTACKS[1],
                "reason": ATTACKS[2],
            }
        },
        {ATTACKS[3]: {"who": ATTACKS[4]}},
        {"viewShown": {"activity": "collect", "view": ATTACKS[5], "step": 1}},
    ]
    made = []
    for number, event in enumerate(events, 1):
        # As ASCII, for a row with a control byte is refused before anything reads it.
        text = json.dumps(
            {
                "v": 1,
                "id": f"{writer}-{number}",
                "t": f"{1_795_421_650_000 + number:012x}-0000",
                "at": "2026-11-23T09:00:00+01:00",
                "by": ATTACKS[number % len(ATTACKS)],
                "e": event,
            },
            separators=(",", ":"),
        )[:-1].encode()
        made.append(text + b',"c":"%08x"}\n' % kit.binascii.crc32(text))
    return made


def sinks(trial, workshop, project=ATTACKS[0]):
    """Runs every command that tells of a workshop: what was told -> bytes."""
    told = {}
    commands = [
        ("status",),
        ("status", "--json"),
        ("status", "--since", "2020-01-01"),
        ("check",),
        ("kpi",),
        ("kpi", "--json"),
        ("why", project),
        ("why", project, "--json"),
        ("content", "list"),
        ("rehearse", "--headless", "--speed", "3600"),
    ]
    commands += [("export", "--format", form) for form in ("markdown", "html", "json", "ics")]
    commands += [
        ("export", "--public", "--detail", "full"),
        ("export", "--without-names", "--detail", "full"),
        ("export", "--format", "csv", "--list", "cards"),
    ]
    commands += [("show", "--as", role, "--size", "160x200") for role in ("facilitator", "stage", "notes")]
    commands += [("show", "--board", board, "--size", "160x200") for board in ("ideas", "people", ATTACKS[0])]
    for words in trial.random.sample(commands, 4) if trial.isQuick else commands:
        if words[0] == "content":
            done = trial.run("content", "list", cwd=workshop)
        else:
            done = trial.run(words[0], workshop, *words[1:])
        trial.expect(not kit.crashed(done), f"{' '.join(map(ascii, words))} crashed with {done.returncode}")
        told[" ".join(words)] = done.stdout
        told[" ".join(words) + ", standard error"] = done.stderr
    folder = trial.path("csv" + os.path.basename(workshop))
    done = trial.run("export", workshop, "--format", "csv", "-o", folder)
    told["export csv"] = done.stdout + done.stderr
    for name in os.listdir(folder) if os.path.isdir(folder) else []:
        with open(os.path.join(folder, name), "rb") as file:
            told["csv " + name] = file.read()
    return told


def judge(trial, where, told):
    for name, data in told.items():
        found = steers(data)
        trial.expect(found is None, f"{where} → {ascii(name)}: {found}")


def openAll(trial, where, workshop):
    """Opens every role: it writes no escape but those over harmless texts; and reads what a desk keeps."""
    known = shapesOfHarmless(trial)
    for role in ("run", "stage", "notes", "ballot"):
        screen = trial.open(role, workshop, columns=150, rows=90)
        screen.pump(0.8)
        for keys in {
            "run": (
                ("o",),
                ("Esc",),
                ("Enter",),
                ("PgDn",),
                ("f",),
                ("Esc",),
                ("Esc",),
                ("O",),
                ("Esc",),
                ("?",),
                ("Esc",),
                ("I",),
                ("Esc",),
            ),
            "notes": (("Up",), ("Esc",), ("^b",), ("Esc",), ("M-f",), ("Esc",)),
            "stage": (),
            "ballot": (("+",),),
        }[role]:
            screen.press(*keys)
            screen.pump(0.1)
        alive = screen.wait(0) is None
        trial.expect(alive or screen.status == 1, f"{where} → {role} ended with {screen.status}")
        screen.signal(15)
        screen.wait(3)
        new = shapes(screen.output) - known
        trial.expect(
            not new, f"{where} → the screen of {role} wrote {sorted(new)}: {around(screen.output, new)}"
        )
        screen.close()
    for name in ("session.json", "minutes.md"):
        path = os.path.join(workshop, name)
        if os.path.exists(path):
            with open(path, "rb") as file:
                judge(trial, where, {name: file.read()})


def around(data, new):
    for shape in new:
        if shape.startswith(b"CSI "):
            match = re.search(rb".{0,30}\x1b\[" + re.escape(shape[4:]) + rb".{0,30}", data, re.S)
            if match:
                return match.group(0)
        if shape.startswith(b"byte "):
            place = data.find(bytes.fromhex(shape[5:].decode()))
            return data[max(0, place - 40) : place + 40]
        if shape.startswith(b"U+"):
            place = data.find(chr(int(shape[2:], 16)).encode())
            return data[max(0, place - 40) : place + 40]
    return b""


HARMLESS = set()


def shapesOfHarmless(trial, roles=("run", "stage", "notes", "ballot")):
    """The kinds of escape sequences that the program writes of its own, over a workshop of plain texts."""
    if not HARMLESS:
        workshop = kit.voting(trial, "harmless")
        kit.journal(
            workshop,
            [
                kit.row(
                    "plain0000000",
                    n,
                    {"cardAdded": {"board": "ideas", "text": "x" * n}},
                    1_795_421_650_000 + n,
                )
                for n in range(1, 60)
            ],
            "plain0000000",
        )
        for role in roles:
            screen = trial.open(role, workshop, columns=150, rows=90)
            screen.pump(0.6)
            for key in "?", "Esc", "Enter", "Up", "o", "Esc", "+", "I", "Esc", "^l":
                screen.press(key)
                screen.pump(0.05)
            screen.signal(15)
            screen.wait(3)
            HARMLESS.update(shapes(screen.output))
            screen.close()
        # Kinds that depend on what is shown: cursor moves, erasing, repeating, scrolling, colours.
        HARMLESS.update(
            {
                b"CSI " + c
                for c in (
                    b"A",
                    b"B",
                    b"C",
                    b"D",
                    b"G",
                    b"H",
                    b"J",
                    b"K",
                    b"L",
                    b"M",
                    b"P",
                    b"X",
                    b"@",
                    b"b",
                    b"d",
                    b"m",
                    b"r",
                    b"S",
                    b"T",
                    b"f",
                    b"Z",
                )
            }
        )
        HARMLESS.update({b"\x1bM", b"byte 07"} if b"byte 07" in HARMLESS else {b"\x1bM"})
    return HARMLESS


def typedAndPasted(trial):
    workshop = kit.begun(trial, "typed")
    screen = trial.open("notes", workshop, "--as", "Ana\x1b]52;c;ZXZpbA==\x07\u009b31m", columns=100, rows=30)
    assert screen.sees("Ideas"), screen.text
    attacks = ATTACKS if not trial.isQuick else trial.random.sample(ATTACKS, 6)
    for number, attack in enumerate(attacks):
        screen.send(b"\x1b[200~mark%d " % number + attack.encode() + b" end\x1b[201~")
        screen.pump(0.05)
        screen.press("Enter")
    for attack in RAW:
        screen.send(b"\x1b[200~raw " + attack + b" end\x1b[201~")
        screen.pump(0.05)
        screen.press("Enter")
    for attack in attacks:
        # Keys that leave, suspend or go elsewhere are what they are when they are typed.
        if re.search("[\x00-\x1f]", attack):
            continue
        screen.send(b"typed " + attack.encode() + b"\r")
        screen.pump(0.05)
    for attack in RAW:
        screen.send(b"typed " + attack + b" end\r")
        screen.pump(0.05)
    alive = screen.wait(0) is None
    trial.expect(alive, f"notes ended with {screen.status} over what was typed")
    screen.pump(0.3)
    new = shapes(screen.output) - shapesOfHarmless(trial, ("notes",) if trial.isQuick else ("run", "notes"))
    HARMLESS.clear()
    trial.expect(not new, f"typed and pasted → notes wrote {sorted(new)}: {around(screen.output, new)}")
    screen.signal(15)
    screen.wait(3)
    screen.close()
    texts = kit.cards(workshop)
    for number, attack in enumerate(attacks):
        trial.expect(
            any(f"mark{number}" in text for text in texts), f"the pasted text mark{number} {attack!r} is gone"
        )
    for path in kit.journalFiles(workshop):
        with open(path, "rb") as file:
            found = steers(file.read())
        trial.expect(found is None, f"typed and pasted → journal: {found}")
    judge(trial, "typed and pasted", sinks(trial, workshop))


def added(trial):
    workshop = kit.begun(trial, "added")
    told = {}
    for number, attack in enumerate(ATTACKS):
        if "\x00" in attack:
            continue
        if trial.isQuick and number % 5:
            continue
        done = trial.run("add", workshop, "--board", "ideas", attack, "--as", attack, "--author", attack)
        told[f"add {attack!r}"] = done.stdout + done.stderr
        for words in (
            ("--board", attack, "x"),
            ("--board", "ideas", "--zone", attack, "x"),
            ("--" + attack,),
            ("--board", "ideas", "--theme", attack, "x"),
            ("--board", "ideas", "--field", attack, "x"),
        ):
            done = trial.run("add", workshop, *words)
            told[f"add {words!r}"] = done.stdout + done.stderr
        for words in (
            (attack,),
            ("show", workshop, "--board", attack),
            ("export", workshop, "--format", attack),
            ("status", "/nowhere/" + attack),
            ("why", workshop, attack),
            ("new", trial.path("n"), "--template", attack),
            ("content", "show", attack),
        ):
            done = trial.run(*words)
            told[f"{words!r}"] = done.stdout + done.stderr
    lines = b"\n".join([attack.encode() for attack in ATTACKS] + list(RAW))
    done = trial.run("add", workshop, "--board", "ideas", input=lines)
    told["add, standard input"] = done.stdout + done.stderr
    for attack in RAW:
        done = trial.run("add", workshop, "--board", "ideas", attack)
        told[f"add {attack!r}"] = done.stdout + done.stderr
    judge(trial, "arguments and standard input", told)
    judge(trial, "arguments and standard input", sinks(trial, workshop))
    openAll(trial, "arguments and standard input", workshop)


def imported(trial):
    workshop = kit.begun(trial, "imported")
    path = trial.path("people\x1b]52;c;eA==\x07\n.csv")
    with open(path, "wb") as file:
        file.write(b"Name,Organisation,Email,\x1b[31mTheme\n")
        for number, attack in enumerate(ATTACKS):
            quoted = attack.replace("\x00", "").replace('"', '""')
            file.write(f'"Ana{number} {quoted}","{quoted}",a{number}@example.org,"{quoted}"\n'.encode())
    told = {}
    for words in (("--dry-run",), ()):
        done = trial.run("import", workshop, path, *words)
        trial.expect(not kit.crashed(done), f"import crashed with {done.returncode}")
        told["import " + " ".join(words)] = done.stdout + done.stderr
    judge(trial, "import", told)
    judge(trial, "import", sinks(trial, workshop))
    openAll(trial, "import", workshop)


def byHand(trial):
    workshop = kit.begun(trial, "byhand")
    kit.journal(workshop, rows(trial), "evilevil0000", user="evil")
    # Raw control bytes and broken rows too; and files with names that forge a line.
    writer = "rawrawraw000"
    raw = []
    for number, attack in enumerate(ATTACKS, 1):
        raw.append(
            kit.row(
                writer, number, {"cardAdded": {"board": "ideas", "text": "x"}}, 1_795_421_660_000
            ).replace(b'"x"', b'"' + attack.encode() + b'"')
        )
    kit.journal(workshop, raw, writer, user="raw")
    os.makedirs(os.path.join(workshop, "assets", "decks"))
    os.makedirs(os.path.join(workshop, "drafts"))
    for folder in ("journal", "assets", "assets/decks", "drafts", "."):
        for number, attack in enumerate(ATTACKS):
            name = attack.replace("\x00", "").replace("/", "_")[:60] + (
                "\nFORGED line" if number == 0 else ""
            )
            with open(
                os.path.join(
                    workshop,
                    folder,
                    name + ".jsonl" * (folder == "journal") + ".json" * (folder != "journal"),
                ),
                "wb",
            ) as file:
                file.write(b"{")
        for attack in RAW:
            try:
                with open(os.path.join(workshop, folder).encode() + b"/" + attack, "wb") as file:
                    file.write(b"{")
            except OSError:
                pass
    told = sinks(trial, workshop)
    trial.expect(
        b"clears" in told["export --format markdown"], "the texts of the journal are not in the report"
    )
    judge(trial, "journal by hand and file names", told)
    for name in ("check", "status"):
        forged = [row for row in told[name].decode(errors="replace").splitlines() if row.startswith("FORGED")]
        trial.expect(not forged, f"a file's name forges a line of {name}: {forged}")
    openAll(trial, "journal by hand and file names", workshop)


def content(trial, name):
    """A file of the content that comes along."""
    folder = trial.folder("content-" + name.replace("/", "-"))
    done = trial.run("content", "copy", name, folder)
    assert done.returncode == 0 or os.listdir(folder), done.stderr
    for path, _, files in os.walk(folder):
        for file in files:
            if os.path.join(path, file).endswith(name + ".json"):
                with open(os.path.join(path, file)) as given:
                    return json.load(given)
    raise AssertionError(f"no file of {name} was copied: {done.stdout}")


def planned(trial):
    attacks = endless(trial.random)
    plan = replaced(content(trial, "templates/half-day"), attacks)
    plan["people"] = [
        {"id": f"p{n}", "name": attack, "organisation": attack, "role": attack}
        for n, attack in enumerate(ATTACKS)
    ]
    workshop = trial.workshop("planned", plan=plan)
    done = trial.run("status", workshop)
    trial.expect(done.returncode == 0, f"a plan with such titles does not open: {done.stderr.decode()}")
    told = sinks(trial, workshop)
    trial.expect(b"clears" in told["export --format markdown"], "the plan's texts are not in the report")
    judge(trial, "the plan", told)
    openAll(trial, "the plan", workshop)


def assets(trial):
    workshop = kit.begun(trial, "assets")
    folder = os.path.join(workshop, "assets")
    attacks = endless(trial.random)
    for one in (
        "decks/persona",
        "sheets/idea",
        "canvases/social",
        "journeys/short",
        "warm-ups",
        "methods",
        "templates/half-day",
        "languages/fr",
    ):
        own = replaced(content(trial, one), attacks)
        if "phrases" in own:
            own["phrases"] = {key: next(attacks) + "{}" * key.count("{}") for key in own["phrases"]}
        path = os.path.join(folder, one + ".json")
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            json.dump(own, file)
    judge(trial, "assets", sinks(trial, workshop))
    told = {}
    for words in (
        ("status", workshop, "--language", "fr"),
        ("check", workshop, "--language", "fr"),
        ("new", trial.path("made"), "--template", "half-day"),
    ):
        done = trial.run(*words, cwd=workshop)
        told[" ".join(words)] = done.stdout + done.stderr
    judge(trial, "assets", told)
    openAll(trial, "assets", workshop)


@kit.line("escapes-typed", "what is typed or pasted reaches no screen, file or output as an escape")
def escapesTyped(trial):
    typedAndPasted(trial)


@kit.line(
    "escapes", "no text from a file, an argument or a name reaches a terminal or an export as an escape"
)
def escapes(trial):
    for part in (added, imported, byHand, planned, assets):
        part(trial)
