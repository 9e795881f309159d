"""Texts of every script, and of any size."""

import csv
import io
import json
import os
import re
import select
import time

import kit

#: texts that a careless cleaning would change
KEPT = {
    "Persian with a non-joiner": "می\u200cخواهم",
    "Devanagari with a joiner": "क्\u200dष",
    "Sinhala": "ශ්\u200dරී",
    "a joined emoji": "👩\u200d💻",
    "a family": "👨\u200d👩\u200d👧\u200d👦",
    "a keycap": "1\ufe0f\u20e3",
    "a heart in colour": "❤\ufe0f",
    "a flag": "🇭🇺",
    "skin": "👍🏽",
    "a rainbow": "🏳\ufe0f\u200d🌈",
    "private use": "logo \uf8ff \ue000",
    "a soft hyphen": "Donau\u00addampf",
    "no break": "5\u00a0% «\u202foui\u202f»",
    "five marks": "o\u0323\u0302\u0301\u0300\u0304",
    "Hebrew with points": "בְּרֵאשִׁ֖ית",
    "Zalgo, a little": "Z\u0335\u0301\u0302\u0303\u0304\u0305",
    "composed and not": "é e\u0301",
    "Hangul, parted": "\u1112\u1161\u11ab",
    "Vietnamese": "Ệ e\u0302\u0323",
    "Tibetan": "བསྒྲུབས",
    "Thai": "น้ำ",
    "Tamil": "கொ",
    "plane two": "𠮷野家",
    "mathematics": "𝒳 ∈ ℝ",
    "right to left": "שלום and مرحبا",
    "a line of signs": "→ ✓ ✗ ▶ ◆ ≠ •",
}


#: what a screen says of a paste that is not taken whole
LIMIT = r"A paste takes|cannot take|left out|at most|too (long|much|many)|limit"


def inMarkdown(text, report):
    """Whether a text stands in a report, its own backslashes aside."""
    return text in report or text in re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", report)


@kit.line(
    "text-kept",
    "a text of any script is in the journal and in every export as it was typed, pasted or added",
    quick=True,
)
def textKept(trial):
    workshop = kit.begun(trial)
    screen = trial.open("notes", workshop, "--as", "Ana", columns=100, rows=60)
    assert screen.sees("Ideas"), screen.text
    wanted = {}
    for name, text in KEPT.items():
        for way in ("typed", "pasted", "argument", "input"):
            if trial.isQuick and way in ("argument",):
                continue
            given = f"{way}: {name}: {text}"
            wanted[given] = f"{name}, {way}"
            if way == "typed":
                screen.send(given.encode() + b"\r")
            elif way == "pasted":
                screen.send(b"\x1b[200~" + given.encode() + b"\x1b[201~")
                screen.pump(0.01)
                screen.send(b"\r")
            elif way == "argument":
                done = trial.run("add", workshop, "--board", "ideas", given)
                trial.expect(done.returncode == 0, f"add refuses {name}: {done.stderr.decode()}")
            screen.pump(0.01)
    done = trial.run(
        "add",
        workshop,
        "--board",
        "ideas",
        input="\n".join(g for g in wanted if g.startswith("input")).encode(),
    )
    trial.expect(
        done.returncode == 0, f"add from standard input ends with {done.returncode}: {done.stderr.decode()}"
    )
    screen.pump(0.5)
    screen.press("^q", "^q")
    trial.expect(screen.wait(3) == 0, f"notes left with {screen.status}")
    screen.close()
    journal = set(kit.cards(workshop))
    state = {
        card["text"] for card in json.loads(trial.run("export", workshop, "--format", "json").stdout)["cards"]
    }
    report = trial.run("export", workshop, "--detail", "full").stdout.decode()
    page = trial.run("export", workshop, "--format", "html", "--detail", "full").stdout.decode()
    table = trial.run("export", workshop, "--format", "csv", "--list", "cards").stdout.decode("utf-8-sig")
    cells = {
        cell
        for row in csv.reader(io.StringIO(table), delimiter=";" if ";" in table.split("\n")[0] else ",")
        for cell in row
    }
    for text, name in wanted.items():
        lost = [
            where
            for where, holds in (
                ("journal", text in journal),
                ("json", text in state),
                ("csv", text in cells),
                ("markdown", inMarkdown(text, report)),
                ("html", text in page),
            )
            if not holds
        ]
        near = [one for one in journal if one.startswith(text[: 12 + len(name.split(",")[0])])]
        trial.expect(
            not lost,
            f"{name}: not as given in {', '.join(lost)}: {ascii(text)}; journal has {ascii(near[:1])}",
        )


