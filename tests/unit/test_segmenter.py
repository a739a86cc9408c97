from pathlib import Path

import pytest

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.slang import SlangIndex
from xinqiao.engines.jieba_segmenter import JiebaSegmenter
from xinqiao.engines.opencc_script import OpenCCScript
from xinqiao.formats.slang_tsv import read_slang

ROOT = Path(__file__).resolve().parents[2]
WORDS = ROOT / "resources" / "lexicon" / "built" / "gloss_dict.txt"


def make(cache: Path, extra: tuple[str, ...] = ()) -> JiebaSegmenter:
    slang = SlangIndex(read_slang(ROOT / "seeds" / "slang.tsv")[0])
    return JiebaSegmenter(WORDS, cache, slang.terms(), extra, OpenCCScript())


@pytest.fixture(scope="module")
def segmenter(tmp_path_factory: pytest.TempPathFactory) -> JiebaSegmenter:
    return make(tmp_path_factory.mktemp("cache"))


@pytest.mark.parametrize(
    "cut",
    [
        "周末 去 了 一 趟 杭州 西湖",
        "家人们谁懂啊 ， 地铁 上 被 踩 了 一 脚",
        "yyds ！ 这 家 豆腐脑 真的会谢",
        "今天 666 太 强 了 ， 16668 不是",
        "U1S1 ， 他 是 i人",
        "P图 的 90后 在 B站",
        "房租 13,460 元 ， 人均 47 ， 气温 43.2℃",
        "N+1 赔偿 ， +1 ， 三Q",
        "我 用 iPhone15 拍 了 5kg 大米",
        "他 闭 着 眼 听 歌",
        "他 着眼 于 未来",
        "三 个 人 等 了 二十 分钟",
        "七十九 岁 ， 二十一 次 ， 五百 度 近视",
        "二〇二五 年 四十多 个",
        "千万 不要 ， 万一 呢 ， 十分 好吃",
        "一 家 奶茶 店 ， 一家人",
        "看 得 到 海",
        "他 说 的 话 很 对 ， 有空 的话 就 来",
        "打 了 十 分钟",
        "台灣 老街 的 紅豆 餅 很 好吃",
    ],
)
def test_cuts_a_reader_would_make(segmenter: JiebaSegmenter, cut: str) -> None:
    # blanks in the notation are cuts; inside 13,460 and the like there are none
    text = cut.replace(" ", "")
    assert " ".join(segmenter.segment(text)) == cut


def test_both_scripts_are_cut_alike(segmenter: JiebaSegmenter) -> None:
    simplified = "他个子长得真快，我们都觉得这件事很麻烦"
    traditional = "他個子長得真快，我們都覺得這件事很麻煩"
    assert list(map(len, segmenter.segment(simplified))) == list(map(len, segmenter.segment(traditional)))


def test_full_width_codes_are_words(segmenter: JiebaSegmenter) -> None:
    assert "ｙｙｄｓ" in segmenter.segment("真的ｙｙｄｓ啊")
    assert segmenter.segment("３，４") == ["３", "，", "４"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "😀", "\ud800", "𰻝𰻝面", "a\u0301", "㐀㐁", "。。。"])
def test_odd_text_rejoins(segmenter: JiebaSegmenter, text: str) -> None:
    assert "".join(segmenter.segment(text)) == text


def test_names_are_outlined(segmenter: JiebaSegmenter) -> None:
    text = "昨天和闻婧姝一起吃饭"
    assert "闻婧姝" in [span.of(text) for span in segmenter.names(text)]
    assert segmenter.names("我了的吗") == []


def test_the_readers_words_win(tmp_path: Path, segmenter: JiebaSegmenter) -> None:
    own = make(tmp_path, ("奶茶侠", "很是"))
    assert own.segment("他是奶茶侠，很是开心") == ["他", "是", "奶茶侠", "，", "很是", "开心"]
    assert "奶茶侠" not in segmenter.segment("他是奶茶侠")
    assert own.version != segmenter.version


def test_the_cache_is_kept_where_told(tmp_path: Path) -> None:
    cache = tmp_path / "new" / "cache"
    make(cache).load()
    kept = sorted(path.name for path in cache.iterdir())
    assert len(kept) == 1
    before = (cache / kept[0]).stat().st_mtime_ns
    make(cache).load()
    assert (cache / kept[0]).stat().st_mtime_ns == before
    (cache / kept[0]).write_bytes(b"damaged")
    assert make(cache).segment("西湖很美")[0] == "西湖"


def test_a_cache_that_cannot_be_made_does_no_harm(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert make(blocked / "cache").segment("西湖很美") == ["西湖", "很", "美"]
    assert capfd.readouterr().err == ""


def test_a_missing_word_list_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="word list is missing or damaged"):
        JiebaSegmenter(tmp_path / "none.txt", tmp_path).segment("好")
    for content in (b"", b"one word too many\n", "好 x\n".encode(), b"\xff\xfe 3\n"):
        (tmp_path / "bad.txt").write_bytes(content)
        with pytest.raises(ReaderError, match="word list is missing or damaged"):
            JiebaSegmenter(tmp_path / "bad.txt", tmp_path).segment("好")
