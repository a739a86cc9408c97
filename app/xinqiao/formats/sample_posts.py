"""Reads the sample posts that ship with the app."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from xinqiao.domain.clean_text import clean_text
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import message
from xinqiao.domain.posts import Comment, Origin, OriginKind, Post


def read_sample_posts(path: Path) -> list[Post]:
    """The posts of `sample_posts.json`, in its order.

    Raises:
        ReaderError: the file is missing or damaged.
    """
    try:
        samples = json.loads(path.read_text(encoding="utf-8"))
        return [_post(sample) for sample in samples]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReaderError(
            message("The sample posts in {path} cannot be read.", path=path),
            message("Install Xinqiao again; your own posts are not touched."),
        ) from error


def _post(sample: Mapping[str, object]) -> Post:
    return Post(
        title=_text(sample["title"]),
        body=_text(sample["body"]),
        origin=Origin(OriginKind.SAMPLE, _text(sample["id"])),
        author=_text(sample.get("author", "")),
        published=_text(sample.get("published", "")),
        location=_text(sample.get("location", "")),
        likes=_number(sample.get("likes")),
        tags=tuple(_text(tag) for tag in _list(sample.get("tags", []))),
        comments=tuple(_comments(sample)),
    )


def _comments(parent: Mapping[str, object], key: str = "comments") -> Iterator[Comment]:
    for comment in _list(parent.get(key, [])):
        if not isinstance(comment, dict):
            raise TypeError(comment)
        yield Comment(
            author=_text(comment["author"]),
            text=_text(comment["text"]),
            likes=_number(comment.get("likes")),
            location=_text(comment.get("location", "")),
            published=_text(comment.get("published", "")),
            replies=tuple(_comments(comment, "replies")),
        )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return clean_text(value)


def _number(value: object) -> int | None:
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise TypeError(value)


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError(value)
    return value
