"""`xinqiao segment` and `xinqiao pinyin` give what the reader shows, the library's own words included."""

import re
import subprocess
import sys
from pathlib import Path

from tests.bench.accuracy import HELD_OUT, gold_sentences

from xinqiao import resources
from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.corrections import Correction, CorrectionKind
from xinqiao.domain.posts import Origin, OriginKind, Post
from xinqiao.domain.words import PreparedSentence, SlangEntry
from xinqiao.formats.sample_posts import read_sample_posts
from xinqiao.places import Places
from xinqiao.services.workbench import Workbench
from xinqiao.startup import Toolbox, open_workbench
from xinqiao.storage.database import open_library

CORRECTIONS = (
    Correction(CorrectionKind.MERGE, "第三次", ("第三次",), everywhere=True),
    Correction(CorrectionKind.MERGE, "aa制吃饭", ("aa制吃饭",), everywhere=True),
    Correction(CorrectionKind.SPLIT, "味道", ("味", "道"), everywhere=True),
    Correction(CorrectionKind.SPLIT, "房东", ("房", "东"), everywhere=True),
    Correction(CorrectionKind.PINYIN, "老板", value="lao3 ban1", everywhere=True),
    Correction(CorrectionKind.CHOOSE, "研究生命", ("研究", "生命"), "生命", everywhere=True),
)


def shown(bench: Workbench, post: Post) -> list[PreparedSentence]:
    """The sentences of a post as the reader page has them."""
    opened = bench.read_post.open(bench.posts.add(post))
    sentences = [aligned.prepared for aligned in opened.sentences]
    for batch in bench.read_post.prepare(opened, CancelToken()):
        for number, prepared in batch:
            sentences[number] = prepared
    return sentences


def lines_of(post: Post) -> list[str]:
    """Its text line by line."""
    texts = [post.title, post.body, *(comment.text for _, comment in post.thread())]
    return [line for text in texts for line in text.split("\n") if line.strip()]


def printed(command: str, lines: list[str], data: Path) -> list[str]:
    """What the line tool prints for each line."""
    done = subprocess.run(
        [sys.executable, "-m", "xinqiao", "--data-dir", str(data), command],
        input="\n".join(lines),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.split("\n")[:-1]


def test_what_is_shown_is_what_is_printed(shared_engines: Toolbox, data_dir: Path) -> None:
    places = Places.find(data_dir)
    places.make()
    with open_library(places.library) as library:
        library.corrections.add_many(CORRECTIONS)
    bench = open_workbench(places)
    bench.edit_slang.keep(SlangEntry("天气好耶", "what weather"))
    bench.edit_slang.keep(SlangEntry("小笼包皮", "not a word at all", pinyin="xiao3 long2 bao1 pi2"))
    bench.edit_slang.remove(["已读不回"])
    bench.edit_slang.apply()
    bench.correct_words.renew_words()
    posts = [*read_sample_posts(resources.sample_posts())]
    for sentence in gold_sentences() + gold_sentences(HELD_OUT):
        posts.append(Post("", sentence.text, Origin(OriginKind.PASTE)))
    extra = "天气好耶，第三次ＡＡ制吃饭，老板味道好，他研究生命。\n他已读不回，小笼包皮薄。"
    posts.append(Post("", extra, Origin(OriginKind.PASTE)))
    expected = [shown(bench, post) for post in posts]
    bench.close()

    lines = [line for post in posts for line in lines_of(post)]
    owner = [number for number, post in enumerate(posts) for _ in lines_of(post)]
    segments, readings = printed("segment", lines, data_dir), printed("pinyin", lines, data_dir)
    assert len(segments) == len(readings) == len(lines)
    for number, sentences in enumerate(expected):
        mine = [place for place, post in enumerate(owner) if post == number]
        tokens = [t.text for s in sentences for t in s.tokens if not t.text.isspace()]
        printed_words = [word for place in mine for word in segments[place].split()]
        assert printed_words == " ".join(tokens).split(), lines[mine[0]]
        syllables = [s for sentence in sentences for token in sentence.tokens for s in token.syllables]
        pieces = re.findall(r"[a-zü:]+[1-5]", " ".join(readings[place] for place in mine))
        found = [piece for piece in pieces if piece in set(syllables)]
        assert found == syllables, lines[mine[0]]
    assert segments[-2].split()[:4] == ["天气好耶", "，", "第三次", "ＡＡ制吃饭"]
    assert "已读不回" not in segments[-1].split()
    assert "lao3 ban1" in readings[-2]
