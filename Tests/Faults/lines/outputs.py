"""Standard output that does not take everything, commands that fail half-way, and exports that stay inert."""

import csv
import html.parser
import io
import json
import os
import re
import shutil
import subprocess

import kit


def printing(trial, workshop):
    """Every command that prints."""
    return [
        ("export", workshop, "--detail", "full"),
        ("export", workshop, "--format", "html", "--detail", "full"),
        ("export", workshop, "--format", "json"),
        ("export", workshop, "--format", "ics"),
        ("export", workshop, "--format", "csv", "--list", "cards"),
        ("status", workshop),
        ("status", workshop, "--json"),
        ("kpi", workshop),
        ("kpi", workshop, "--json"),
        ("ballots", workshop, "--print", "3"),
        ("add", workshop, "--board", "ideas", "told on a full output"),
        ("keys",),
        ("templates",),
        ("content",),
        ("content", "list"),
        ("content", "show", "sheets/idea"),
        ("show", workshop),
        ("why", workshop, "Desk"),
        ("why", workshop, "Desk", "--json"),
        ("check", workshop),
        ("--help",),
        ("--version",),
        ("export", "--help"),
        ("rehearse", workshop, "--headless", "--speed", "3600"),
        ("merge", workshop, workshop + "2", "--dry-run"),
    ]


def furnished(trial, name="w"):
    """A workshop with some cards and a project, and a copy of it with one card more."""
    workshop = kit.begun(trial, name)
    kit.journal(
        workshop,
        [
            kit.row(
                "cards0000000",
                number,
                {"cardAdded": {"board": "ideas", "text": f"idea {number}"}},
                1_795_421_650_000 + number,
            )
            for number in range(1, 40)
        ]
        + [
            kit.row(
                "cards0000000", 40, {"cardAdded": {"board": "projects", "text": "Desk"}}, 1_795_421_651_000
            )
        ],
        "cards0000000",
    )
    shutil.copytree(workshop, workshop + "2")
    kit.journal(
        workshop + "2",
        [kit.row("more00000000", 1, {"cardAdded": {"board": "ideas", "text": "more"}}, 1_795_421_652_000)],
        "more00000000",
    )
    return workshop


@kit.line(
    "full-output",
    "a command whose output does not fit ends with 1 and a reason; a closed pipe ends it quietly",
    needs=("/dev/full",),
)
def fullOutput(trial):
    workshop = furnished(trial)
    commands = printing(trial, workshop)
    for words in trial.random.sample(commands, 3) if trial.isQuick else commands:
        name = " ".join(words).replace(workshop, "DIR")
        # From the second time on, slips come with a word on those printed before.
        trial.run(*words)
        whole = trial.run(*words)
        if not whole.stdout:
            # Nothing to print is nothing to lose.
            trial.expect(
                words[0] in ("why", "content", "rehearse", "merge"),
                f"{name} prints nothing: {whole.stderr!r}",
            )
            continue
        with open("/dev/full", "wb") as full:
            done = subprocess.run(
                [trial.program, *words],
                stdout=full,
                stderr=subprocess.PIPE,
                env=trial.environment,
                timeout=30,
            )
        said = done.stderr.decode()
        trial.expect(
            done.returncode == 1 and "space" in said.lower(),
            f"{name} > /dev/full ends with {done.returncode}, {said!r}",
        )
        done = subprocess.run(
            [trial.program, *words],
            stdout=None,
            stderr=subprocess.PIPE,
            env=trial.environment,
            timeout=30,
            preexec_fn=lambda: os.close(1),
        )
        trial.expect(
            done.returncode == 1 and done.stderr,
            f"{name} >&- ends with {done.returncode}, {done.stderr.decode()!r}",
        )
        # The reader is gone before anything is printed.
        reader, writer = os.pipe()
        os.close(reader)
        done = subprocess.run(
            [trial.program, *words],
            stdout=writer,
            stderr=subprocess.PIPE,
            env=trial.environment,
            timeout=30,
            restore_signals=True,
        )
        os.close(writer)
        trial.expect(
            done.returncode in (0, -13, 141)
            and len(done.stderr.splitlines()) <= len(whole.stderr.splitlines()),
            f"{name} into a closed pipe ends with {done.returncode}, {done.stderr.decode()!r}",
        )
        done = subprocess.run(
            ["sh", "-c", '"$0" "$@" | head -n 1', trial.program, *words],
            capture_output=True,
            env=trial.environment,
            timeout=30,
        )
        trial.expect(
            len(done.stderr.splitlines()) <= len(whole.stderr.splitlines()) and done.stdout,
            f"{name} | head -n 1 says {done.stderr.decode()!r}",
        )
        trial.expect(
            subprocess.run(
                [trial.program, *words],
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=trial.environment,
            ).returncode
            == whole.returncode,
            f"{name} does not do it again",
        )
    errors = [("status", "/nowhere"), ("add", workshop, "--board", "none", "x"), ("nonsense",)]
    for words in errors:
        with open("/dev/full", "wb") as full:
            done = subprocess.run(
                [trial.program, *words], stdout=subprocess.PIPE, stderr=full, env=trial.environment
            )
        trial.expect(done.returncode in (1, 2), f"{words[0]} 2> /dev/full ends with {done.returncode}")


