"""Disks that are full, fail, lose power or may not be written."""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import time

import kit

TEXTS = ["one", "two", "three", "four", "five"]


@contextlib.contextmanager
def mounted(where, *words):
    """A file system mounted at a folder, gone afterwards whatever is still open in it."""
    os.makedirs(where, exist_ok=True)
    subprocess.run(["mount", *words, where], check=True, capture_output=True)
    try:
        yield where
    finally:
        subprocess.run(["umount", "-l", where], capture_output=True)


def fill(path):
    """Takes all room that is left on a file system, to the last byte."""
    with open(path, "ab", buffering=0) as file:
        for size in (65_536, 4_096, 512, 1):
            with contextlib.suppress(OSError):
                while file.write(b"x" * size) == size:
                    pass


def banner(terminal):
    return "NOT SAVED:" in terminal.text


def typeUntilUnsaved(terminal, texts):
    """Types cards of some length until the screen says that they are not saved; notes what was typed."""
    for _ in range(60):
        texts.append(f"{len(texts)} " + "words and words and more words " * 12 + "end")
        terminal.press(texts[-1], "Enter")
        if terminal.sees("NOT SAVED:", seconds=0.15):
            return True
    return terminal.sees("NOT SAVED:", seconds=3)


def isRescued(trial, terminal, workshop, texts, where):
    """A program that left with something unsaved: where that is, and that a merge takes it in."""
    missing = set(texts) - set(kit.cards(workshop))
    assert missing, "everything found room: the disk was not full"
    trial.expect(terminal.status == 1, f"{where}: exit status {terminal.status} instead of 1")
    trial.expect(terminal.isRestored, f"{where}: the terminal is not as it was")
    paths = kit.rescueFiles(terminal)
    if not trial.expect(paths, f"{where}: no rescue file is named; {len(missing)} cards are gone"):
        return
    held = set()
    for path in paths:
        with open(path, "rb") as file:
            held |= {
                e["e"]["cardAdded"]["text"]
                for e in map(kit.whole, file.read().split(b"\n"))
                if e and "cardAdded" in e["e"]
            }
        trial.expect(os.stat(path).st_mode & 0o077 == 0, f"{where}: others may read the rescue file {path}")
    trial.expect(missing <= held, f"{where}: of {len(missing)} these are in no rescue file: {missing - held}")
    os.remove(os.path.join(os.path.dirname(workshop), "ballast"))
    done = trial.run("merge", workshop, *paths)
    there = set(kit.cards(workshop))
    trial.expect(
        done.returncode == 0 and set(texts) <= there,
        f"{where}: merge {done.returncode}, {done.stderr.decode().strip()}; "
        f"{len(set(texts) - there)} cards did not come in",
    )


@kit.line(
    "full-disk",
    "on a full disk nothing is lost: it is said, goes on when there is room, and is rescued",
    quick=False,
    needs=("root", "mount"),
)
def fullDisk(trial):
    for leaving in ("keys", "SIGTERM", "SIGHUP"):
        place = trial.path("disk-" + leaving)
        with mounted(place, "-t", "tmpfs", "-o", "size=512k,mode=700", "faults"):
            workshop = kit.begun(trial, f"disk-{leaving}/w")
            ballast = os.path.join(place, "ballast")
            terminal = trial.open("notes", workshop, "--as", "Ana")
            assert terminal.sees("Ideas")
            texts = ["the first"]
            terminal.press("the first", "Enter")
            assert terminal.sees("1 card", "saved ✓")
            fill(ballast)
            trial.expect(typeUntilUnsaved(terminal, texts), f"no banner on a full disk after {len(texts)}")
            os.remove(ballast)
            goes = terminal.sees(f"{len(texts)} cards", "saved ✓", seconds=8)
            trial.expect(
                goes and not banner(terminal), "room was made, but it stays unsaved:\n" + terminal.brief
            )
            gone = set(texts) - set(kit.cards(workshop))
            trial.expect(not gone, f"room was made: {len(gone)} of {len(texts)} cards are not there")
            trial.expect(not [b for b in kit.brokenRows(workshop) if b[1] == 1], "a first row was damaged")
            fill(ballast)
            trial.expect(typeUntilUnsaved(terminal, texts), "no banner on a disk that is full again")
            # More than the room that the program gives back itself, as of its own draft.
            for _ in range(40):
                texts.append(f"{len(texts)} " + "and more " * 30 + "end")
                terminal.press(texts[-1], "Enter")
            assert terminal.sees(f"{len(texts)} cards", seconds=10), terminal.text
            terminal.pump(1.2)
            before = terminal.text.split("\n")
            unsaved = len(set(texts) - set(kit.cards(workshop)))
            if leaving == "keys":
                terminal.press("^q")
                asked, end = "", time.monotonic() + 2
                while not asked and time.monotonic() < end:
                    terminal.pump(0.1)
                    asked = " ".join(r for r in terminal.text.split("\n") if r not in before)
                trial.expect(
                    re.search(rf"\b{unsaved}\b", asked) and "not saved" in asked.lower(),
                    f"the question does not tell that {unsaved} are not saved: {asked.strip()!r}",
                )
                terminal.press("^q")
            else:
                terminal.signal(getattr(signal, leaving))
            trial.expect(terminal.wait(3) is not None, f"{leaving}: does not end on a full disk")
            isRescued(trial, terminal, workshop, texts, leaving)
            terminal.close()


