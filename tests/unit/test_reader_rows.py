from xinqiao.domain.posts import Comment, Origin, OriginKind, Part, Post, Sentence
from xinqiao.domain.translations import AlignedSentence, Maker, Translation
from xinqiao.domain.words import PreparedSentence, Token, TokenKind, WordStatus
from xinqiao.ui.reading.find_bar import rows_with
from xinqiao.ui.reading.reader_rows import ReaderDocument, RowKind, build_rows
from xinqiao.ui.reading.selection import Selection

POST = Post(
    title="早市",
    body="真香。好吃。\n再来",
    origin=Origin(OriginKind.PASTE),
    author="小满",
    location="山东",
    likes=2318,
    tags=("早市", "烟火气"),
    comments=(
        Comment("阿May", "想去", likes=12, replies=(Comment("小满", "来啊"),)),
        Comment("老王", "多少钱"),
    ),
)


def aligned(text: str, part: Part, comment: int | None = None, paragraph: int = 0) -> AlignedSentence:
    token = Token(text, 0, TokenKind.WORD, ("a1",) * len(text))
    return AlignedSentence(
        Sentence(text, part, comment, paragraph),
        PreparedSentence(text, (token,)),
        Translation(f"[{text}]", Maker.MODEL),
    )


def document() -> ReaderDocument:
    sentences = [
        aligned("早市", Part.TITLE),
        aligned("真香。", Part.BODY),
        aligned("好吃。", Part.BODY),
        aligned("再来", Part.BODY, paragraph=1),
        aligned("想去", Part.COMMENT, 0),
        aligned("来啊", Part.COMMENT, 1),
        aligned("多少钱", Part.COMMENT, 2),
    ]
    return build_rows(POST, sentences, comments_label="评论 3", author_label="author")


def test_rows_follow_the_post() -> None:
    rows = document().rows
    assert [row.kind.value for row in rows] == [
        *("title", "meta", "tags", "sentence", "sentence", "sentence", "divider"),
        *("byline", "sentence", "byline", "sentence", "byline", "sentence"),
    ]
    assert rows[1].text == "小满    山东    ♡ 2,318"
    assert rows[2].text == "#早市   #烟火气"
    assert [row.depth for row in rows if row.kind is RowKind.BYLINE] == [0, 1, 0]
    assert rows[9].text == "小满 · author"
    assert [row.opens_paragraph for row in rows[3:6]] == [True, False, True]


def test_a_post_without_comments_and_title_still_has_its_head() -> None:
    post = Post("", "", Origin(OriginKind.PASTE), author="甲")
    rows = build_rows(post, [], comments_label="", author_label="").rows
    assert [row.text for row in rows] == ["甲"]


def test_selection_reads_the_post_as_written() -> None:
    shown, selection = document(), Selection()
    assert selection.text(shown) == ""
    selection.set((12, 0), (3, 0))
    assert selection.text(shown) == "真香。好吃。\n再来\n想去\n来啊\n多少钱"
    selection.set((3, 0), (4, 0))
    assert selection.text(shown, english=True) == "真香。\n[真香。]\n好吃。\n[好吃。]"


def test_find_looks_in_both_languages() -> None:
    shown = document()
    assert rows_with(shown, "好吃") == [4]
    assert rows_with(shown, "[想去") == [8]
    assert rows_with(shown, "  ") == []
    assert rows_with(shown, "没有") == []


def test_known_share_counts_distinct_headwords() -> None:
    shown = document()
    assert shown.known_share() == 0
    shown.statuses = {"早市": WordStatus.KNOWN, "想去": WordStatus.IGNORED, "来啊": WordStatus.LEARNING}
    assert shown.known_share() == 2 / 7
    shown.headwords = {"真香。": "早市"}
    assert shown.known_share() == 2 / 6
