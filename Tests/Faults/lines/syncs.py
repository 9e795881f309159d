"""Directories that others copy, sync, move and replace while somebody works in them."""

import json
import os
import shutil
import time

import kit


def opened(trial, workshop, name):
    """Notes on a workshop, ready for a line."""
    terminal = trial.open("notes", workshop, "--as", name)
    assert terminal.sees("Ideas", "›"), terminal.text
    return terminal


def own(workshop, name):
    """The journals that somebody wrote."""
    return [path for path in kit.journalFiles(workshop) if f"-{name.lower()}-" in os.path.basename(path)]


def exported(trial, workshop):
    done = trial.run("export", workshop, "--format", "json")
    trial.expect(done.returncode == 0, f"export ends with {done.returncode}: {done.stderr.decode().strip()}")
    return done.stdout


def renamedOver(source, target):
    """Copies a file as sync tools do: beside it under a name of their own, then renamed over it."""
    folder, name = os.path.split(target)
    beside = os.path.join(folder, f".syncthing.{name}.tmp")
    shutil.copyfile(source, beside)
    os.chmod(beside, 0o600)
    os.rename(beside, target)


def sync(one, other):
    """Brings journals that are missing or shorter from one directory to the other."""
    os.makedirs(os.path.join(other, "journal"), exist_ok=True)
    for path in kit.journalFiles(one):
        name = os.path.basename(path)
        if name.startswith(".syncthing."):
            continue
        target = os.path.join(other, "journal", name)
        if not os.path.exists(target) or os.path.getsize(target) < os.path.getsize(path):
            renamedOver(path, target)