def ownJournals(workshop):
    return [path for path in kit.journalFiles(workshop) if "-made-" not in path]


def suspects(log):
    """Ids by the journal that a failed call left in doubt: written since it was last known to be safe."""
    pending, doubted, waiting = {}, {}, {}
    with open(log, errors="replace") as file:
        for row in file.read().splitlines():
            thread = row.split(" ", 1)[0]
            entry = re.search(
                r'write\(\d+<(/[^>]+)>, "\\?n?\{\\"v\\":1,\\"id\\":\\"([a-z0-9]+-\d+)\\".* = \d+$', row
            )
            sync = re.search(r"\bf(?:data)?sync\(\d+<(/[^>]+\.jsonl)>", row)
            if entry:
                pending.setdefault(entry.group(1), []).append(entry.group(2))
                continue
            if sync:
                waiting[thread] = (sync.group(1), list(pending.get(sync.group(1), [])))
            if thread in waiting and (sync or "sync resumed" in row) and " = " in row:
                path, ids = waiting.pop(thread)
                if row.endswith("= 0"):
                    pending[path] = [one for one in pending[path] if one not in ids]
                else:
                    doubted.setdefault(path, set()).update(pending.get(path, []))
    return doubted


def failingAdd(trial, number, injected, isForEver, paths=()):
    """`add` of some cards while a call fails: it says so, or all of them are safe."""
    workshop = kit.begun(trial, f"failing{number}")
    log = trial.path("failing.log")
    words = ["strace", "-f", "-y", "-s", "64", "-o", log, "-e", "trace=openat,write,fsync,fdatasync"]
    for path in paths:
        words += ["-P", os.path.join(workshop, path)]
    done = trial.run(
        "add",
        workshop,
        "--board",
        "ideas",
        input="\n".join(TEXTS).encode(),
        before=[*words, "-e", "inject=" + injected],
    )
    there = kit.entries(workshop)
    printed = set(done.stdout.decode().split())
    where = f"add, {injected}"
    trial.expect(
        not kit.crashed(done) and printed <= set(there),
        f"{where}: status {done.returncode}, printed but not there: {printed - set(there)}",
    )
    trial.expect(
        (done.returncode == 0 and set(TEXTS) <= set(kit.cards(workshop)))
        or (done.returncode == 1 and b"atelier: " in done.stderr),
        f"{where}: status {done.returncode}, has {kit.cards(workshop)}, says {done.stderr.decode()!r}",
    )
    # Where the id could not be printed, the script that waits for it has to know.
    isUnheard = b"standard output" in done.stderr
    if not isForEver:
        trial.expect(
            done.returncode == (1 if isUnheard else 0),
            f"{where}: it healed, and yet {done.stderr.decode().strip()}",
        )
    for path, ids in suspects(log).items():
        elsewhere = set()
        for other in kit.journalFiles(workshop):
            if other != path:
                with open(other, "rb") as file:
                    elsewhere |= {e["id"] for e in map(kit.whole, file.read().split(b"\n")) if e}
        trial.expect(
            ids & printed <= elsewhere,
            f"{where}: acknowledged, but only where a sync had failed: {sorted(ids & printed - elsewhere)}",
        )


