"""The published counters, in an environment of their own."""

import hashlib
import os
import pathlib
import subprocess
import sys
import venv

#: from PyPI, with the versions that the conversions in counters.py were read against
NEEDED = ("pref_voting==1.18.2", "votelib==0.4.0", "abcvoting==2.19.2")


def enter():
    """Goes on in an environment that has the packages, made where there is none: or ends with 2."""
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache")
    mark = hashlib.sha256(" ".join((sys.version, *NEEDED)).encode()).hexdigest()[:12]
    home = cache / "atelier-elections" / mark
    if pathlib.Path(sys.prefix).resolve() == home.resolve():
        return
    done = home / "installed"
    if not done.exists():
        print(f"Installing {', '.join(NEEDED)} into {home} (once; 1.5 GB with what they need)", flush=True)
        try:
            venv.create(home, with_pip=True, clear=True)
            subprocess.run(
                [home / "bin/python", "-m", "pip", "install", "-q", "--retries", "1", *NEEDED], check=True
            )
            done.touch()
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"The published counters cannot be installed, so nothing was compared: {error}")
            sys.exit(2)
    os.execv(home / "bin/python", [str(home / "bin/python"), *sys.argv])
