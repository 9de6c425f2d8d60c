"""python -m sealedbid."""

from sealedbid.cli import main

main()
