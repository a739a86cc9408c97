from pathlib import Path

import pytest

from xinqiao.domain.clean_text import clean_text, without_surrogates
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.imports import ImportNotice, notices_for
from xinqiao.domain.posts import Origin, OriginKind
from xinqiao.formats.plain_text import SIZE_LIMIT, decode_file, parse_pasted, read_text_file
from xinqiao.formats.sample_posts import read_sample_posts

SAMPLES = Path(__file__).parents[2] / "seeds" / "sample_posts.json"
SIMPLIFIED = "我们周末去了西湖，下雨了，人不多。真的很好看！"
TRADITIONAL = "我們週末去了西湖，下雨了，人不多。真的很好看！"


@pytest.mark.parametrize(
    ("text", "title", "body", "tags"),
    [
        ("只有一行", "", "只有一行", ()),
        ("\n  周末去了西湖  \r\n\r\n第一段\r第二段\n\n", "周末去了西湖", "第一段\n第二段", ()),
        ("长" * 41 + "\n第二行", "", "长" * 41 + "\n第二行", ()),
        ("标题\n正文\n\n#旅行 #杭州", "标题", "正文", ("旅行", "杭州")),
        ("标题\n正文\n#旅行[话题]# #杭州[话题]#\n#旅行\n", "标题", "正文", ("旅行", "杭州")),
        ("标题\n正文 #旅行", "标题", "正文 #旅行", ()),
        ("正文\n#旅行", "", "正文", ("旅行",)),
        ("#旅行 #杭州", "", "#旅行 #杭州", ("旅行", "杭州")),
        ("甲\n  缩进\t的 [笑哭R]\n\n\n尾", "甲", "  缩进\t的 [笑哭R]\n\n\n尾", ()),
        ("标题\n\x07正\x00文\u200d👩\u200d🍳", "标题", "正文\u200d👩\u200d🍳", ()),
    ],
)
def test_pasted_text(text: str, title: str, body: str, tags: tuple[str, ...]) -> None:
    post = parse_pasted(text)
    assert (post.title, post.body, post.tags) == (title, body, tags)
    assert post.origin == Origin(OriginKind.PASTE)


@pytest.mark.parametrize("text", ["", "  \n\t\r\n", "\u3000", "\ufeff\n"])
def test_nothing_pasted(text: str) -> None:
    with pytest.raises(ReaderError, match=r"no text.*Copy the text"):
        parse_pasted(text)


def test_size_limit_is_named() -> None:
    assert parse_pasted("字" * SIZE_LIMIT).body == "字" * SIZE_LIMIT
    with pytest.raises(ReaderError, match=r"1,048,577 characters.*at most 1,048,576.*Split"):
        parse_pasted("字" * (SIZE_LIMIT + 1))


@pytest.mark.parametrize("text", ["\x89PNG\r\n\x1a\n" + "\0\x01\x02" * 500, "\ufffd\x03" * 300, "\0" * 2000])
def test_binary_paste(text: str) -> None:
    with pytest.raises(ReaderError, match="not text"):
        parse_pasted(text)


def test_surrogates() -> None:
    assert without_surrogates("a\ud83d\ude00b\ud83dc\ude00") == "a😀b\ufffdc\ufffd"
    post = parse_pasted("你好\ud83d\n世界")
    assert (post.title, post.body) == ("你好\ufffd", "世界")
    assert notices_for(post) == (ImportNotice.DAMAGED,)
    assert clean_text("a\x0bb\u2028c\x85d\re") == "a\nb\nc\nd\ne"


@pytest.mark.parametrize(
    ("text", "notices"),
    [
        (SIMPLIFIED, ()),
        (TRADITIONAL + SIMPLIFIED, ()),
        ("Just a plain English note.", (ImportNotice.NO_CHINESE,)),
        ("😂😂😂 123 ！？", (ImportNotice.ONLY_SYMBOLS,)),
        ("𠀀", ()),
    ],
)
def test_text_without_chinese_is_kept_with_a_notice(text: str, notices: tuple[ImportNotice, ...]) -> None:
    found = notices_for(parse_pasted(text))
    assert found == notices
    assert all(str(notice.sentence).endswith(".") for notice in found)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "utf-8-sig"),
        (SIMPLIFIED, "utf-16"),
        (SIMPLIFIED, "utf-32"),
        (SIMPLIFIED, "gbk"),
        (TRADITIONAL, "gb18030"),
        (SIMPLIFIED + "😀", "gb18030"),
        (TRADITIONAL, "big5"),
        ("Weekend at 西湖, it was raining a lot and we had 龙井 tea\n" * 3, "gbk"),
        ("plain English", "ascii"),
    ],
)
def test_encodings(text: str, encoding: str) -> None:
    assert decode_file(text.encode(encoding)) == text


@pytest.mark.parametrize(("encoding"), ["gb18030", "big5hkscs"])
def test_encodings_of_every_sample_post(encoding: str) -> None:
    for post in read_sample_posts(SAMPLES):
        data = post.body.encode(encoding, "ignore")
        assert decode_file(data) == data.decode(encoding), post.title


def test_a_text_cut_off_in_a_character_is_still_read() -> None:
    data = (SIMPLIFIED * 10).encode()[:-1]
    assert decode_file(data) == (SIMPLIFIED * 10)[:-1] + "\ufffd"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        bytes(range(1, 256)) * 8,
        b"\xff\xd8\xff\xe0\x10JFIF" + bytes(range(128, 255)) * 20,
    ],
)
def test_binary_files(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "picture.txt"
    file.write_bytes(data)
    with pytest.raises(ReaderError, match="not text"):
        read_text_file(file)


def test_files(tmp_path: Path) -> None:
    file = tmp_path / "西湖.txt"
    file.write_bytes("标题\r\n正文".encode("gb18030"))
    post = read_text_file(file)
    assert (post.title, post.body, post.origin) == ("标题", "正文", Origin(OriginKind.FILE, "西湖.txt"))
    for bad, message in (
        (tmp_path, "folder"),
        (tmp_path / "no.txt", "no file"),
        (file / "x", "cannot be read"),
    ):
        with pytest.raises(ReaderError, match=message):
            read_text_file(bad)
    file.write_bytes(b"a" * (3 * SIZE_LIMIT))
    with pytest.raises(ReaderError, match=r"西湖.txt is 3.0 MB"):
        read_text_file(file)
    file.write_bytes(b"")
    with pytest.raises(ReaderError, match="no text"):
        read_text_file(file)


def test_sample_posts() -> None:
    posts = read_sample_posts(SAMPLES)
    assert len(posts) == 24
    first = posts[0]
    assert (first.title, first.origin) == ("新来的，听说要先交猫税？", Origin(OriginKind.SAMPLE, "sample-01"))
    assert first.tags == ("猫税", "新人报到", "跨国交友")
    assert [depth for depth, _ in first.thread()] == [0, 1, 1, 0, 0, 1, 0]
    assert first.comments[0].replies[1].likes == 2650
    assert len({post.origin.reference for post in posts}) == 24


@pytest.mark.parametrize(
    "content", ["", "{}x", "[1]", '[{"id": "a"}]', '[{"id": 1, "title": "", "body": ""}]']
)
def test_damaged_sample_posts(tmp_path: Path, content: str) -> None:
    file = tmp_path / "samples.json"
    file.write_text(content)
    with pytest.raises(ReaderError, match="Install Xinqiao again"):
        read_sample_posts(file)
    with pytest.raises(ReaderError):
        read_sample_posts(tmp_path / "missing.json")