class Small:
    """A file system of a stated size, mounted for a while."""

    def __init__(self, path, size, inodes=0):
        self.path, self.size, self.inodes = path, size, inodes

    def __enter__(self):
        os.makedirs(self.path, exist_ok=True)
        options = f"size={self.size}" + (f",nr_inodes={self.inodes}" if self.inodes else "")
        subprocess.run(["mount", "-t", "tmpfs", "-o", options, "faults", self.path], check=True)
        return self

    def __exit__(self, *error):
        subprocess.run(["umount", "-l", self.path], check=True)


@kit.line(
    "full-file",
    "an export, or slips, to a disk that is full: exit 1, a reason, and the file before stays whole",
    needs=("root", "mount"),
)
def fullFile(trial):
    workshop = furnished(trial)
    kit.journal(
        workshop,
        [
            kit.row(
                "large0000000",
                number,
                {"cardAdded": {"board": "ideas", "text": f"{number} " + "word " * 300}},
                1_795_421_660_000 + number,
            )
            for number in range(1, 60)
        ],
        "large0000000",
    )
    place = trial.path("small")
    for form in ("markdown", "html", "json", "csv", "ics"):
        for kilobytes in (0, 4, 16, 32):
            with Small(place, "64k"):
                target = os.path.join(place, "out")
                old = b"what was there before\n"
                if form != "csv":
                    with open(target, "wb") as file:
                        file.write(old)
                with open(os.path.join(place, "filler"), "wb") as file:
                    try:
                        file.write(b"x" * (60 - kilobytes) * 1024)
                        file.flush()
                    except OSError:
                        pass
                done = trial.run("export", workshop, "--format", form, "-o", target)
                where = f"export {form}, {kilobytes} KiB free"
                if done.returncode == 0:
                    trial.run("export", workshop, "--format", form, "-o", trial.path("whole"))
                    sizes = [
                        (
                            sum(os.path.getsize(os.path.join(p, f)) for p, _, fs in os.walk(t) for f in fs)
                            if os.path.isdir(t)
                            else os.path.getsize(t)
                        )
                        for t in (target, trial.path("whole"))
                    ]
                    trial.expect(
                        sizes[0] == sizes[1], f"{where}: said done, {sizes[0]} of {sizes[1]} bytes are there"
                    )
                    shutil.rmtree(trial.path("whole"), ignore_errors=True)
                    if os.path.exists(trial.path("whole")):
                        os.remove(trial.path("whole"))
                    continue
                trial.expect(
                    done.returncode == 1 and b"space" in done.stderr,
                    f"{where}: ends with {done.returncode}, {done.stderr.decode()!r}",
                )
                if form != "csv":
                    with open(target, "rb") as file:
                        trial.expect(file.read() == old, f"{where}: the file before was spoilt")
                trial.expect(
                    sorted(set(os.listdir(place)) - {"filler", "out"}) == [],
                    f"{where}: leaves {os.listdir(place)} behind",
                )


def tries(trial, where, words, target, before=(), timeout=30):
    """A making command that fails: nothing is left that keeps the next try from working."""
    done = trial.run(*words, before=before, timeout=timeout)
    trial.expect(
        done.returncode in (0, 1) and (done.returncode == 0 or done.stderr.strip()),
        f"{where}: ends with {done.returncode}, {done.stderr.decode()[-200:]!r}",
    )
    return done


