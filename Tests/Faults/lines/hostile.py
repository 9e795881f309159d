"""Files that were made to break who reads them, and directories with what does not belong there."""

import json
import os
import socket
import subprocess

import kit

#: JSON texts that are no JSON, or more than anybody should be given
TEXTS = {
    "empty": b"",
    "a byte order mark": b"\xef\xbb\xbf{}",
    "UTF-16": json.dumps({"v": 1}).encode("utf-16"),
    "NUL": b"\x00",
    "NUL inside": b'{"title":"a\x00b"}',
    "513 brackets": b"[" * 513,
    "a million brackets": b"[" * 1_000_000,
    "a million braces": b'{"a":' * 1_000_000,
    "deep and closed": b"[" * 100_000 + b"]" * 100_000,
    "a trailing comma": b'{"title":"x",}',
    "two values": b"{}{}",
    "a comment": b'{/* */"title":"x"}',
    "one quote": b"{'title':'x'}",
    "NaN": b'{"v":NaN}',
    "Infinity": b'{"v":-Infinity}',
    "huge": b'{"v":1e999999}',
    "many digits": b'{"v":' + b"9" * 100_000 + b"}",
    "minus nought": b'{"v":-0}',
    "hexadecimal": b'{"v":0x1}',
    "a plus": b'{"v":+1}',
    "a leading nought": b'{"v":01}',
    "a lone surrogate": b'{"title":"\\ud800"}',
    "surrogates turned round": b'{"title":"\\udc00\\ud800"}',
    "a raw surrogate": b'{"title":"\xed\xa0\x80"}',
    "no UTF-8": b'{"title":"\xff\xfe"}',
    "overlong": b'{"title":"\xc0\xaf"}',
    "an open text": b'{"title":"x',
    "an odd escape": b'{"title":"\\x41"}',
    "half an escape": b'{"title":"\\u12',
    "null": b"null",
    "a number": b"7",
    "a text": b'"x"',
    "a list": b"[]",
    "twice a key": b'{"title":"a","title":"b","sessions":[],"sessions":7}',
    "a long key": b'{"' + b"k" * 1_000_000 + b'":1}',
    "a long text": b'{"title":"' + b"t" * 1_000_000 + b'"}',
    "many keys": b"{" + b",".join(b'"k%d":1' % n for n in range(100_000)) + b"}",
    "many items": b"[" + b"1," * 500_000 + b"1]",
    "a form feed": b"{\x0c}",
    "spaces": b" " * 1_000_000,
    "newlines": b"\n" * 100_000,
    "a space that is none": b"\xc2\xa0{}",
}
#: values to put in the place of another
VALUES = (
    None,
    True,
    0,
    -1,
    1e308,
    -1e308,
    2**31,
    2**63,
    2**64,
    -(2**63),
    10**40,
    0.1,
    "",
    " ",
    "x" * 100_000,
    "\x00",
    "\ud800",
    [],
    {},
    [[]],
    [None],
    {"": None},
    {"en": 7},
    {"en": None},
    ["x"] * 1000,
    "../../etc/passwd",
    "NaN",
    "9" * 400,
    "2026-99-99",
    "99:99",
    "\u202e\x1b[31m",
)


def places(value, path=()):
    """Every place in a JSON value."""
    yield path
    if isinstance(value, dict):
        for key, one in value.items():
            yield from places(one, (*path, key))
    elif isinstance(value, list):
        for number, one in enumerate(value[:2]):
            yield from places(one, (*path, number))


def with_(value, path, new):
    """A JSON value with another one at a place."""
    if not path:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = with_(copy[path[0]], path[1:], new)
    return copy


def encoded(value):
    """JSON with surrogates as escapes and Python's own NaN."""
    return json.dumps(value).encode()


def look(trial, where, words, input=None, timeout=20):
    """Runs a command over something hostile: no crash, no hang, and a failure has its reason. Its status."""
    try:
        done = trial.run(*words, input=input, timeout=timeout)
    except subprocess.TimeoutExpired:
        trial.expect(False, f"{where}: {words[0]} hangs")
        return None
    trial.expect(
        not kit.crashed(done) and (done.returncode == 0 or done.stderr or done.stdout),
        f"{where}: {words[0]} ends with {done.returncode}, {done.stderr[-300:]!r}",
    )
    return done