@kit.line(
    "sync-copies",
    "synced by renaming, cut and rejoined, with conflict copies: nothing is lost, both end equal",
)
def syncCopies(trial):
    for number in range(1 if trial.isQuick else 5):
        here = kit.begun(trial, f"here{number}")
        there = trial.path(f"there{number}")
        shutil.copytree(here, there)
        screens = {"Ana": opened(trial, here, "Ana"), "Ben": opened(trial, there, "Ben")}
        texts = []
        for step in range(30):
            name = trial.random.choice(["Ana", "Ben"])
            texts.append(f"{name} {step}")
            screens[name].press(texts[-1], "Enter")
            # Cut in the middle third.
            if not 10 <= step < 20 and trial.random.random() < 0.6:
                sync(here, there)
                sync(there, here)
            if step == 22:
                # An old state of Ana's journal comes back: hers becomes a conflict copy.
                [path] = own(here, "Ana")[-1:]
                with open(path, "rb") as file:
                    rows = file.readlines()
                conflict = path.replace(".jsonl", ".sync-conflict-20261123-090000-ABCDEFG.jsonl")
                with open(trial.path("old"), "wb") as file:
                    file.writelines(rows[: len(rows) // 2])
                shutil.copyfile(path, conflict)
                os.chmod(conflict, 0o600)
                renamedOver(trial.path("old"), path)
        for screen in screens.values():
            trial.expect(screen.sees("saved ✓", seconds=5), "does not come to be saved:\n" + screen.brief)
        # Whoever is replaced notices at the look of the next second at the latest.
        time.sleep(1.5)
        for screen in screens.values():
            screen.pump(0.2)
        for _ in range(2):
            sync(here, there)
            sync(there, here)
        for name, screen in screens.items():
            trial.expect(screen.sees("30 cards", seconds=4), f"{name} does not see all 30:\n" + screen.brief)
            screen.press("^q", "^q")
            trial.expect(screen.wait(5) == 0, f"{name} left with {screen.status}")
            screen.close()
        sync(here, there)
        sync(there, here)
        for where in (here, there):
            gone = set(texts) - set(kit.cards(where))
            trial.expect(not gone, f"{os.path.basename(where)}: gone are {sorted(gone)}")
            twice = [c["text"] for c in json.loads(exported(trial, where))["cards"]]
            trial.expect(len(twice) == len(set(twice)), "a card stands twice")
        trial.expect(exported(trial, here) == exported(trial, there), "the two ends export differently")


@kit.line(
    "conflict-names", "copies that sync tools name their own way are read, or named by check", quick=True
)
def conflictNames(trial):
    workshop = kit.begun(trial)
    stem = "20261123-cleo-{}"
    names = {
        "{}.sync-conflict-20261123-090000-ABCDEFG.jsonl": True,
        "{} (conflicted copy 2026-11-23 090000).jsonl": False,
        "{} (Ana's conflicted copy 2026-11-23).jsonl": False,
        "{}-DESKTOP-7.jsonl": False,
        "{} (1).jsonl": False,
        "{}.jsonl~": False,
        "{}.jsonl.orig": False,
        "{}_conf(1).jsonl": False,
        "{} (Case Conflict).jsonl": False,
    }
    for number, name in enumerate(names):
        writer = f"cleocleo{number:04d}"
        event = {"cardAdded": {"board": "ideas", "text": f"only in {number}"}}
        path = os.path.join(workshop, "journal", name.format(stem.format(writer)))
        with open(path, "wb") as file:
            file.write(kit.row(writer, 1, event, 1_795_421_700_000 + number))
        os.chmod(path, 0o600)
    read = {card["text"] for card in json.loads(exported(trial, workshop))["cards"]}
    told = trial.run("check", workshop).stdout.decode()
    for number, (name, isRead) in enumerate(names.items()):
        shown = name.format(stem.format(f"cleocleo{number:04d}"))
        isThere = f"only in {number}" in read
        trial.expect(isThere or shown in told, f"{shown} is neither read nor named by check")
        trial.expect(isThere or not isRead, f"{shown} is not read")
    desk = trial.open("run", workshop)
    assert desk.sees("Collect")
    desk.press("q", "q")
    trial.expect(desk.wait(5) == 0, f"the desk left with {desk.status}")


@kit.line(
    "no-inotify",
    "where the kernel tells nothing, another's card is seen within two seconds",
    quick=True,
    needs=("strace",),
)
def noInotify(trial):
    refusals = ("inotify_init1:error=EMFILE", "inotify_add_watch:error=ENOSPC")
    for refusal in refusals[:1] if trial.isQuick else refusals:
        name = refusal.split(":")[0]
        workshop = kit.begun(trial, name)
        log = trial.path(name + ".log")
        screen = trial.open(
            "notes",
            workshop,
            "--as",
            "Ana",
            before=["strace", "-f", "-o", log, "-e", "trace=" + name, "-e", "inject=" + refusal],
        )
        assert screen.sees("Ideas")
        for number in range(1 if trial.isQuick else 5):
            done = trial.run("add", workshop, "--board", "ideas", f"from outside {number}")
            assert done.returncode == 0
            trial.expect(
                screen.sees(f"from outside {number}", seconds=2),
                f"{refusal}: not seen within 2 s\n" + screen.brief,
            )
        with open(log) as file:
            assert "INJECTED" in file.read(), "inotify was not refused"
        screen.press("^q", "^q")
        trial.expect(screen.wait(5) == 0, f"{refusal}: left with {screen.status}")


def renamedAway(workshop, path, trial):
    os.rename(path, workshop + "-elsewhere")


def deleted(workshop, path, trial):
    os.unlink(path)


def replacedWhole(workshop, path, trial):
    """Another file of the same content: nothing is lost yet, but what comes next would be."""
    renamedOver(path, path)


def replacedOld(workshop, path, trial):
    with open(path, "rb") as file:
        rows = file.readlines()
    with open(trial.path("old"), "wb") as file:
        file.writelines(rows[:1])
    renamedOver(trial.path("old"), path)


def truncated(workshop, path, trial):
    os.truncate(path, 40)


def emptied(workshop, path, trial):
    os.truncate(path, 0)


def folderRenamed(workshop, path, trial):
    os.rename(os.path.join(workshop, "journal"), os.path.join(workshop, "journal.old"))


def folderReplaced(workshop, path, trial):
    os.rename(os.path.join(workshop, "journal"), workshop + "-journal")
    os.makedirs(os.path.join(workshop, "journal"), 0o700, exist_ok=True)


def folderDeleted(workshop, path, trial):
    shutil.rmtree(os.path.join(workshop, "journal"))


def directoryRenamed(workshop, path, trial):
    os.rename(workshop, workshop + "-moved")


def directoryReplaced(workshop, path, trial):
    """Restored from a backup: another directory of the same name and content."""
    shutil.copytree(workshop, workshop + "-backup")
    os.rename(workshop, workshop + "-moved")
    os.rename(workshop + "-backup", workshop)


def directoryDeleted(workshop, path, trial):
    shutil.rmtree(workshop)


DEEDS = [
    renamedAway,
    deleted,
    replacedWhole,
    replacedOld,
    truncated,
    emptied,
    folderRenamed,
    folderReplaced,
    folderDeleted,
    directoryRenamed,
    directoryReplaced,
    directoryDeleted,
]


def rescued(terminal):
    """What the rescue files hold that the terminal names once it was given back."""
    held = set()
    for path in kit.rescueFiles(terminal):
        with open(path, "rb") as file:
            held |= {
                entry["e"]["cardAdded"]["text"]
                for entry in map(kit.whole, file.read().split(b"\n"))
                if entry and "cardAdded" in entry["e"]
            }
    return held


def say(terminal, role, text):
    """Adds a card by keys."""
    if role == "notes":
        terminal.press(text, "Enter")
    else:
        terminal.press("a")
        if terminal.sees("New card", seconds=2):
            terminal.press(text, "Enter")
        else:
            return False
    return True


@kit.line(
    "replaced-files",
    "journals taken away, replaced or cut under a running screen: all typed is in the directory, or rescued",
)
def replacedFiles(trial):
    deeds = [truncated, replacedOld] if trial.isQuick else DEEDS
    for role in ("notes", "run"):
        for deed in deeds:
            where = f"{role}, {deed.__name__}"
            workshop = kit.begun(trial, f"{role}-{deed.__name__}")
            terminal = trial.open(role, workshop, "--as", "Ana")
            assert terminal.sees("Collect")
            texts = []
            for number in range(3):
                texts.append(f"before {number}")
                assert say(terminal, role, texts[-1])
            assert terminal.sees("3 cards", "✓"), terminal.text
            [path] = own(workshop, "Ana")
            deed(workshop, path, trial)
            named = terminal.sees("was replaced", seconds=2.5) if role == "run" else True
            isGone = deed in (directoryRenamed, directoryDeleted)
            trial.expect(
                named or isGone or deed is replacedWhole, f"{where}: not named on the desk\n" + terminal.brief
            )
            # The directory that the person named, or its new name if it was only renamed.
            place = workshop + "-moved" if deed is directoryRenamed else workshop
            # What is called saved must be there before anything more is typed: a kill may come first.
            isBack = set(texts) <= set(kit.cards(place)) or "NOT SAVED" in terminal.text
            if not isBack:
                terminal.pump(2)
                isBack = set(texts) <= set(kit.cards(place)) or "NOT SAVED" in terminal.text
            trial.expect(
                isBack,
                f"{where}: nothing more was typed, and of {len(texts)} cards that are called saved "
                f"only {len(kit.cards(place))} are there",
            )
            for number in range(3):
                texts.append(f"after {number}")
                say(terminal, role, texts[-1])
            terminal.pump(2.5)
            unsaved = "NOT SAVED" in terminal.text
            there = set(kit.cards(place)) if os.path.isdir(place) else set()
            trial.expect(
                set(texts) <= there or unsaved,
                f"{where}: called saved, but in the directory are only {sorted(there)}\n" + terminal.brief,
            )
            terminal.press(*(["^q", "^q"] if role == "notes" else ["q", "q"]))
            trial.expect(terminal.wait(5) is not None, f"{where}: does not end")
            there = set(kit.cards(place)) if os.path.isdir(place) else set()
            gone = set(texts) - there - rescued(terminal)
            trial.expect(
                not gone, f"{where}: left with {terminal.status}; neither there nor rescued: {sorted(gone)}"
            )
            trial.expect(
                terminal.status == 0 if set(texts) <= there else terminal.status == 1,
                f"{where}: left with {terminal.status}, {len(set(texts) - there)} are not in the directory",
            )
            terminal.close()


@kit.line("copied-directory", "a directory copied while somebody writes in it: a merge brings both together")
def copiedDirectory(trial):
    for number in range(1 if trial.isQuick else 10):
        here, copy = kit.begun(trial, f"here{number}"), trial.path(f"copy{number}")
        ana = opened(trial, here, "Ana")
        texts = [f"Ana {n}" for n in range(12)]
        for text in texts[:6]:
            ana.press(text, "Enter")
        # In the middle of it all, as cp does it: file by file.
        ana.send("".join(f"{text}\r" for text in texts[6:9]).encode())
        shutil.copytree(here, copy)
        ben = opened(trial, copy, "Ben")
        for count, text in enumerate(texts[9:]):
            ana.press(text, "Enter")
            texts.append(f"Ben {count}")
            ben.press(texts[-1], "Enter")
        for name, screen in (("Ana", ana), ("Ben", ben)):
            trial.expect(screen.sees("saved ✓", seconds=5), f"{name} is not saved:\n" + screen.brief)
        # While both are open, in both directions, twice.
        for target, source in ((here, copy), (copy, here), (here, copy), (copy, here)):
            done = trial.run("merge", target, source)
            trial.expect(done.returncode == 0, f"merge ends with {done.returncode}: {done.stderr.decode()}")
        for name, screen in (("Ana", ana), ("Ben", ben)):
            trial.expect(screen.sees("15 cards", seconds=3), f"{name} does not see all:\n" + screen.brief)
            say(screen, "notes", f"{name} last")
            texts.append(f"{name} last")
            screen.press("^q", "^q")
            trial.expect(screen.wait(5) == 0, f"{name} left with {screen.status}")
            screen.close()
        for target, source in ((here, copy), (copy, here)):
            trial.run("merge", target, source)
            gone = set(texts) - set(kit.cards(target))
            trial.expect(not gone, f"gone after the merge: {sorted(gone)}")
        trial.expect(exported(trial, here) == exported(trial, copy), "the two copies export differently")
        trial.expect(not kit.brokenRows(here) and not kit.brokenRows(copy), "a row is damaged")


@kit.line(
    "earlier-journal",
    "of a session that wrote two journals, the earlier one is written again when it is replaced",
    needs=("strace",),
)
def earlierJournal(trial):
    for deed in (deleted, emptied, replacedOld):
        workshop = kit.begun(trial, deed.__name__)
        terminal = opened(trial, workshop, "Ana")
        texts = [f"first {n}" for n in range(4)]
        for text in texts:
            say(terminal, "notes", text)
        assert terminal.sees("4 cards", "saved ✓")
        [first] = own(workshop, "Ana")
        # Taken away again at once: only the first journal is given up.
        tracer = kit.Tracer(terminal.pid, "-P", first, "-e", "trace=write", "-e", "inject=write:error=EIO")
        texts.append("second 0")
        say(terminal, "notes", texts[-1])
        assert terminal.sees("5 cards", "saved ✓", seconds=8), terminal.text
        tracer.remove()
        assert len(own(workshop, "Ana")) == 2, "no second journal was begun"
        deed(workshop, first, trial)
        terminal.pump(1.5)
        texts.append("second 1")
        say(terminal, "notes", texts[-1])
        terminal.pump(1.5)
        unsaved = "NOT SAVED" in terminal.text
        gone = set(texts) - set(kit.cards(workshop))
        trial.expect(
            not gone or unsaved, f"{deed.__name__}: gone, and called saved: {sorted(gone)}\n" + terminal.brief
        )
        terminal.press("^q", "^q")
        trial.expect(terminal.wait(5) is not None, f"{deed.__name__}: does not end")
        gone = set(texts) - set(kit.cards(workshop)) - rescued(terminal)
        trial.expect(not gone, f"{deed.__name__}: left with {terminal.status}; gone are {sorted(gone)}")
        terminal.close()