@kit.line(
    "half-made",
    "new and demo that fail at any call, or on a small disk, leave nothing that stops the next try",
    quick=True,
    needs=("strace",),
)
def halfMade(trial):
    log = trial.path("calls")
    calls = (
        "write",
        "mkdir",
        "mkdirat",
        "rename",
        "renameat",
        "renameat2",
        "openat",
        "fsync",
        "fdatasync",
        "close",
        "pwrite64",
        "ftruncate",
        "fchmod",
    )
    # The demo is large, and its rehearsed story takes seconds.
    made = {
        "new": lambda path: ("new", path, "--template", "half-day"),
        "demo": lambda path: ("demo", "--finished", "--to", path, "--no-open"),
    }
    for name, words in list(made.items())[: 1 if trial.isQuick else 2]:
        path = trial.path("count" + name)
        trial.run(*words(path), before=("strace", "-f", "-o", log, "-e", "trace=" + ",".join(calls)))
        with open(log, errors="replace") as file:
            rows = file.read().splitlines()
        counts = {}
        points = []
        for row in rows:
            call = re.match(r"^\d+ +(\w+)\(", row)
            if call:
                counts[call.group(1)] = counts.get(call.group(1), 0) + 1
                # What is printed when all is made is another line's.
                if " write(1," in row or " write(2," in row:
                    continue
                isOurs = (
                    path in row
                    or "workshop" in row
                    or "journal" in row
                    or call.group(1) not in ("openat", "close")
                )
                if isOurs:
                    points.append((call.group(1), counts[call.group(1)]))
        trial.expect(
            any(call == "write" for call, _ in points), f"{name}: strace's notes were not understood"
        )
        chosen = [("write", 2)]
        chosen += trial.random.sample(points, min(len(points), 1 if trial.isQuick else 25))
        for call, count in chosen:
            target = trial.path("half")
            error = "ENOSPC" if call != "close" else "EIO"
            where = f"{name}, {error} at {call} {count}"
            done = tries(
                trial,
                where,
                words(target),
                target,
                before=(
                    "strace",
                    "-f",
                    "-o",
                    log,
                    "-e",
                    "trace=" + call,
                    "-e",
                    f"inject={call}:error={error}:when={count}",
                ),
            )
            left = sorted(os.listdir(target)) if os.path.isdir(target) else None
            if done.returncode == 0:
                told = trial.run("status", target)
                trial.expect(
                    told.returncode == 0, f"{where}: said done, and status says {told.stderr.decode()!r}"
                )
            else:
                again = trial.run(*words(target))
                trial.expect(
                    again.returncode == 0,
                    f"{where}: left {left}, and the next try says {again.stderr.decode()!r}",
                )
            stray = [one for one in os.listdir(trial.root) if one.startswith((".half", "half.", "half-"))]
            trial.expect(not stray, f"{where}: leaves {stray}")
            shutil.rmtree(target, ignore_errors=True)


@kit.line(
    "small-disks",
    "new and demo on disks of many sizes: done and whole, or 1 and the next try works",
    needs=("root", "mount"),
)
def smallDisks(trial):
    place = trial.path("small")
    for name in ("new", "demo"):
        for kilobytes in (4, 8, 12, 16, 24, 32, 48, 64, 96, 128, 160, 256, 512, 1024):
            with Small(place, f"{kilobytes}k"):
                target = os.path.join(place, "w")
                words = (
                    ("new", target, "--template", "half-day")
                    if name == "new"
                    else ("demo", "--finished", "--to", target, "--no-open")
                )
                where = f"{name} on {kilobytes} KiB"
                done = tries(trial, where, words, target)
                left = sorted(os.listdir(place)) + (
                    sorted(os.listdir(target)) if os.path.isdir(target) else []
                )
                if done.returncode == 0:
                    told = trial.run("check", target)
                    trial.expect(
                        b"damaged" not in told.stdout and b"not finished" not in told.stdout,
                        f"{where}: said done, and check says {told.stdout.decode()[:300]!r}",
                    )
                    status = trial.run("status", target)
                    trial.expect(
                        status.returncode == 0, f"{where}: said done, and status says {status.stderr!r}"
                    )
                    continue
                subprocess.run(["mount", "-o", "remount,size=8m", place], check=True)
                again = trial.run(*words)
                trial.expect(
                    again.returncode == 0,
                    f"{where}: left {left}; with room again the next try says " f"{again.stderr.decode()!r}",
                )


