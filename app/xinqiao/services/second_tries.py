"""Goes with more care over sentences that a model answered at once and was not sure of."""

import itertools
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.characters import count_han
from xinqiao.domain.model_ports import wants_context
from xinqiao.domain.ports import TranslationCache
from xinqiao.domain.protected import without_protected
from xinqiao.domain.translations import Maker, Translation
from xinqiao.services.ask_engine import AskEngine, Look
from xinqiao.services.drafts import Draft

IMPROVE_BELOW = -0.8
"""Mean log-probability below which a sentence is translated again while idle; what that wins and costs
is in `docs/decisions/0045-second-tries.md`."""

IMPROVE_BY = 0.02
"""How much better the second answer has to score to take the place of the first."""

BELOW_WITH_CONTEXT, BY_WITH_CONTEXT = -0.6, 0.0
"""The same where the second look knows the sentence before; see `docs/decisions/0051-context.md`."""

FEWEST_WITH_CONTEXT, LONGEST_WITH_CONTEXT = 5, 100
"""Chinese characters of a sentence that is looked at with the one before it, and characters of both."""

_ENDED = re.compile('[。！？；：…~～.!?;:”」』）)"]$')

TOGETHER = 4
"""Sentences that are looked at together: more are faster, fewer are sooner out of the way."""


class SecondTries:
    """Translates again what came out unsure."""

    def __init__(
        self,
        draft: Callable[[str], Draft],
        engine: AskEngine,
        cache: TranslationCache | None,
        sticker_codes: Collection[str] = (),
    ) -> None:
        """Take the parts.

        Args:
            draft: a sentence with what is known of it.
            engine: asks.
            cache: where translations are kept.
            sticker_codes: known codes with their brackets.
        """
        self._codes = sticker_codes
        self._draft = draft
        self._engine = engine
        self._cache = cache

    def improve(
        self,
        items: Sequence[tuple[str, Translation]],
        look: Look,
        cancel: CancelToken,
        before: Mapping[str, str],
    ) -> Iterator[tuple[str, Translation]]:
        """(sentence, better translation), in the order of `items` but for the few run together.

        Args:
            items: sentences with their present translations; only those by another look of the
                same model are worth a second one.
            look: the careful one.
            cancel: stops it.
            before: the sentence before, for those that have one in their paragraph.

        Raises:
            Cancelled: `cancel` was set; what was finished is kept.
            ReaderError: the engine cannot be used.
        """
        key = look.model.key
        context = before if wants_context(look.translator) else {}
        english = {text: now.text for text, now in items}
        weights = f"/{look.model.sha256[:16]}"
        weak = {
            text: now
            for text, now in items
            if now.maker is Maker.MODEL
            and now.model != key
            and now.model.endswith(weights)
            and now.score is not None
            and now.score < (BELOW_WITH_CONTEXT if text in context else IMPROVE_BELOW)
        }
        texts = iter(weak)
        while group := list(itertools.islice(texts, TOGETHER)):
            cancel.raise_if_set()
            # Had its second look before, or edited by the reader meanwhile: that comes first.
            known = {} if self._cache is None else self._cache.get_many(group, key)
            drafts = [self._draft(text) for text in group if text not in known]
            for draft in drafts:
                draft.before = self._context(draft.text, context.get(draft.text, ""), english)
            for draft in self._engine.finish(drafts, look, cancel):
                now, again = weak[draft.text], draft.translation(key)
                better = _is_better(again, now, BY_WITH_CONTEXT if draft.before else IMPROVE_BY)
                if self._cache is not None:
                    self._cache.put_many([(draft.text, again if better else now)], key)
                if better:
                    english[draft.text] = again.text
                    yield draft.text, again

    def _context(self, text: str, before: str, english: Mapping[str, str]) -> tuple[str, str] | None:
        """The sentence before and its English, where a look back may help.

        Not for little sentences, which stand in many places with others before them: translations are
        kept by their text.
        """
        said = _closed(without_protected(before, self._codes), "。")
        written = _closed(without_protected(english.get(before, ""), self._codes), ".")
        if not said or not written or count_han(text) < FEWEST_WITH_CONTEXT:
            return None
        return (said, written) if len(said) + len(text) <= LONGEST_WITH_CONTEXT else None


def _closed(text: str, mark: str) -> str:
    """A sentence with a mark at its end, so that what is read on from there is a sentence of its own."""
    text = text.strip()
    return text if not text or _ENDED.search(text) else text + mark


def _is_better(again: Translation, now: Translation, by: float) -> bool:
    return (
        again.text != now.text
        and not (now.text[:1].isupper() and again.text[:1].islower())  # it runs on from the one before
        and (again.score or 0.0) >= (now.score or 0.0) + by
        and len(again.doubts) <= len(now.doubts)
    )
