"""The claims files that come with checker, in the checkout and in the wheel alike."""

from pathlib import Path


def folder() -> Path:
    """The folder of the bundled claims files."""
    package = Path(__file__).parent
    installed = package / "bundled"
    return installed if installed.is_dir() else package.parent / "claims"