#: what a spreadsheet, a page, a calendar or Markdown would take for more than a text
ACTIVE = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    " =1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example","x")',
    "\uff1d1+1",
    "\u200b=1+1",
    '"=1+1',
    ";=1+1",
    ",=1+1",
    "a\n=1+1",
    "-",
    "+33 1 23",
    "%0A=1+1",
    "|=1+1",
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "</td></table><h1>x</h1>",
    "<!-- x",
    "-->",
    "]]>",
    "&lt;b&gt;",
    '" onmouseover="alert(1)',
    "' onclick='x",
    "<svg/onload=alert(1)>",
    "javascript:alert(1)",
    "[x](javascript:alert(1))",
    "![x](http://evil.example/x.png)",
    "<javascript:alert(1)>",
    "<http://evil.example>",
    'http://example.org/?a=1&b="><script>x</script>',
    "data:text/html,<script>x</script>",
    "[a]: javascript:alert(1)",
    "# heading",
    "- item",
    "1. item",
    "> quote",
    "```",
    "~~~",
    "---",
    "===",
    "| a | b |",
    "a | b\n--- | ---",
    "*x* _y_ `z`",
    "**bold**",
    "~~strike~~",
    "\\# escaped",
    "trailing \\",
    "<details>",
    "$x$",
    "[^1]: note",
    "- [ ] task",
    "    code",
    "BEGIN:VEVENT",
    "x\nEND:VCALENDAR\nBEGIN:VCALENDAR",
    "a,b;c\\n:d",
    "x" * 200,
    "x\r\nATTENDEE:mailto:a@b",
    "é" * 90,
    "text\nSUMMARY:forged",
    "{{7*7}}",
    "${jndi:ldap://x}",
    "%s%n",
    "../../x",
)


class Page(html.parser.HTMLParser):
    """A page's tags, attributes and text."""

    def __init__(self):
        super().__init__()
        self.tags, self.links, self.handlers = set(), [], []

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        for key, value in attributes:
            if key.startswith("on"):
                self.handlers.append((tag, key, value))
            if key in ("href", "src", "action", "xlink:href", "formaction"):
                self.links.append((tag, value))


def activeWorkshop(trial):
    """A workshop whose texts and titles all mean something to somebody."""
    texts = iter(ACTIVE * 10)
    plan = json.loads(json.dumps(kit.PLAN))
    plan["title"] = ACTIVE[18] + " =1+1"
    plan["sessions"][0]["date"] = "2026-11-23"
    for activity in plan["sessions"][0]["activities"]:
        activity["title"] = "=x, " + next(texts) + "\r\nATTENDEE:mailto:evil@example.org"
        activity["script"] = next(texts)
        activity["question"] = next(texts)
    plan["sessions"][0]["title"] = "y\nDTSTART:19990101T000000\n<b>session</b>;,\\"
    plan["sessions"][0]["place"] = "Room <1>\nORGANIZER:mailto:x@y;, \\"
    plan["boards"][0]["title"] = "Ideas | [x](javascript:alert(1)) <i>"
    plan["people"] = [
        {"id": f"p{n}", "name": text + " Name", "organisation": text, "role": text}
        for n, text in enumerate(ACTIVE[:40])
    ]
    workshop = trial.workshop("active", plan=plan)
    events = [{"activityOpened": {"activity": "collect"}}]
    for text in ACTIVE:
        events += [
            {
                "cardAdded": {
                    "board": "ideas",
                    "text": text,
                    "fields": {"detail": text, "author": text, "table": text},
                }
            },
            {"zoneAdded": {"board": "ideas", "title": text}},
            {"cardAdded": {"board": "projects", "text": text}},
            {"cardAdded": {"board": "actions", "text": text, "fields": {"due": "2026-12-01", "who": text}}},
        ]
    kit.journal(
        workshop,
        [
            kit.row("active000000", number, event, 1_795_421_650_000 + number)
            for number, event in enumerate(events, 1)
        ],
        "active000000",
    )
    return workshop


def sheets(trial, workshop):
    folder = trial.path("csv")
    done = trial.run("export", workshop, "--format", "csv", "-o", folder)
    trial.expect(done.returncode == 0 and os.listdir(folder), f"export csv: {done.stderr.decode()!r}")
    seen = 0
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding="utf-8-sig", newline="") as file:
            text = file.read()
        first = text.split("\n", 1)[0]
        rows = list(csv.reader(io.StringIO(text), delimiter=";" if ";" in first else ",", strict=True))
        widths = {len(row) for row in rows if row}
        trial.expect(len(widths) <= 1, f"{name}: rows of {widths} cells")
        for row in rows[1:]:
            for cell in row:
                seen += 1
                # Excel and LibreOffice look at the first letter, and at what follows blanks and tabs.
                start = re.sub(r"^[\s\u200b\ufeff]+", "", cell)
                isNumber = re.fullmatch(r"[-+]?\d+([.,]\d+)?", start)
                trial.expect(
                    isNumber or not start or start[0] not in "=+-@\uff1d\uff0b\uff0d\uff20",
                    f"{name}: a cell is a formula: {cell[:60]!r}",
                )
    trial.expect(seen > 500, f"only {seen} cells were exported")


