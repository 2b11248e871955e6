"""Where both frozen programs start: a frozen program cannot be started as a package."""

import sys

from digisos_wizard.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