def pasted(trial, data, where):
    """Pastes much into notes: the workshop, the terminal, and the longest wait to take a piece, in ms."""
    workshop = kit.begun(trial, where.replace(" ", ""))
    screen = trial.open("notes", workshop, "--as", "Ana")
    assert screen.sees("Ideas"), screen.text
    view = memoryview(b"\x1b[200~" + data + b"\x1b[201~")
    end = time.monotonic() + 120
    os.set_blocking(screen._leader, False)
    longest = 0
    while view and time.monotonic() < end and screen.wait(0) is None:
        start = time.monotonic()
        _, ready, _ = select.select([], [screen._leader], [], 10)
        longest = max(longest, time.monotonic() - start)
        if not ready:
            break
        try:
            view = view[os.write(screen._leader, view[:4096]) :]
        except BlockingIOError:
            pass
        drain(screen)
    os.set_blocking(screen._leader, True)
    trial.expect(not view, f"{where}: {len(view)} bytes were not taken within two minutes")
    return workshop, screen, longest * 1000


def drain(screen):
    """Takes what the program wrote without drawing it: only that it is taken matters here."""
    while select.select([screen._leader], [], [], 0)[0]:
        try:
            data = os.read(screen._leader, 65536)
        except (BlockingIOError, OSError):
            return
        screen.output += data
        screen._stream.feed(data)


def answer(screen, key, text):
    """Milliseconds from a key until a text stands on the screen."""
    start = time.monotonic()
    screen.send(key.encode())
    while time.monotonic() - start < 10:
        if select.select([screen._leader], [], [], 0.01)[0] and text in screen.text:
            return (time.monotonic() - start) * 1000
    return 10_000


@kit.line(
    "giant-paste",
    "a paste of any size: a key is answered in 200 ms, the limit is said, what is within is kept",
)
def giantPaste(trial):
    count = 97_087
    data = b"\n".join(
        b"%06d " % n
        + b"a line of a giant paste, and some more of it, and yet more of it; the end of the line, at last."
        for n in range(count)
    )
    assert len(data) > 9_500_000
    for where, giant in (
        ("many lines", data),
        ("one long line", b"x" * 10_000_000),
        ("a thousand lines", data[: 103 * 1000]),
    ):
        if where != "a thousand lines":
            _, told, _ = pasted(trial, giant, where + " to be told")
            shown = ""
            end = time.monotonic() + 20
            while time.monotonic() < end and not re.search(LIMIT, shown):
                told.pump(0.1)
                shown = told.text
                if told.wait(0) is not None:
                    break
            trial.expect(re.search(LIMIT, shown), f"{where}: the limit is not said:\n{shown}")
            told.close()
        workshop, screen, longest = pasted(trial, giant, where)
        trial.expect(longest < 1000, f"{where}: while it comes in, nothing is taken for {longest:.0f} ms")
        if screen.wait(0) is not None:
            trial.lose(f"{where}: notes ended with {screen.status}")
            continue
        took = answer(screen, "~", "~")
        trial.expect(took < 200, f"{where}: a key after it is answered in {took:.0f} ms:\n{screen.text}")
        screen.press("Enter")
        waits = []
        end = time.monotonic() + 60
        before = -1
        while time.monotonic() < end:
            waits.append(answer(screen, "%", "%"))
            screen.press("Back")
            screen.pump(0.2)
            now = len(kit.cards(workshop))
            if now == before:
                break
            before = now
        trial.expect(
            max(waits) < 200, f"{where}: while it is kept, keys are answered in up to {max(waits):.0f} ms"
        )
        cards = kit.cards(workshop)
        print(
            f"    {where}: {len(cards)} cards, longest wait to take a piece {longest:.0f} ms, keys after "
            f"{took:.0f} ms, while it is kept {max(waits):.0f} ms"
        )
        if where == "a thousand lines":
            trial.expect(
                sum(card.endswith("at last.") for card in cards) == 1000,
                f"of 1000 lines {len(cards)} became cards",
            )
        if where == "many lines":
            numbers = sorted(int(card[:6]) for card in cards if re.match(r"\d{6} ", card))
            # Where the screen says that the rest is in a file, it is.
            rest = set()
            for path, _, names in os.walk(trial.root):
                for name in names if "atelier-unsaved" in path else ():
                    with open(os.path.join(path, name), errors="replace") as file:
                        rest |= {int(number) for number in re.findall(r"(?m)^(\d{6}) a line", file.read())}
            if re.search("the rest is in|cannot take is in", shown):
                gone = set(range(count)) - set(numbers) - rest
                # The line in which the paste was cut is in two pieces.
                trial.expect(len(gone) <= 1, f"{where}: {len(gone)} lines are neither cards nor in the file")
            trial.expect(
                numbers and numbers == list(range(len(numbers))),
                f"what is kept is not the beginning: {len(numbers)} cards, "
                f"{numbers[:2]} … {numbers[-2:]}",
            )
        screen.signal(15)
        trial.expect(screen.wait(3) == 0, f"{where}: ended with {screen.status}")
        screen.close()
        trial.expect(not kit.brokenRows(workshop), f"{where}: a row is damaged")