def calendar(trial, workshop):
    done = trial.run("export", workshop, "--format", "ics")
    data = done.stdout
    trial.expect(
        done.returncode == 0 and data.startswith(b"BEGIN:VCALENDAR"), f"export ics: {done.stderr.decode()!r}"
    )
    lines = data.split(b"\r\n")
    trial.expect(
        not any(b"\n" in line or b"\r" in line for line in lines), "a line of the calendar is broken"
    )
    trial.expect(all(len(line) <= 75 for line in lines), f"a line has {max(map(len, lines))} bytes")
    whole = re.sub(rb"\r\n[ \t]", b"", data)
    for line in whole.split(b"\r\n"):
        name = re.match(rb"[A-Z-]+", line)
        known = {
            b"BEGIN",
            b"END",
            b"VERSION",
            b"PRODID",
            b"CALSCALE",
            b"METHOD",
            b"UID",
            b"DTSTAMP",
            b"DTSTART",
            b"DTEND",
            b"DURATION",
            b"SUMMARY",
            b"DESCRIPTION",
            b"LOCATION",
            b"X-WR-CALNAME",
            b"NAME",
            b"SEQUENCE",
            b"TRANSP",
            b"CATEGORIES",
            b"STATUS",
            b"CLASS",
            b"LAST-MODIFIED",
            b"CREATED",
        }
        trial.expect(not line or name and name.group(0) in known, f"the calendar has a line {line[:80]!r}")
    starts = re.findall(rb"(?m)^DTSTART[^:\r]*:(\d+)", whole)
    trial.expect(starts and b"19990101" not in starts, "a title forges a date")
    trial.expect(
        whole.count(b"BEGIN:VCALENDAR\r\n") == 1 and whole.count(b"END:VCALENDAR\r\n") == 1,
        "a card ends the calendar",
    )
    try:
        import vobject

        vobject.readOne(data.decode())
    except ImportError:
        pass
    except Exception as error:
        trial.lose(f"the calendar does not read: {error}")


def pages(trial, workshop):
    clean = Page()
    clean.feed(trial.run("export", kit.begun(trial, "clean"), "--format", "html", "--detail", "full").stdout.decode())
    for words in ((), ("--public",)):
        done = trial.run("export", workshop, "--format", "html", "--detail", "full", *words)
        page = Page()
        page.feed(done.stdout.decode())
        trial.expect(not page.handlers, f"html has handlers: {page.handlers[:3]}")
        bad = page.tags & {
            "script",
            "img",
            "svg",
            "iframe",
            "object",
            "embed",
            "form",
            "input",
            "details",
            "base",
            "link",
            "i",
        }
        trial.expect(not bad - clean.tags, f"html has tags {bad}")
        links = [link for link in page.links if link[1] and not re.match(r"(#|https?://|mailto:)", link[1])]
        trial.expect(not links, f"html links {links[:3]}")
        text = done.stdout.decode()
        trial.expect(
            "&lt;script&gt;alert(1)&lt;/script&gt;" in text, "a card's markup is not in the page as text"
        )


def rendered(trial, markdown):
    return subprocess.run(
        [
            "cmark-gfm",
            "--unsafe",
            "-e",
            "table",
            "-e",
            "strikethrough",
            "-e",
            "autolink",
            "-e",
            "tasklist",
            "-e",
            "footnotes",
        ],
        input=markdown,
        capture_output=True,
    ).stdout.decode()


def marks(trial, workshop):
    report = trial.run("export", workshop, "--detail", "full").stdout
    page = Page()
    text = rendered(trial, report)
    page.feed(text)
    bad = page.tags & {"script", "img", "svg", "iframe", "details", "input", "form", "b", "i", "footnote"}
    trial.expect(not bad, f"the report renders tags {bad}")
    trial.expect(not page.handlers, f"the report renders handlers {page.handlers[:3]}")
    links = [link for link in page.links if link[1] and not re.match(r"(#|https?://|mailto:)", link[1])]
    trial.expect(not links, f"the report links {links[:5]}")
    flat = re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", " ", text)))
    flat = re.sub(r"\s+", "", flat)
    for card in ACTIVE:
        wanted = re.sub(r"\s+", "", card.replace("\u200b", ""))
        trial.expect(wanted in flat, f"{card!r} does not render as it was typed")


@kit.line(
    "export-injection",
    "texts that mean something to a spreadsheet, browser, calendar or Markdown are exported inert",
    quick=True,
    needs=("cmark-gfm",),
)
def exportInjection(trial):
    workshop = activeWorkshop(trial)
    told = trial.run("status", workshop)
    assert told.returncode == 0, told.stderr
    for part in (sheets, calendar, pages, marks):
        part(trial, workshop)