def choices(trial, label, whole, count):
    """Some of all hostile texts, and of a good value with another at one of its places: (name, bytes)."""
    every = [(text, None) for text in TEXTS]
    some = list(places(whole))
    every += [(value, place) for place in trial.random.sample(some, min(len(some), 300)) for value in VALUES]
    for what, place in trial.random.sample(every, min(len(every), count)):
        if place is None:
            yield f"{label}, {what}", TEXTS[what]
        else:
            yield f"{label} with {ascii(what)[:40]} at {place}", encoded(with_(whole, place, what))


def put(path, data):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)


def plans(trial, template):
    workshop = kit.begun(trial, "plans")
    path = os.path.join(workshop, "workshop.json")
    for name in trial.random.sample(list(TEXTS), 6) if trial.isQuick else TEXTS:
        data = TEXTS[name]
        put(path, data)
        done = look(trial, f"plan, {name}", ("status", workshop))
        isPlan = name == "a long text"
        trial.expect(
            done is None or isPlan or done.returncode == 1,
            f"plan, {name}: status ends with {done and done.returncode}",
        )
        if not trial.isQuick:
            look(trial, f"plan, {name}", ("check", workshop))
    whole = [(place, value) for place in places(template) for value in VALUES]
    for place, value in trial.random.sample(whole, 6 if trial.isQuick else 300):
        put(path, encoded(with_(template, place, value)))
        words = trial.random.choice(
            [
                ("status", workshop),
                ("check", workshop),
                ("export", workshop, "--format", "json"),
                ("export", workshop, "--detail", "full"),
                ("export", workshop, "--format", "ics"),
                ("show", workshop),
                ("show", workshop, "--as", "stage"),
                ("kpi", workshop),
                ("rehearse", workshop, "--headless", "--speed", "3600"),
            ]
        )
        look(trial, f"plan with {ascii(value)[:40]} at {place}", words)


