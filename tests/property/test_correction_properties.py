"""Whatever is corrected, a sentence stays its own text with one syllable for each character."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xinqiao.domain.characters import count_han
from xinqiao.domain.corrections import CUTS, Correction, CorrectionKind, checked, cut_again
from xinqiao.domain.errors import ReaderError
from xinqiao.formats.corrections_tsv import parse_corrections, write_corrections
from xinqiao.startup import Toolbox

SIGNS = "我们在西湖边散步手机yY6，。𠮷兒儿Ａ 😂[]"
TEXT = st.text(SIGNS, max_size=14)


@st.composite
def cuts(draw: st.DrawFn) -> Correction:
    words = draw(st.lists(st.text(SIGNS[:16], min_size=1, max_size=3), min_size=1, max_size=3))
    kind = draw(st.sampled_from(sorted(CUTS)))
    return Correction(CorrectionKind(kind), "".join(words), tuple(words))


@given(st.lists(st.integers(1, 4), max_size=6), st.lists(cuts(), max_size=6), st.data())
def test_cuts_only_move_borders(lengths: list[int], ledger: list[Correction], data: st.DataObject) -> None:
    text = data.draw(st.text(SIGNS[:16], min_size=sum(lengths), max_size=sum(lengths)))
    after = cut_again(text, lengths, ledger)
    if after is not None:
        assert sum(after) == len(text)
        assert min(after) > 0
        assert cut_again(text, after, ledger[-1:]) in (None, after) or len(ledger) > 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(text=TEXT, ledger=st.lists(cuts(), max_size=4))
def test_a_corrected_sentence_rejoins_and_is_read_in_full(
    toolbox: Toolbox, text: str, ledger: list[Correction]
) -> None:
    prepared = toolbox.prepare.prepare(text)
    corrected = toolbox.prepare.correct(prepared, ledger)
    assert "".join(token.text for token in corrected.tokens) == text
    place = 0
    for token in corrected.tokens:
        assert token.start == place
        place = token.end
        assert not token.syllables or len(token.syllables) == count_han(token.text)


@given(
    st.lists(
        st.one_of(
            cuts(),
            st.builds(
                Correction,
                kind=st.just(CorrectionKind.MEANING),
                text=st.text(min_size=1, max_size=5).filter(lambda text: "\ufeff" not in text),
                value=st.text(min_size=1),
                sentence=st.text(),
                everywhere=st.just(True),
            ),
        )
    )
)
def test_a_ledger_comes_back_from_its_file(ledger: list[Correction]) -> None:
    sound = []
    for correction in ledger:
        try:
            sound.append(checked(correction))
        except ReaderError:
            continue
    assert parse_corrections(write_corrections(sound), "x") == (sound, [])
