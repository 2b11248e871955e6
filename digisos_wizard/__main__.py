"""Where the program starts: streams, log and exception hooks, then the command line."""

import contextlib
import io
import os
import sys
from collections.abc import Sequence
from datetime import datetime


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code; what goes wrong is one line on stderr."""
    speak_utf8()
    from digisos_wizard import commands
    from digisos_wizard.commands.arguments import complain
    from digisos_wizard.errors import UserError
    from digisos_wizard.i18n import spoken
    from digisos_wizard.storage import crash
    from digisos_wizard.storage.paths import user_folders

    log = crash.Log(user_folders().log, lambda: datetime.now().astimezone())
    crash.install(log, lambda: None, complain)
    given = sys.argv[1:] if arguments is None else arguments
    try:
        with spoken(commands.chosen_language(given)):
            return commands.run(given)
    except UserError as error:
        complain(error.whole())
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        with contextlib.suppress(OSError, AttributeError):
            sys.stdout.close()
        return 0
    except Exception as error:  # noqa: BLE001 - the last boundary: logged, and told in one sentence
        log.note(error)
        complain(crash.sentence(log))
        return 2


def speak_utf8() -> None:
    """Let pipes and consoles take every letter; a windowed program has no streams at all.

    What it would have printed goes nowhere, while stderr stays None: that is how `complain` knows to show a box.
    """
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - lives as long as the program
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
