"""What is kept comes back whole, or not at all."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import os
from pathlib import Path

import pytest

from parrules.api.cache import KEPT, NO_CACHE, Cache, digest_of, key_of, user_cache

KEY = key_of("plan", [digest_of(b"rules")])


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "kept" / "here")


def entry(cache: Cache, key: str = KEY) -> Path:
    assert cache.folder is not None
    return cache.folder / f"{key}.entry"


def test_what_was_kept_is_fetched_as_it_was(cache: Cache) -> None:
    cache.keep(KEY, "dân số\r\n\n12,25\n")
    assert "dân số\r\n\n12,25\n" == cache.fetch(KEY)


def test_what_was_never_kept_is_not_there(cache: Cache) -> None:
    assert cache.fetch(KEY) is None


def test_what_is_kept_again_replaces_what_was_there_and_leaves_no_half_written_file(cache: Cache) -> None:
    cache.keep(KEY, "first")
    cache.keep(KEY, "second")
    assert "second" == cache.fetch(KEY)
    assert [entry(cache)] == list(entry(cache).parent.iterdir())


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(lambda whole: whole[:-1], id="the last byte is gone"),
        pytest.param(lambda whole: b"", id="it is empty"),
        pytest.param(lambda whole: whole.replace(b"25", b"24"), id="a digit was changed"),
        pytest.param(lambda whole: whole + b"\n", id="a line was added"),
        pytest.param(lambda whole: b"\xff\xfe" + whole, id="it is no longer UTF-8"),
        pytest.param(lambda whole: whole.partition(b"\n")[2], id="the seal is gone"),
    ],
)
def test_an_entry_that_was_torn_or_tampered_with_is_as_if_it_were_not_there(cache: Cache, harm) -> None:
    cache.keep(KEY, "score 12.25")
    entry(cache).write_bytes(harm(entry(cache).read_bytes()))
    assert cache.fetch(KEY) is None


def test_an_entry_moved_under_another_key_is_not_believed(cache: Cache) -> None:
    other = key_of("plan", [digest_of(b"other rules")])
    cache.keep(KEY, "score 12.25")
    entry(cache).rename(entry(cache, other))
    assert cache.fetch(other) is None


def test_a_cache_that_cannot_be_written_is_silently_not_used(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file, not a folder", encoding="utf-8")
    broken = Cache(tmp_path / "file" / "below")
    broken.keep(KEY, "text")
    assert broken.fetch(KEY) is None


def test_an_entry_that_is_a_folder_is_silently_not_used(cache: Cache) -> None:
    entry(cache).mkdir(parents=True)
    cache.keep(KEY, "text")
    assert cache.fetch(KEY) is None
    assert [entry(cache)] == list(entry(cache).parent.iterdir())


def test_without_a_cache_nothing_is_kept() -> None:
    NO_CACHE.keep(KEY, "text")
    assert NO_CACHE.fetch(KEY) is None


def test_the_oldest_entries_go_and_what_is_not_ours_stays(cache: Cache) -> None:
    keys = [key_of("plan", [str(number)]) for number in range(KEPT + 2)]
    for second, key in enumerate(keys[:-1], start=1):
        cache.keep(key, "text")
        os.utime(entry(cache, key), (second, second))
    folder = entry(cache).parent
    (folder / "thư của tôi.entry").write_text("mine", encoding="utf-8")
    os.utime(folder / "thư của tôi.entry", (0, 0))
    cache.keep(keys[-1], "text")
    assert [None, None] == [cache.fetch(key) for key in keys[:2]]
    assert ["text"] * KEPT == [cache.fetch(key) for key in keys[2:]]
    assert (folder / "thư của tôi.entry").exists()


@pytest.mark.parametrize(
    ("environ", "platform", "folder"),
    [
        ({"PARRULES_CACHE": "mine", "HOME": "/home/an"}, "linux", "mine"),
        ({"PARRULES_CACHE": "", "HOME": "/home/an"}, "linux", "/home/an/.cache/parrules"),
        ({"HOME": "/home/an", "XDG_CACHE_HOME": "/var/an"}, "linux", "/var/an/parrules"),
        ({"HOME": "/home/an", "XDG_CACHE_HOME": "relative"}, "linux", "/home/an/.cache/parrules"),
        ({"HOME": "/Users/an"}, "darwin", "/Users/an/Library/Caches/parrules"),
        ({"LOCALAPPDATA": "/c/Local"}, "win32", "/c/Local/parrules/Cache"),
    ],
)
def test_the_cache_stands_where_the_system_keeps_caches(environ: dict[str, str], platform: str, folder: str) -> None:
    assert Cache(Path(folder)) == user_cache(environ, platform)


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_a_user_without_a_home_has_no_cache(platform: str) -> None:
    assert NO_CACHE == user_cache({}, platform)


def test_the_key_changes_with_every_thing_that_an_entry_is_made_from() -> None:
    keys = [
        key_of("plan", ["a", "b"]),
        key_of("plan", ["b", "a"]),
        key_of("plan", ["ab"]),
        key_of("plan", ["a", "b"], ["p"]),
        key_of("plan", ["a"], ["b"]),
        key_of("heads", ["a", "b"]),
    ]
    assert len(keys) == len(set(keys))
    assert key_of("plan", ["a"], ["p", "q"]) == key_of("plan", ["a"], ["q", "p"])
