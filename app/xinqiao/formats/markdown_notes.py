"""Notes as one Markdown document; what was quoted stays text, what the reader wrote stays Markdown."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime

from xinqiao.domain.notes import Note

# Any ASCII mark may be escaped in CommonMark. These can mean something inside a line, in
# CommonMark or in the dialects that notes end up in (tables, maths, mentions, tags, highlights).
_INLINE = re.compile(r"[\\`*_\[\]<>#|~&@$^{}!]|=(?==)|(?<==)=|:(?=[!-~])|(?<=www)\.(?=\S)", re.IGNORECASE)
_LINE_START = re.compile(r"^(\s*)([-+=:]|\d{1,9}(?=[.)]))")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})(.*)$")


def escape(text: str) -> str:
    """One line of foreign text such that Markdown shows exactly it."""
    escaped = _INLINE.sub(lambda match: "\\" + match[0], text)
    started = _LINE_START.match(escaped)
    if started is not None:
        blank, mark = started[1], started[2]
        rest = escaped[started.end() :]
        escaped = f"{blank}{mark}\\{rest}" if mark[0].isdigit() else f"{blank}\\{mark}{rest}"
    # Blanks at the ends would be an indented code block or be dropped.
    if escaped[:1] in (" ", "\t"):
        escaped = f"&#{ord(escaped[0])};{escaped[1:]}"
    if escaped[-1:] in (" ", "\t"):
        escaped = f"{escaped[:-1]}&#{ord(escaped[-1])};"
    return escaped


def write_notes(
    notes: Sequence[Note],
    *,
    pinyin: bool = True,
    translation: bool = True,
    source: bool = True,
    to_local: Callable[[datetime], datetime] = datetime.astimezone,
) -> str:
    """The notes as a Markdown document, in the given order.

    Each note is a section: what it is about, the quoted sentence as a block quote with its
    pinyin and translation, the note itself, then source, dates and tags.

    Args:
        notes: what to write.
        pinyin: whether the quote's pinyin is written.
        translation: whether the quote's translation is written.
        source: whether the quote's source is written.
        to_local: brings a time into the reader's time zone.
    """
    sections = ["# Notes"]
    for note in notes:
        sections.append(f"## {_heading(note)}")
        quote = _quote(note, pinyin=pinyin, translation=translation)
        if quote:
            sections.append(quote)
        sections.append(_closed(note.body.rstrip()))
        sections.append(_foot(note, source=source, to_local=to_local))
    return "\n\n".join(sections) + "\n"


def _heading(note: Note) -> str:
    quote = note.quote
    about = quote.word or quote.source or quote.sentence[:40] or "Note"
    return escape(" ".join(about.split()))


def _quote(note: Note, *, pinyin: bool, translation: bool) -> str:
    quote = note.quote
    parts = [quote.sentence]
    if pinyin:
        parts.append(quote.pinyin)
    if translation:
        parts.append(quote.translation)
    return "\n>\n".join(_block(part) for part in parts if part.strip())


def _block(text: str) -> str:
    """One paragraph of a block quote; a line end in it stays a line end."""
    lines = [line for line in text.split("\n") if line.strip()]
    return "\n".join(
        f"> {escape(line)}" + ("\\" if number < len(lines) else "") for number, line in enumerate(lines, 1)
    )


def _foot(note: Note, *, source: bool, to_local: Callable[[datetime], datetime]) -> str:
    items = []
    if source and note.quote.source:
        items.append(f"Source: {escape(' '.join(note.quote.source.split()))}")
    written = to_local(note.created_at).date().isoformat()
    changed = to_local(note.changed_at).date().isoformat()
    items.append(f"Written: {written}" + (f", changed: {changed}" if changed != written else ""))
    if note.tags:
        items.append("Tags: " + ", ".join(escape(tag) for tag in note.tags))
    return "\n".join(f"- {item}" for item in items)


def _closed(body: str) -> str:
    """The reader's Markdown with an open code fence or comment closed, so that it ends with the note."""
    fence = ""
    for line in body.split("\n"):
        match = _FENCE.match(line)
        if match is None:
            continue
        marks, rest = match[1], match[2]
        if not fence and not (marks[0] == "`" and "`" in rest):
            fence = marks
        elif fence and marks[0] == fence[0] and len(marks) >= len(fence) and not rest.strip():
            fence = ""
    if fence:
        return f"{body}\n{fence}"
    if body.rfind("<!--") > body.rfind("-->"):
        return f"{body}\n-->"
    return body