@kit.line("giant-files", "lines, fields, tables and files of any size are taken, or refused with the limit")
def giantFiles(trial):
    workshop = kit.begun(trial)
    size = 10 if trial.isQuick else 1
    line = b"x" * (10_000_000 // size)
    done = trial.run("add", workshop, "--board", "ideas", input=b"before\n" + line + b"\nafter\n", timeout=60)
    said = done.stderr.decode(errors="replace")
    trial.expect(not kit.crashed(done), f"add of a giant line crashed with {done.returncode}")
    trial.expect(
        done.returncode == 1 and re.search("4.?000", said),
        f"add of a giant line: {done.returncode}, {said[:200]!r}",
    )
    trial.expect("before" in kit.cards(workshop), "the line before a giant one is gone")
    trial.expect(len(said) < 2000, f"the message is as long as {len(said)} characters")
    done = trial.run("add", workshop, "--board", "ideas", "y" * 100_000)
    said = done.stderr.decode(errors="replace")
    trial.expect(
        done.returncode == 1 and re.search("4.?000", said) and len(said) < 2000,
        f"add of a giant argument: {done.returncode}, {said[:200]!r}",
    )
    for name, row in (
        ("many rows", None),
        ("a giant field", b'"Ana ' + b"z" * 300_000 + b'",x,a@example.org\n'),
        ("an open quote", b'"Ana ' + b"z,\n" * 100_000),
        ("a thousand columns", b"," * 1000 + b"\n"),
    ):
        path = trial.path(name.replace(" ", "") + ".csv")
        with open(path, "wb") as file:
            file.write(b"Name,Organisation,Email\n")
            if row is None:
                written = 0
                number = 0
                while written < 50_000_000 // size:
                    part = b"".join(
                        b"Person %07d,Some organisation of some size,p%07d@example.org\n" % (n, n)
                        for n in range(number, number + 10_000)
                    )
                    file.write(part)
                    written += len(part)
                    number += 10_000
            else:
                file.write(b"Paul Roy,x,p@example.org\n" + row)
        start = time.monotonic()
        done = trial.run("import", workshop, path, "--dry-run", timeout=300)
        took = time.monotonic() - start
        said = (done.stdout + done.stderr).decode(errors="replace")
        trial.expect(not kit.crashed(done), f"import of {name} crashed with {done.returncode}: {said[-200:]}")
        # A line for each person is what was asked for.
        trial.expect(
            said.strip() and (len(said) < 20_000 or name == "many rows"),
            f"import of {name} says {len(said)} characters",
        )
        trial.expect(done.returncode in (0, 1), f"import of {name} ends with {done.returncode}")
        trial.expect(took < 60, f"import of {name} takes {took:.0f} s")
    # A text just within the limit, and one just beyond.
    for count, isTaken in ((4_000, True), (4_001, False)):
        done = trial.run("add", workshop, "--board", "ideas", input=b"q" * count)
        trial.expect((done.returncode == 0) == isTaken, f"a text of {count} characters: {done.returncode}")
