import json
from pathlib import Path

import pytest

from xinqiao import resources


@pytest.mark.parametrize(
    "path",
    [
        resources.lexicon_db(),
        resources.gloss_dictionary(),
        resources.slang_pack(),
        resources.sticker_codes(),
        resources.sample_posts(),
        resources.starter_packed() / "SHA256SUMS",
        resources.licences(),
        *resources.font_files(),
    ],
    ids=lambda path: path.name,
)
def test_shipped_file_is_there(path: Path) -> None:
    assert path.stat().st_size > 0


def test_seeds_are_complete() -> None:
    assert len(json.loads(resources.sample_posts().read_text("utf-8"))) == 24
    assert len(resources.slang_pack().read_text("utf-8").splitlines()) > 800


def test_an_installed_copy_reads_from_its_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site-packages" / "xinqiao"
    (package / "_data" / "resources" / "models" / "starter-zh-en").mkdir(parents=True)
    monkeypatch.setattr(resources, "__file__", str(package / "resources.py"))
    resources._root.cache_clear()
    try:
        assert resources.slang_pack() == package / "_data" / "seeds" / "slang.tsv"
        assert not resources.in_checkout()
        # What ships inside a package is never written to.
        assert resources.starter_unpacked(tmp_path / "models") == tmp_path / "models" / "starter-zh-en"
    finally:
        resources._root.cache_clear()


def test_a_checkout_keeps_the_model_beside_its_parts(tmp_path: Path) -> None:
    assert resources.in_checkout()
    assert resources.starter_unpacked(tmp_path).parent == resources.starter_packed()