def journals(trial):
    kinds = json.loads(trial.run("export", kit.begun(trial, "state"), "--format", "json").stdout)
    assert kinds["version"] == 1
    event = {
        "pollOpened": {
            "activity": "collect",
            "question": "Which?",
            "method": "dots",
            "options": ["a", "b"],
            "dots": 3,
            "cap": 3,
            "winners": 1,
            "settings": {"points": 5},
        }
    }
    samples = [event] + [
        {"activityOpened": {"activity": "collect", "seconds": 60}},
        {"countdownStarted": {"activity": "collect", "seconds": 60, "table": "2"}},
        {"countdownExtended": {"activity": "collect", "seconds": 60}},
        {"countdownSet": {"activity": "collect", "seconds": 60, "of": 100}},
        {"segmentOpened": {"activity": "collect", "round": "0", "segment": 1, "seconds": 5}},
        {"turnOpened": {"activity": "collect", "turn": 1, "seconds": 5}},
        {"roundsArranged": {"activity": "collect", "order": ["a"], "skipped": ["b"], "seed": 4}},
        {"viewShown": {"activity": "collect", "view": "deal", "step": 3}},
        {"planChanged": {"changes": []}},
        {"cardAdded": {"board": "ideas", "text": "x", "fields": {"zone": "z", "table": "1"}}},
        {"fieldSet": {"card": "hostile00000-1", "field": "text", "value": "y", "over": "hostile00000-1"}},
        {"fieldsSet": {"field": "table", "values": {"hostile00000-1": "1"}}},
        {
            "memberRemoved": {
                "card": "hostile00000-1",
                "set": "team",
                "member": "m",
                "over": ["hostile00000-2"],
            }
        },
        {"boardAdded": {"title": "b", "canvas": "social", "sheet": "idea", "about": "hostile00000-1"}},
        {"boardSet": {"board": "ideas", "setting": "sort", "value": "voices"}},
        {"boardKept": {"board": "ideas", "title": "v1", "notes": [{"card": "x", "zone": "z", "text": "t"}]}},
        {
            "ballotCast": {
                "poll": "hostile00000-1",
                "voter": "v",
                "marks": {"a": 2},
                "way": "paper",
                "reasons": {"a": "r"},
            }
        },
        {"totalsCounted": {"poll": "hostile00000-1", "totals": {"a": 2}, "voters": 3, "wall": "w"}},
        {"pollChanged": {"poll": "hostile00000-1", "dots": 3, "cap": 1, "winners": 2}},
        {"pollClosed": {"poll": "hostile00000-1", "cut": {"hostile00000": 3}, "counts": ["hostile00000-2"]}},
        {"tieResolved": {"poll": "hostile00000-1", "remedy": "lots", "chosen": ["a"], "seed": 4}},
        {"tokensIssued": {"marks": ["0123456789abcdef0123"]}},
        {"readied": {"activity": "collect", "ready": True}},
        {"reverted": {"entry": "hostile00000-3"}},
    ]
    changed = [(sample, place, value) for sample in samples for place in places(sample) for value in VALUES]
    trial.random.shuffle(changed)
    count = 1 if trial.isQuick else 12
    for number in range(count):
        workshop = kit.begun(trial, f"journals{number}")
        writer = "hostile00000"
        rows = []
        for sequence, (sample, place, value) in enumerate(
            [*[(s, None, None) for s in samples], *changed[number * 100 : number * 100 + 100]], 1
        ):
            one = sample if place is None else with_(sample, place, value)
            text = json.dumps(
                {
                    "v": 1,
                    "id": f"{writer}-{sequence}",
                    "t": f"{1_795_421_650_000 + sequence:012x}-0000",
                    "at": "2026-11-23T09:00:00+01:00",
                    "by": "x",
                    "e": one,
                },
                separators=(",", ":"),
            )[:-1].encode()
            rows.append(text + b',"c":"%08x"}\n' % kit.binascii.crc32(text))
        kit.journal(workshop, rows, writer, user="evil")
        where = f"journal, seed {number}"
        for words in (
            ("status", workshop),
            ("check", workshop),
            ("export", workshop, "--format", "json"),
            ("export", workshop, "--detail", "full"),
            ("show", workshop),
            ("show", workshop, "--as", "stage"),
            ("kpi", workshop),
        ):
            done = look(trial, where, words)
            if done is not None and kit.crashed(done):
                blame(trial, where, words[0], rows, number)
        screen = trial.open("run", workshop)
        screen.pump(0.5)
        trial.expect(screen.wait(0) is None, f"{where}: the desk ended with {screen.status}")
        screen.signal(15)
        screen.wait(3)
        screen.close()
    # Envelopes, and texts that are no entry at all.
    workshop = kit.begun(trial, "envelopes")
    envelope = {
        "v": 1,
        "id": "hostile00000-1",
        "t": "01a206f36a03-0000",
        "at": "2026-11-23T09:14:05+01:00",
        "by": "x",
        "a": 1,
        "e": {"cardAdded": {"board": "ideas", "text": "x"}},
    }
    lines = [encoded(with_(envelope, place, value)) for place in places(envelope) for value in VALUES]
    lines += [data.replace(b"\n", b" ") for data in TEXTS.values()]
    kit.journal(workshop, [line + b"\n" for line in lines], "handmade0000", user="hand")
    checked = []
    for line in lines:
        text = line[:-1]
        checked.append(text + b',"c":"%08x"}\n' % kit.binascii.crc32(text))
    kit.journal(workshop, checked, "checked00000", user="hand")
    for words in (("status", workshop), ("check", workshop), ("export", workshop, "--format", "json")):
        look(trial, "envelopes", words, timeout=60)


def blame(trial, where, command, rows, number):
    """Finds a single row that makes a command crash."""
    for row in rows[-100:]:
        workshop = kit.begun(trial, f"blame{number}-{len(trial.losses)}-{rows.index(row)}")
        kit.journal(workshop, [row], "hostile00000", user="evil")
        done = trial.run(command, workshop)
        if kit.crashed(done):
            trial.lose(f"{where}: {command} crashes with {done.returncode} over {row[:400]!r}")
            return