def failingStream(trial, number, error, when):
    """`add` that is fed line by line, while writes to its journal fail: all are safe in the end."""
    workshop = kit.begun(trial, f"failingStream{number}")
    process = trial.start(
        "add",
        workshop,
        "--board",
        "ideas",
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdin.write(b"zero\n")
    process.stdin.flush()
    printed = [process.stdout.readline().decode().strip()]
    [own] = ownJournals(workshop)
    tracer = kit.Tracer(
        process.pid, "-P", own, "-e", "trace=write", "-e", f"inject=write:error={error}:when={when}"
    )
    rest, said = process.communicate("\n".join(TEXTS).encode(), timeout=30)
    printed += rest.decode().split()
    tracer.remove()
    there = kit.entries(workshop)
    trial.expect(
        process.returncode == 0
        and len(printed) == 6
        and set(printed) <= set(there)
        and sorted(kit.cards(workshop)) == sorted(["zero", *TEXTS]),
        f"add, writes to its journal {error} {when}: ends with {process.returncode}, {len(printed)} printed, "
        f"{sorted(kit.cards(workshop))} are there: {said.decode()!r}",
    )


def failingNotes(trial, number, words, where):
    """Notes whose calls fail for some seconds: the banner stands meanwhile, and all is saved after."""
    workshop = kit.begun(trial, f"failingNotes{number}")
    terminal = trial.open("notes", workshop, "--as", "Ana")
    assert terminal.sees("Ideas")
    terminal.press("zero", "Enter")
    assert terminal.sees("1 card", "saved ✓")
    [own] = ownJournals(workshop)
    first = set(kit.entries(workshop))
    tracer = kit.Tracer(terminal.pid, *[w.format(own=own, folder=os.path.dirname(own)) for w in words])
    for text in TEXTS:
        terminal.press(text, "Enter")
    said = terminal.sees("NOT SAVED:", seconds=3)
    trial.expect(said, f"notes, {where}: no banner\n" + terminal.brief)
    trial.expect("saved ✓" not in terminal.text, f"notes, {where}: called saved while it fails")
    tracer.remove()
    healed = terminal.sees("6 cards", "saved ✓", seconds=12)
    trial.expect(
        healed and not banner(terminal), f"notes, {where}: healed, and yet not saved\n" + terminal.brief
    )
    ids = set(kit.entries(workshop)) - first
    trial.expect(
        sorted(kit.cards(workshop)) == sorted(["zero", *TEXTS]) and len(ids) == len(TEXTS),
        f"notes, {where}: has {sorted(kit.cards(workshop))}",
    )
    terminal.press("^q", "^q")
    trial.expect(terminal.wait(5) == 0, f"notes, {where}: left with {terminal.status}")
    terminal.close()


@kit.line(
    "failing-calls",
    "when a call fails it is said, nothing acknowledged is lost, and healed all is saved",
    quick=True,
    needs=("strace",),
)
def failingCalls(trial):
    cases = []
    for call, errors in (
        ("write", ("EIO", "ENOSPC", "EDQUOT")),
        ("fdatasync", ("EIO", "ENOSPC")),
        ("fsync", ("EIO", "ENOSPC")),
    ):
        for error in errors:
            for when in ("1", "2", "3", "1..2", "2..4"):
                cases.append((f"{call}:error={error}:when={when}", False, ()))
    for error in ("EMFILE", "EACCES", "ENOSPC", "EROFS", "EIO"):
        # Through the folder's descriptor: the second look at journals, then the making of one.
        for when in ("3", "4", "5", "5..7"):
            cases.append((f"openat:error={error}:when={when}", False, ("journal",)))
    forEver = [
        ("fdatasync:error=EIO", True, ()),
        ("fsync:error=EIO", True, ()),
        ("openat:error=EACCES:when=5+", True, ("journal",)),
    ]
    if trial.isQuick:
        cases = trial.random.sample(cases, 1)
        forEver = []
    for number, (injected, isForEver, paths) in enumerate(cases + forEver):
        failingAdd(trial, number, injected, isForEver, paths)
    streams = [
        (error, when) for error in ("EIO", "ENOSPC", "EDQUOT") for when in ("1", "2", "1..3", "1+", "2+3")
    ]
    for number, (error, when) in enumerate(trial.random.sample(streams, 1) if trial.isQuick else streams):
        failingStream(trial, number, error, when)
    screens = [
        (["-e", "trace=fdatasync,fsync", "-e", "inject=fdatasync,fsync:error=EIO"], "every sync EIO"),
        (["-e", "trace=fdatasync,fsync", "-e", "inject=fdatasync,fsync:error=ENOSPC"], "every sync ENOSPC"),
        (
            [
                "-P",
                "{own}",
                "-P",
                "{folder}",
                "-e",
                "trace=write,openat",
                "-e",
                "inject=write:error=EIO",
                "-e",
                "inject=openat:error=EMFILE",
            ],
            "writes EIO, and no descriptor for another journal",
        ),
        (
            [
                "-P",
                "{own}",
                "-P",
                "{folder}",
                "-e",
                "trace=write,openat",
                "-e",
                "inject=write:error=EDQUOT",
                "-e",
                "inject=openat:error=EACCES",
            ],
            "writes EDQUOT, and no right to make another journal",
        ),
    ]
    for number, (words, where) in enumerate([] if trial.isQuick else screens):
        failingNotes(trial, number, words, where)


@kit.line(
    "dead-descriptor",
    "a journal that takes no write any more is given up for a new one, with the same ids",
    quick=True,
    needs=("strace",),
)
def deadDescriptor(trial):
    for injected in (["write"] if trial.isQuick else ["write", "fdatasync", "write,fdatasync"]):
        workshop = kit.begun(trial, "dead-" + injected)
        terminal = trial.open("notes", workshop, "--as", "Ana")
        assert terminal.sees("Ideas")
        terminal.press("zero", "Enter")
        assert terminal.sees("1 card", "saved ✓")
        [own] = ownJournals(workshop)
        [zero] = [one for one in kit.entries(workshop) if not one.startswith("desk")]
        tracer = kit.Tracer(
            terminal.pid, "-P", own, "-e", "trace=" + injected, "-e", f"inject={injected}:error=EIO"
        )
        for text in TEXTS:
            terminal.press(text, "Enter")
        saved = terminal.sees("6 cards", "saved ✓", seconds=3)
        trial.expect(
            saved and not banner(terminal),
            f"{injected} EIO on the first journal: not saved after 3 s\n" + terminal.brief,
        )
        names = kit.journalFiles(workshop)
        writer = zero.split("-")[0]
        wanted = {f"{writer}-{n}" for n in range(1, 7)}
        trial.expect(
            len(names) > 2 and wanted <= set(kit.entries(workshop)),
            f"{injected}: {len(names) - 1} journals of ours, "
            f"missing {sorted(wanted - set(kit.entries(workshop)))}",
        )
        tracer.remove()
        terminal.press("^q", "^q")
        terminal.wait(5)
        terminal.close()


def frozen(image, copy):
    """Copies a disk's backing file as it is at one moment: it did not change while it was copied."""
    for _ in range(50):
        shutil.copyfile(image, copy)
        with open(image, "rb") as one, open(copy, "rb") as other:
            if one.read() == other.read():
                return True
    return False


@kit.line(
    "power-cut",
    "what was acknowledged before the power went is on the disk when it comes back",
    needs=("root", "mount", "mkfs.ext4", "/dev/loop-control"),
)
def powerCut(trial):
    image, copy = trial.path("image"), trial.path("copy")
    for number in range(3 if trial.isQuick else 30):
        with open(image, "wb") as file:
            file.truncate(16 << 20)
        subprocess.run(
            ["mkfs.ext4", "-q", "-F", "-E", "lazy_itable_init=0,lazy_journal_init=0", image], check=True
        )
        # Nothing reaches the disk by itself within the time of the trial: only what is asked for.
        with mounted(trial.path("disk"), "-o", "loop,commit=300", image):
            workshop = kit.begun(trial, "disk/w")
            os.sync()
            # What nobody made durable: were it in the copy, the copy would be no power cut.
            with open(trial.path("disk/witness"), "w") as file:
                file.write("never synced")
            lines = [f"{n} {'w' * (n % 400)}\n" for n in range(20_000)]
            writers = [trial.adding(workshop, name, lines) for name in ("ana", "ben")]
            terminal = trial.open("notes", workshop, "--as", "Cleo")
            typed = []
            terminal.sees("Ideas", seconds=5)
            end = time.monotonic() + 5
            while not os.path.getsize(trial.path("ids-ben")) and time.monotonic() < end:
                time.sleep(0.01)
            end = time.monotonic() + trial.random.random()
            while time.monotonic() < end:
                typed.append(f"typed {len(typed)}")
                terminal.press(typed[-1], "Enter")
            hasSaved = typed and terminal.sees("saved ✓", typed[-1], seconds=5)
            assert all(writer.poll() is None for writer in writers), "nobody writes any more"
            running = [writer.pid for writer in writers] + [terminal.pid]
            for pid in running:
                os.kill(pid, signal.SIGSTOP)
            time.sleep(0.05)
            acknowledged = set()
            for name in ("ana", "ben"):
                with open(trial.path("ids-" + name)) as file:
                    printed = file.read()
                acknowledged |= set(printed[: printed.rfind("\n") + 1].split())
            assert frozen(image, copy), "the disk never stood still"
            for pid in running:
                os.kill(pid, signal.SIGKILL)
            for writer in writers:
                writer.wait()
            terminal.wait(5)
            terminal.close()
        with mounted(trial.path("after"), "-o", "loop", copy):
            after, witness = trial.path("after/w"), trial.path("after/witness")
            assert not os.path.exists(witness) or not os.path.getsize(witness), "no power cut"
            there = set(kit.entries(after))
            trial.expect(
                acknowledged <= there,
                f"{len(acknowledged - there)} of {len(acknowledged)} printed ids are gone",
            )
            if hasSaved:
                gone = set(typed) - set(kit.cards(after))
                trial.expect(not gone, f"{len(gone)} of {len(typed)} cards with a ✓ are gone")
            status = trial.run("status", after)
            check = trial.run("check", after)
            trial.expect(
                status.returncode == 0 and not kit.crashed(check),
                f"status {status.returncode} {status.stderr.decode()}, check {check.returncode}",
            )
        assert acknowledged, "nothing was acknowledged before the cut"


def listing(folder):
    """All that stands below a folder: paths, sizes, times of change."""
    found = []
    for path, _, names in os.walk(folder):
        for name in [".", *names]:
            one = os.path.join(path, name)
            status = os.lstat(one)
            found.append((os.path.relpath(one, folder), status.st_size, status.st_mtime_ns))
    return sorted(found)


def looksOnly(trial, workshop, before, where):
    """Everything that may be done with a directory that cannot be written, and that nothing is written."""
    shown = listing(workshop)
    for role in ("notes", "run", "ballot", "stage"):
        terminal = trial.open(role, workshop, before=before)
        opened = terminal.sees("Collect" if role in ("notes", "run") else "", seconds=5)
        terminal.pump(0.5)
        trial.expect(
            opened and terminal.status is None, f"{where}: {role} does not open: {terminal.output[-300:]!r}"
        )
        if role in ("notes", "run"):
            trial.expect(
                "read-only" in terminal.text.lower(), f"{where}: {role} does not say so\n" + terminal.brief
            )
            terminal.press(*(["typed", "Enter"] if role == "notes" else ["a", "typed", "Enter"]))
            terminal.pump(0.3)
            trial.expect(
                "saved ✓" not in terminal.text or "1 card" not in terminal.text,
                f"{where}: {role} calls a card saved that is nowhere",
            )
            terminal.press("Esc", "Esc")
        terminal.press(*(["q", "q"] if role in ("run", "stage") else ["^q", "^q"]))
        # The line that could not become a card is named, and counts as unsaved.
        terminal.wait(5)
        said = terminal.output[terminal.output.rfind(b"\x1b[?1049l") :]
        holds = terminal.status == 1 and b"typed" in said if role == "notes" else terminal.status == 0
        trial.expect(holds, f"{where}: {role} left with {terminal.status}, saying {said[8:]!r}")
        terminal.close()
    for words, status in (
        (("add", workshop, "--board", "ideas", "x"), 1),
        (("status", workshop), 0),
        (("export", workshop, "--format", "json"), 0),
        (("show", workshop), 0),
        (("check", workshop), None),
    ):
        done = trial.run(*words, before=before)
        trial.expect(
            done.returncode == status if status is not None else not kit.crashed(done),
            f"{where}: {words[0]} ends with {done.returncode}: {done.stderr.decode().strip()}",
        )
    trial.expect(listing(workshop) == shown, f"{where}: something was created or changed")


@kit.line(
    "read-only",
    "a directory that may not be written opens to look, says so, and nothing is created in it",
    quick=False,
    needs=("root", "setpriv", "mount"),
)
def readOnly(trial):
    workshop = kit.begun(trial, "w")
    os.chmod(trial.root, 0o755)
    for path, _, names in os.walk(workshop):
        os.chmod(path, 0o555)
        for name in names:
            os.chmod(os.path.join(path, name), 0o444)
    nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    looksOnly(trial, workshop, nobody, "no right to write")
    with mounted(trial.path("disk"), "-t", "tmpfs", "-o", "size=1m,mode=700", "faults") as disk:
        other = kit.begun(trial, "disk/w")
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        looksOnly(trial, other, [], "mounted to be read")
