"""`python -m xinqiao` is the `xinqiao` command."""

import sys

from xinqiao.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