def files(trial):
    """Assets, imports and drafts."""
    workshop = kit.begun(trial, "files")
    folder = trial.folder("content")
    named = []
    for name in (
        "warm-ups",
        "decks/persona",
        "sheets/idea",
        "canvases/social",
        "journeys/short",
        "methods",
        "languages/fr",
    ):
        trial.run("content", "copy", name, folder)
    for path, _, found in os.walk(folder):
        named += [os.path.relpath(os.path.join(path, one), folder) for one in found if one.endswith(".json")]
    trial.expect(len(named) >= 7, f"content copy made only {named}")
    for name in named:
        if not name.startswith("assets"):
            target = os.path.join(workshop, "assets", name)
        else:
            target = os.path.join(workshop, name)
        with open(os.path.join(folder, name), "rb") as file:
            whole = json.load(file)
        for where, data in choices(trial, name, whole, 1 if trial.isQuick else 25):
            put(target, data)
            words = trial.random.choice(
                [("check", workshop), ("status", workshop), ("export", workshop), ("show", workshop)]
            )
            look(trial, where, words)
        os.remove(target)
    state = json.loads(trial.run("export", workshop, "--format", "json").stdout)
    for number, (where, data) in enumerate(choices(trial, "import", state, 2 if trial.isQuick else 120)):
        put(trial.path("in.json"), data)
        look(trial, where, ("import", trial.path(f"in{number}"), trial.path("in.json")))
    draft = {
        "writer": "draftdraft00",
        "by": "Ana",
        "role": "notes",
        "board": "ideas",
        "text": "half",
        "at": 1_795_421_650_000,
        "host": socket.gethostname(),
        "card": "x-1",
        "field": "text",
        "over": "x-1",
        "zone": "z",
    }
    for where, data in choices(trial, "draft", draft, 1 if trial.isQuick else 40):
        put(os.path.join(workshop, "drafts", "draftdraft00.json"), data)
        screen = trial.open("notes", workshop, "--as", "Ana")
        shown = screen.sees("Ideas", seconds=5)
        trial.expect(shown and screen.wait(0) is None, f"{where}: notes does not open ({screen.status})")
        screen.signal(15)
        screen.wait(3)
        screen.close()


@kit.line("malicious-json", "hostile JSON as plan, journal, asset, import or draft: no crash, and a reason")
def maliciousJSON(trial):
    folder = trial.folder("template")
    trial.run("content", "copy", "templates/express-90", folder)
    found = [
        os.path.join(path, name) for path, _, names in os.walk(folder) for name in names if "express" in name
    ]
    with open(found[0]) as file:
        template = json.load(file)
    plans(trial, template)
    journals(trial)
    files(trial)


#: what may lie where a file is expected, and how it is made
def lay(kind, path, outside):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    if kind == "symlink":
        os.symlink(outside, path)
    elif kind == "dangling":
        os.symlink("/nowhere/at/all", path)
    elif kind == "loop":
        os.symlink(path, path)
    elif kind == "FIFO":
        os.mkfifo(path)
    elif kind == "socket":
        one = socket.socket(socket.AF_UNIX)
        here = os.getcwd()
        os.chdir(os.path.dirname(path))
        try:
            one.bind(os.path.basename(path))
        finally:
            os.chdir(here)
            one.close()
    elif kind == "directory":
        os.makedirs(path)
    elif kind == "hard link":
        os.link(outside, path)
    elif kind == "sparse":
        with open(path, "wb") as file:
            file.truncate(10 << 30)
    elif kind == "device":
        os.symlink("/dev/zero", path)
    elif kind == "node":
        os.mknod(path, 0o600 | 0o020000, os.makedev(1, 5))


KINDS = (
    "symlink",
    "dangling",
    "loop",
    "FIFO",
    "socket",
    "directory",
    "hard link",
    "sparse",
    "device",
    "node",
)
NAMES = (
    "\x1b[31mred",
    "two\nlines",
    "quote\"'",
    "-rf",
    "$(reboot)",
    "\u202egpj",
    "a" * 200,
    " ",
    "...",
    "caf\u00e9",
)


