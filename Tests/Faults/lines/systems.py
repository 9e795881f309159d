"""Systems that lack something: /proc, a language, a terminal's description."""

import os

import kit

WITHOUT_PROC = ("unshare", "-m", "sh", "-c", 'mount -t tmpfs none /proc && exec "$0" "$@"')


@kit.line(
    "no-proc", "without /proc every command still does what it says", quick=True, needs=("root", "unshare")
)
def noProc(trial):
    workshop = trial.path("w")
    done = trial.run("new", workshop, "--template", "half-day", before=WITHOUT_PROC)
    trial.expect(
        done.returncode == 0 and os.path.exists(os.path.join(workshop, "workshop.json")),
        f"new makes nothing: {done.returncode}, {done.stdout[:60]!r} {done.stderr[-200:]!r}",
    )
    if not os.path.exists(workshop):
        trial.run("new", workshop, "--template", "half-day")
    # Two that are equal in all but /proc.
    pairs = [("status",), ("kpi",), ("check",), ("export", "--format", "json"), ("export",), ("show",)]
    for words in pairs[:2] if trial.isQuick else pairs:
        wanted = trial.run(words[0], workshop, *words[1:])
        done = trial.run(words[0], workshop, *words[1:], before=WITHOUT_PROC)
        trial.expect(
            (done.returncode, done.stdout) == (wanted.returncode, wanted.stdout),
            f"{' '.join(words)}: ends with {done.returncode}, prints {done.stdout[:80]!r}, "
            f"{done.stderr[-100:]!r}",
        )
    for words in (("keys",), ("templates",), ("content", "list"), ("--version",)):
        wanted, done = trial.run(*words), trial.run(*words, before=WITHOUT_PROC)
        trial.expect(done.stdout == wanted.stdout, f"{words[0]} prints {done.stdout[:80]!r}")
    begun = kit.begun(trial, "begun")
    done = trial.run("add", begun, "--board", "ideas", "without a trace", before=WITHOUT_PROC)
    trial.expect(
        done.returncode == 0 and "without a trace" in kit.cards(begun),
        f"add: {done.stdout[:80]!r} {done.stderr!r}",
    )
    screens = (("notes", "Ideas"), ("run", "Collect"), ("stage", "Collect"))
    for role, text in screens[:1] if trial.isQuick else screens:
        screen = trial.open(role, begun, before=WITHOUT_PROC)
        if (
            trial.expect(screen.sees(text, seconds=2), f"{role} does not open:\n{screen.text[:300]}")
            and role == "notes"
        ):
            screen.press("typed", "Enter")
            trial.expect(screen.sees("2 cards · saved ✓", seconds=3), f"notes does not save:\n{screen.text}")
        screen.signal(15)
        screen.wait(3)
        screen.close()


@kit.line(
    "languages", "whatever LANG says: no crash, and what is not ASCII is drawn as it should be", quick=True
)
def languages(trial):
    workshop = kit.begun(trial)
    text = "Közös űrlap – « été » ✓ 漢字"
    kit.journal(
        workshop,
        [kit.row("words0000000", 1, {"cardAdded": {"board": "ideas", "text": text}}, 1_795_421_650_000)],
        "words0000000",
    )
    plain = {key: value for key, value in trial.environment.items() if key not in ("LANG", "LC_ALL")}
    cases = [
        {},
        {"LANG": "C"},
        {"LC_ALL": "C"},
        {"LANG": "POSIX"},
        {"LANG": "no_SUCH.UTF-8"},
        {"LANG": "fr_FR.UTF-8"},
        {"LANG": "fr_FR"},
        {"LC_ALL": "hu_HU.ISO-8859-2"},
        {"LANG": ""},
        {"LANG": "\x1b[31m"},
        {"LANG": "x" * 5000},
        {"LANG": "C.UTF-8", "LC_ALL": ""},
        {"LANGUAGE": "fr:hu"},
        {"LANG": "../../etc"},
    ]
    kept = trial.environment
    for case in trial.random.sample(cases, 1) + [{}] if trial.isQuick else cases:
        trial.environment = {**plain, **case}
        name = " ".join(f"{key}={value[:20]!a}" for key, value in case.items()) or "nothing set"
        for words in (
            ("status", workshop),
            ("export", workshop, "--detail", "full"),
            ("show", workshop, "--as", "notes"),
        ):
            done = trial.run(*words)
            trial.expect(
                done.returncode == 0,
                f"{name}: {words[0]} ends with {done.returncode}, {done.stderr[-200:]!r}",
            )
            trial.expect(
                not kit.hasControls(done.stdout + done.stderr), f"{name}: {words[0]} prints a control byte"
            )
            if words[0] != "status":
                trial.expect(text.encode() in done.stdout, f"{name}: {words[0]} does not print the text")
        for role in ("notes", "run") if not trial.isQuick else ("notes",):
            screen = trial.open(role, workshop)
            if role == "run" and screen.sees("Collect", seconds=2):
                screen.press("Enter")
            shown = screen.sees("Közös űrlap – « été »", seconds=2)
            said = "UTF-8" in screen.text
            trial.expect(
                shown or said, f"{name}: {role} does not draw the text, nor say why:\n{screen.text[:600]}"
            )
            trial.expect(screen.wait(0) in (None, 1), f"{name}: {role} ended with {screen.status}")
            if shown and role == "notes":
                screen.press("tőzeg", "Enter")
                trial.expect(screen.sees("tőzeg", seconds=2), f"{name}: what is typed is not drawn")
            screen.signal(15)
            screen.wait(3)
            screen.close()
    trial.environment = kept
    for term in (
        "dumb",
        "",
        "nosuchterm",
        "vt100",
        "xterm",
        "xterm-256color",
        "screen",
        "tmux-256color",
        "linux",
        "x" * 3000,
    ):
        screen = trial.open("notes", workshop, environment={"TERM": term})
        isOpen = screen.sees("Ideas", seconds=1.5 if not trial.isQuick else 0.7)
        trial.expect(
            isOpen or screen.wait(0.3) == 1 and b"erminal" in screen.output,
            f"TERM={term[:20]!r}: neither opens nor says why: status {screen.wait(0)}, {screen.text[:300]}",
        )
        screen.signal(15)
        screen.wait(3)
        trial.expect(screen.isRestored, f"TERM={term[:20]!r}: the terminal is not as it was")
        screen.close()
        if trial.isQuick and term == "nosuchterm":
            break
