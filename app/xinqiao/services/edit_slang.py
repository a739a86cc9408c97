"""The reader's slang: entries of their own, changes to shipped ones, lists from and for others."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from xinqiao.domain.characters import narrow
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import Message, counted, message
from xinqiao.domain.ports import SlangStore, TranslationCache
from xinqiao.domain.slang import SlangState
from xinqiao.domain.undo import Undo
from xinqiao.domain.words import SlangEntry
from xinqiao.services.written_forms import WrittenForms

ReadSlang = Callable[[Path], tuple[list[SlangEntry], list[tuple[int, Message]]]]
"""A file → its entries and (line, reason) of each line that is none."""

LONGEST_TERM = 24  # characters; a longer term is a sentence


@dataclass(frozen=True, slots=True)
class ImportedSlang:
    """What came of an import.

    Attributes:
        problems: (line, reason) of each line that was left out.
        same: entries that are in the library as they are in the file.
        undo: None when nothing changed.
    """

    kept: int
    same: int
    problems: tuple[tuple[int, Message], ...]
    undo: Undo | None


class EditSlang:
    """Changes the library's slang; `apply` then makes the engines follow."""

    def __init__(
        self,
        store: SlangStore,
        translations: TranslationCache,
        renew: Callable[[], None],
        forms: WrittenForms,
        read: ReadSlang,
        write: Callable[[Sequence[SlangEntry]], str],
        save: Callable[[Path, str], None],
    ) -> None:
        """Take the parts.

        Args:
            renew: makes the engines use the library's slang as it is now.
            forms: how a term may stand in posts.
            read: reads a file of entries.
            write: entries as the text of such a file.
            save: puts a text into a file in one step.
        """
        self._store = store
        self._translations = translations
        self._renew = renew
        self._forms = forms
        self._read, self._write, self._save = read, write, save
        self._changed: set[str] = set()  # spellings since the engines were renewed

    def all(self) -> list[SlangEntry]:
        """Every entry, the reader's own first."""
        return self._store.all()

    def own_terms(self) -> set[str]:
        """Terms of the entries that the reader added or changed."""
        return self._store.own_terms()

    def keep(self, entry: SlangEntry, instead_of: str = "") -> Undo:
        """Add an entry, or change one.

        Args:
            instead_of: the term it had before; that entry goes when the term is another now.

        Raises:
            ReaderError: it has no term or no meaning.
        """
        entry = checked_entry(entry)
        terms = [entry.term, instead_of] if instead_of else [entry.term]
        before = self._store.snapshot(terms)
        self._note(self._spellings(terms), _spellings(entry))
        self._store.keep(entry)
        if instead_of and instead_of.casefold() != entry.term.casefold():
            self._store.remove(instead_of)
        return self._undo(message("Slang entry {term}", term=entry.term), before, _spellings(entry))

    def remove(self, terms: Sequence[str]) -> Undo:
        """Take entries out."""
        before = self._store.snapshot(terms)
        spellings = self._spellings(terms)
        self._note(spellings)
        for term in terms:
            self._store.remove(term)
        what = counted("Remove slang entry", "Remove {count} slang entries", len(terms))
        if len(terms) == 1:
            what = message("Remove {term}", term=terms[0])
        return self._undo(what, before, spellings)

    def import_file(self, path: Path) -> ImportedSlang:
        """Take entries in from a file; bad lines are named, good ones kept.

        Raises:
            ReaderError: the file cannot be read or has no usable header.
        """
        entries, problems = self._read(path)
        there = {entry.term.casefold(): entry for entry in self._store.all()}
        fresh: list[SlangEntry] = []
        same = 0
        for entry in entries:
            if len(entry.term) > LONGEST_TERM:
                start = entry.term[:LONGEST_TERM]
                limit = LONGEST_TERM
                why = message("{start}… is longer than {limit} characters", start=start, limit=limit)
                problems.append((0, why))
            elif there.get(entry.term.casefold()) == entry:
                same += 1
            else:
                fresh.append(entry)
        if not fresh:
            return ImportedSlang(0, same, tuple(problems), None)
        before = self._store.snapshot([entry.term for entry in fresh])
        spellings = [spelling for entry in fresh for spelling in _spellings(entry)]
        self._note(self._spellings(entry.term for entry in fresh), spellings)
        self._store.keep_many(fresh)
        what = counted("Import {count} slang entry", "Import {count} slang entries", len(fresh))
        undo = self._undo(what, before, spellings)
        return ImportedSlang(len(fresh), same, tuple(problems), undo)

    def export(self, path: Path, *, own_only: bool = False) -> int:
        """Write entries to a file that `import_file` reads; how many.

        Raises:
            ReaderError: it cannot be written.
        """
        own = self._store.own_terms()
        entries = [entry for entry in self._store.all() if not own_only or entry.term in own]
        self._save(path, self._write(entries))
        return len(entries)

    def apply(self) -> bool:
        """Make segmenter, look-up and translation follow; on a worker. Whether anything changed."""
        changed, self._changed = self._changed, set()
        if not changed:
            return False
        self._renew()
        self._translations.forget_with(self._forms(sorted(changed)))
        return True

    def _spellings(self, terms: Iterable[str]) -> list[str]:
        wanted = {term.casefold() for term in terms}
        return [
            s for entry in self._store.all() if entry.term.casefold() in wanted for s in _spellings(entry)
        ]

    def _note(self, *spellings: Iterable[str]) -> None:
        for several in spellings:
            self._changed.update(several)

    def _undo(self, what: Message, before: Sequence[SlangState], spellings: Iterable[str]) -> Undo:
        changed = tuple(spellings)

        def take_back() -> None:
            self._note(changed)
            self._store.put_back(before)

        return Undo(what, take_back)


def checked_entry(entry: SlangEntry) -> SlangEntry:
    """The entry with its blanks trimmed.

    Raises:
        ReaderError: it has no term, no meaning, or its term is a sentence.
    """
    term = " ".join(entry.term.split())
    if not term:
        raise ReaderError(
            message("A slang entry needs a term."), message("Write the word or code it explains.")
        )
    if len(term) > LONGEST_TERM:
        raise ReaderError(
            message("A term has at most {limit} characters.", limit=LONGEST_TERM),
            message("Write the shortest form of it."),
        )
    if not entry.meaning.strip():
        raise ReaderError(
            message("{term} has no meaning yet.", term=term), message("Write what it means, in a few words.")
        )
    variants = tuple(dict.fromkeys(v for variant in entry.variants if (v := variant.strip()) and v != term))
    return replace(
        entry,
        term=term,
        meaning=" ".join(entry.meaning.split()),
        variants=variants,
        pinyin=" ".join(entry.pinyin.split()),
        register=entry.register.strip(),
        note=entry.note.strip(),
        literal=entry.literal.strip(),
    )


def _spellings(entry: SlangEntry) -> list[str]:
    return [narrow(entry.term), *(narrow(variant) for variant in entry.variants)]