@kit.line(
    "hostile-directory",
    "links, pipes, devices and odd names in a directory: no hang, nothing outside is read, all named",
    quick=True,
    needs=("root",),
)
def hostileDirectory(trial):
    secret = b"SECRET of another directory"
    outside = trial.path("outside")
    row = kit.row(
        "outside00000", 1, {"cardAdded": {"board": "ideas", "text": secret.decode()}}, 1_795_421_650_000
    )
    put(outside, row)
    plan = trial.path("plan")
    put(plan, json.dumps({**kit.PLAN, "title": secret.decode()}).encode())
    where = {
        "journal": "journal/20261123-evil-{:012d}.jsonl",
        "asset": "assets/sheets/s{}.json",
        "draft": "drafts/d{:011d}.json",
        "session.json": "session.json",
        "minutes.md": "minutes.md",
        "lock": ".facilitator.lock",
        "journal folder": "journal",
        "assets folder": "assets",
        "drafts folder": "drafts",
        "workshop.json": "workshop.json",
    }
    cases = [(place, kind) for place in where for kind in KINDS]
    if trial.isQuick:
        cases = trial.random.sample(cases, 3)
    for number, (place, kind) in enumerate(cases):
        workshop = kit.begun(trial, f"place{number}")
        path = os.path.join(workshop, where[place].format(number))
        if place == "journal folder" or place == "workshop.json":
            os.rename(path, path + ".was")
        source = outside
        if place.endswith("folder"):
            source = trial.folder("outer")
            put(os.path.join(source, "20261123-evil-000000000000.jsonl"), row)
            if kind == "hard link":
                continue
        if place == "workshop.json":
            source = plan
        before = [os.stat(one).st_mtime_ns for one in (outside, plan)]
        lay(kind, path, source)
        what = f"{kind} as {place}"
        for words in (
            ("check", workshop),
            ("status", workshop),
            ("export", workshop, "--format", "json"),
            ("add", workshop, "--board", "ideas", "written beside it"),
        ):
            # What does not let itself be written is tried for five seconds more.
            done = look(trial, what, words, timeout=15 if words[0] == "add" else 5)
            if done is None:
                continue
            # A plan that is linked to may be wanted; a journal with a second name is somebody else's.
            isOurs = place == "workshop.json" and kind in ("symlink", "hard link")
            trial.expect(
                isOurs or secret not in done.stdout + done.stderr, f"{what}: {words[0]} reads what is outside"
            )
            if (
                words[0] == "check"
                and place in ("journal", "asset", "journal folder", "assets folder", "workshop.json")
                and not (isOurs or kind == "directory" and place.endswith("folder"))
            ):
                name, told = os.path.basename(path), done.stdout + done.stderr
                trial.expect(
                    done.returncode == 1
                    and (name.encode() in told or place == "workshop.json" and b"plan" in told),
                    f"{what}: check ends with {done.returncode} and does not name it: {done.stdout[:300]!r}",
                )
        if not trial.isQuick or number % 3 == 0:
            for role in ("run", "notes"):
                screen = trial.open(role, workshop, "--as", "Ana")
                screen.pump(0.4)
                screen.press("q", "q") if role == "run" else screen.press("^q", "^q")
                status = screen.wait(5)
                trial.expect(status in (0, 1), f"{what}: {role} ends with {status}")
                isOurs = place == "workshop.json"
                trial.expect(isOurs or secret not in screen.output, f"{what}: {role} shows what is outside")
                screen.close()
        after = [os.stat(one).st_mtime_ns for one in (outside, plan)]
        trial.expect(before == after, f"{what}: what is outside was written to")
        with open(outside, "rb") as file:
            trial.expect(file.read() == row, f"{what}: what is outside was changed")
    workshop = kit.begun(trial, "names")
    for folder, end in (
        ("journal", ".jsonl"),
        ("assets", ".json"),
        ("assets/sheets", ".json"),
        ("drafts", ".json"),
        (".", ""),
    ):
        for name in NAMES:
            put(os.path.join(workshop, folder, name + end), b"{}\n")
    done = look(trial, "odd names", ("check", workshop), timeout=5)
    told = done.stdout.decode()
    trial.expect(
        done.returncode == 1 and not kit.hasControls(done.stdout), f"check of odd names: {told[:300]!r}"
    )
    trial.expect("\u202e" not in told, "check prints a name that turns what is read")
    for name in NAMES:
        plain = "".join(c for c in name if c.isalnum() and c.isascii())[-5:]
        trial.expect(not plain or plain in told, f"check does not name {name!r}")


