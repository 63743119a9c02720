"""The one command that sets Wargame up and starts it: standard library only, any machine.

    python3 packaging/bootstrap.py run [ARGUMENTS]     start the application or a command of it
    python3 packaging/bootstrap.py test [ARGUMENTS]    pass the tests (arguments go to pytest)
    python3 packaging/bootstrap.py setup               only prepare the environment

This file stays readable for very old Pythons, so that they can say what is missing; what it
does is in the ``setup_*`` modules beside it.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - this is where older versions learn about it
    sys.stderr.write(
        "Wargame needs Python 3.11 or newer; this is Python %d.%d (%s).\n"  # noqa: UP031
        % (sys.version_info[0], sys.version_info[1], sys.executable)
    )
    sys.exit(2)

from setup_commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
