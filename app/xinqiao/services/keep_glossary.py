"""The reader's glossary: terms that are always translated in one way."""

import csv
import io
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.glossary import MAX_TERMS, checked_term
from xinqiao.domain.messages import Message, counted, in_turn, message
from xinqiao.domain.model_ports import KeptTranslations
from xinqiao.domain.ports import GlossaryStore, ScriptConverter
from xinqiao.domain.undo import Undo
from xinqiao.services.text_file import read_list_file

_HEADER = ("term", "english")
_HEADERS = ({"term", "chinese", "中文", "zh"}, {"english", "translation", "英文", "en"})


@dataclass(frozen=True, slots=True)
class GlossaryProblem:
    """A line of a file that was left out; lines are counted from 1."""

    line: int
    reason: Message


@dataclass(frozen=True, slots=True)
class GlossaryImport:
    """What came of a file.

    Attributes:
        kept: number of terms that were added or changed.
        undo: takes the whole import back.
    """

    kept: int
    problems: tuple[GlossaryProblem, ...]
    undo: Undo


class KeepGlossary:
    """Keeps terms, and forgets what was translated without them."""

    def __init__(
        self,
        store: GlossaryStore,
        translations: KeptTranslations,
        converter: ScriptConverter,
        save: Callable[[Path, str], None],
    ) -> None:
        """Take the parts.

        Args:
            store: where terms are kept, in simplified characters.
            translations: what has to be translated again when a term changes.
            converter: brings terms to simplified characters, and back for sentences in traditional ones.
            save: writes a text to a file in one step.
        """
        self._store = store
        self._translations = translations
        self._converter = converter
        self._save = save
        self._lock = threading.Lock()
        self._terms: Mapping[str, str] | None = None

    def terms(self) -> Mapping[str, str]:
        """Every term with its English; asked for each sentence, so it is remembered."""
        with self._lock:
            if self._terms is None:
                self._terms = self._store.all()
            return self._terms

    def keep(self, term: str, english: str, instead_of: str = "") -> Undo:
        """Always translate `term` as `english` from now on.

        Args:
            term: in either script.
            english: what it is to be.
            instead_of: the term that this one takes the place of; empty for a new one.

        Raises:
            ReaderError: one of them is empty or too long, or there are too many terms.
        """
        term, english = self._checked(term, english)
        changes: dict[str, str | None] = {term: english}
        if instead_of and instead_of != term:
            changes[instead_of] = None
        return self._change(changes, message("Translate {term} as “{english}”", term=term, english=english))

    def remove(self, term: str) -> Undo:
        """Leave a term to the model again."""
        return self._change({term: None}, message("Remove {term} from the glossary", term=term))

    def bring_in(self, text: str) -> GlossaryImport:
        """Keep the terms of a table: two columns parted by tabs or commas, a header or none.

        Good lines are kept although others are not.

        Raises:
            ReaderError: there is nothing of use in it, or the library cannot be written.
        """
        lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        head = next((line for line in lines.split("\n") if line.strip()), "")
        reader = csv.reader(io.StringIO(lines), delimiter="\t" if "\t" in head else ",")
        changes: dict[str, str | None] = {}
        first_line: dict[str, int] = {}
        problems: list[GlossaryProblem] = []
        try:
            for row in reader:
                cells = [cell.strip() for cell in row]
                if not any(cells) or (reader.line_num == 1 and _is_header(cells)):
                    continue
                try:
                    term, english = self._read(cells)
                except ReaderError as error:
                    problems.append(GlossaryProblem(reader.line_num, error.problem))
                    continue
                if term in first_line:
                    said = message("{term} is already on line {line}.", term=term, line=first_line[term])
                    problems.append(GlossaryProblem(reader.line_num, said))
                    continue
                first_line[term] = reader.line_num
                changes[term] = english
        except csv.Error:
            problems.append(GlossaryProblem(reader.line_num, message("This is no line of a table.")))
        if not changes:
            none = message("No glossary term was found.")
            if problems:
                line, reason = problems[0].line, problems[0].reason
                none = in_turn(none, message("Line {line}: {reason}", line=line, reason=reason))
            raise ReaderError(
                none,
                message("Put a term and its English on each line, parted by a tab or a comma."),
            )
        what = counted("Bring in {count} glossary term", "Bring in {count} glossary terms", len(changes))
        undo = self._change(changes, what)
        return GlossaryImport(len(changes), tuple(problems), undo)

    def bring_in_file(self, path: Path) -> GlossaryImport:
        """As `bring_in`, from a file in UTF-8.

        Raises:
            ReaderError: the file cannot be read, or as `bring_in`.
        """
        return self.bring_in(read_list_file(path))

    def take_out(self, path: Path) -> int:
        """Write every term to a file, as CSV or, where its name ends so, as TSV; how many.

        Raises:
            ReaderError: it cannot be written.
        """
        out = io.StringIO(newline="")
        tabs = path.suffix.lower() in (".tsv", ".tab", ".txt")
        writer = csv.writer(out, delimiter="\t" if tabs else ",", lineterminator="\r\n")
        writer.writerow(_HEADER)
        terms = self.terms()
        writer.writerows(terms.items())
        self._save(path, out.getvalue())
        return len(terms)

    def _read(self, cells: list[str]) -> tuple[str, str]:
        if len(cells) < 2 or any(cells[2:]):
            raise ReaderError(message("This line has {count} columns instead of 2.", count=len(cells)))
        return self._checked(cells[0], cells[1])

    def _checked(self, term: str, english: str) -> tuple[str, str]:
        term, english = checked_term(term, english)
        return self._converter.to_simplified(term), english

    def _change(self, changes: Mapping[str, str | None], description: Message) -> Undo:
        before = self.terms()
        if sum(english is not None for english in {**before, **changes}.values()) > MAX_TERMS:
            raise ReaderError(
                message("A glossary has at most {limit} terms.", limit=MAX_TERMS),
                message("Remove some that you do not need."),
            )
        back = {term: before.get(term) for term in changes}
        self._put(changes)
        return Undo(description, lambda: self._put(back))

    def _put(self, changes: Mapping[str, str | None]) -> None:
        self._store.change(changes)
        with self._lock:
            self._terms = None
        pieces = [form for term in changes for form in (term, self._converter.to_traditional(term))]
        self._translations.forget_containing(list(dict.fromkeys(pieces)))


def _is_header(cells: list[str]) -> bool:
    return len(cells) >= 2 and all(
        cell.casefold() in names for cell, names in zip(cells, _HEADERS, strict=False)
    )