@kit.line("umask", "whatever the umask: files that the program makes are 0600, directories 0700", quick=True)
def umask(trial):
    for mask in (0o000,) if trial.isQuick else (0o000, 0o777, 0o022):
        words = ["sh", "-c", f'umask {mask:04o}; exec "$0" "$@"']
        workshop = trial.path(f"umask{mask:o}")
        done = trial.run("new", workshop, "--template", "half-day", before=words)
        trial.expect(
            done.returncode == 0, f"umask {mask:04o}: new ends with {done.returncode}: {done.stderr.decode()}"
        )
        trial.run("add", workshop, "--board", "ideas", "x", before=words)
        for role in ("run", "notes"):
            screen = trial.open(role, workshop, "--as", "Ana", before=words)
            screen.pump(0.3)
            screen.press(*(["n", "q", "q"] if role == "run" else ["half", "^q", "^q"]))
            screen.pump(1.2 if role == "run" else 0.1)
            screen.signal(15)
            screen.wait(3)
            screen.close()
        report = trial.path(f"report{mask:o}.md")
        trial.run("export", workshop, "-o", report, before=words)
        found = [report]
        for path, folders, names in os.walk(workshop):
            found += [path, *(os.path.join(path, name) for name in names)]
        for path in found:
            mode = os.stat(path).st_mode & 0o777
            wanted = 0o700 if os.path.isdir(path) else 0o600
            trial.expect(
                mode == wanted, f"umask {mask:04o}: {os.path.relpath(path, trial.root)} has mode {mode:03o}"
            )
        trial.expect(len(found) > 5, f"umask {mask:04o}: only {found} were made")


NOBODY = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")


@kit.line(
    "two-accounts",
    "what another account may not read is named: on the screen, by status, export and kpi, exit 1",
    needs=("root", "setpriv"),
)
def twoAccounts(trial):
    os.chmod(trial.root, 0o755)
    workshop = kit.begun(trial)
    os.chmod(workshop, 0o777)
    os.chmod(os.path.join(workshop, "workshop.json"), 0o644)
    for name in ("journal", "drafts"):
        os.makedirs(os.path.join(workshop, name), exist_ok=True)
        os.chmod(os.path.join(workshop, name), 0o777)
    os.chmod(os.path.join(workshop, "journal", "20261123-made-desk00000000.jsonl"), 0o644)
    kit.journal(
        workshop,
        [
            kit.row(
                "hidden000000", 1, {"cardAdded": {"board": "ideas", "text": "hidden card"}}, 1_795_421_650_000
            )
        ],
        "hidden000000",
        user="root",
    )
    name = "20261123-root-hidden000000.jsonl"
    for words in (
        ("status", workshop),
        ("export", workshop, "--detail", "full"),
        ("export", workshop, "--format", "json"),
        ("export", workshop, "-o", "/dev/null"),
        ("kpi", workshop),
        ("check", workshop),
    ):
        done = trial.run(*words, before=NOBODY)
        told = (done.stdout if words[0] == "check" else done.stderr).decode()
        trial.expect(
            done.returncode == 1 and name in told,
            f"{' '.join(words[:1] + words[2:])} beside an unreadable journal ends with "
            f"{done.returncode}: {told[:300]!r}",
        )
    for role in ("notes", "run", "stage"):
        screen = trial.open(
            role, workshop, *(["--as", "Ben"] if role != "stage" else []), before=NOBODY, columns=120
        )
        screen.pump(0.7)
        shown = screen.text
        trial.expect("hidden00" in shown, f"{role} does not name the unreadable journal:\n{shown}")
        screen.signal(15)
        screen.wait(3)
        screen.close()
    os.chmod(os.path.join(workshop, "workshop.json"), 0o600)
    for words in (("status", workshop), ("run", workshop), ("check", workshop), ("export", workshop)):
        done = trial.run(*words, before=NOBODY)
        told = (done.stdout + done.stderr).decode()
        trial.expect(
            done.returncode == 1
            and ("permission" in told.lower() or "unreadable" in told or "cannot be read" in told)
            and "is not a workshop" not in told,
            f"{words[0]} of an unreadable plan: {done.returncode}, {told[:300]!r}",
        )
    os.remove(os.path.join(workshop, "workshop.json"))
    os.mkfifo(os.path.join(workshop, "workshop.json"))
    for words in (("status", workshop), ("check", workshop), ("export", workshop)):
        done = look(trial, "a FIFO as workshop.json", words, timeout=5)
        told = (done.stdout + done.stderr).decode() if done else ""
        trial.expect(
            done is not None
            and done.returncode == 1
            and "is not a workshop" not in told
            and ("regular file" in told or "FIFO" in told or "pipe" in told or "ordinary" in told),
            f"{words[0]} of a FIFO as plan says {told[:300]!r}",
        )
    for place in ("journal", "drafts", "."):
        os.chmod(os.path.join(workshop, place), 0o700)
    done = trial.run("status", workshop, before=NOBODY)
    trial.expect(
        done.returncode == 1 and b"ermission" in done.stderr, f"a directory that is closed: {done.stderr!r}"
    )
