"""Prepared sentences by text and engine version: a second opening needs no engine."""

import json
from collections.abc import Sequence

from sqlalchemy import bindparam, delete, insert, select, text
from sqlalchemy.orm import Session

from xinqiao.domain.words import PreparedSentence, Span, Token, TokenKind
from xinqiao.storage.rows import PreparedVersionRow
from xinqiao.storage.sessions import Sessions

FORMAT = 1
"""Changes when the packing below does; rows packed otherwise are prepared anew."""

VERSIONS_KEPT = 3
"""Engine versions whose sentences are kept; sentences are quickly prepared again."""

_LETTERS = {TokenKind.WORD: "w", TokenKind.TEXT: "t", TokenKind.MARK: "m", TokenKind.PROTECTED: "p"}
_KINDS = {letter: kind for kind, letter in _LETTERS.items()}

# CROSS: otherwise SQLite walks through every sentence of the version.
_GET = text(
    "SELECT p.text, p.data FROM json_each(:texts) j"
    " CROSS JOIN prepared_versions v ON v.version = :version"
    " CROSS JOIN prepared p ON p.version_id = v.id AND p.text = j.value"
)
_PUT = text("INSERT OR REPLACE INTO prepared (version_id, text, data) VALUES (:version, :text, :data)")


class SqlPreparedCache:
    """The `PreparedCache` port over SQLite."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def get_many(self, texts: Sequence[str], version: str) -> dict[str, PreparedSentence]:
        """Those of `texts` that are cached for `version`."""
        with self._sessions.reading() as session:
            rows = session.execute(
                _GET, {"texts": json.dumps(list(texts), ensure_ascii=False), "version": version}
            ).all()
        found = {}
        for sentence, data in rows:
            prepared = unpack(sentence, data)
            if prepared is not None:
                found[sentence] = prepared
        return found

    def put_many(self, sentences: Sequence[PreparedSentence], version: str) -> None:
        """Keep prepared sentences for `version`."""
        if not sentences:
            return
        with self._sessions.writing() as session:
            number = _version_id(session, version)
            session.execute(
                _PUT,
                [
                    {"version": number, "text": sentence.text, "data": pack(sentence)}
                    for sentence in sentences
                ],
            )


def _version_id(session: Session, version: str) -> int:
    number = session.scalars(
        select(PreparedVersionRow.id).where(PreparedVersionRow.version == version)
    ).first()
    if number is not None:
        return number
    kept = session.scalars(
        select(PreparedVersionRow.id).order_by(PreparedVersionRow.id.desc()).limit(VERSIONS_KEPT - 1)
    ).all()
    session.execute(
        delete(PreparedVersionRow).where(
            PreparedVersionRow.id.not_in(bindparam("kept", list(kept), expanding=True))
        )
    )
    return session.scalars(
        insert(PreparedVersionRow).values(version=version).returning(PreparedVersionRow.id)
    ).one()


def pack(sentence: PreparedSentence) -> str:
    """A prepared sentence without its text, which is the key: the tokens rejoin to it.

    Returns:
        JSON of [format, length and kind of each token in turn, syllables of each token that has
        some by the token's number, start and end of each name].

    Raises:
        ValueError: the tokens do not rejoin to the text.
    """
    if "".join(token.text for token in sentence.tokens) != sentence.text:
        raise ValueError(f"tokens do not rejoin to their sentence: {sentence.text!r}")
    lengths = [len(token.text) for token in sentence.tokens]
    kinds = "".join(_LETTERS[token.kind] for token in sentence.tokens)
    syllables = [" ".join(token.syllables) for token in sentence.tokens]
    names = [[span.start, span.end] for span in sentence.names]
    return json.dumps([FORMAT, lengths, kinds, syllables, names], separators=(",", ":"))


def unpack(sentence: str, data: str) -> PreparedSentence | None:
    """What `pack` packed; None when it was packed in another format."""
    parts = json.loads(data)
    if parts[0] != FORMAT:
        return None
    _, lengths, kinds, syllables, names = parts
    tokens = []
    start = 0
    for length, letter, read in zip(lengths, kinds, syllables, strict=True):
        end = start + length
        tokens.append(Token(sentence[start:end], start, _KINDS[letter], tuple(read.split())))
        start = end
    return PreparedSentence(sentence, tuple(tokens), tuple(Span(*name) for name in names))
