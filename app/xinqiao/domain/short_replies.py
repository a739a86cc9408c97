"""English for the little words that make up many comments, which dictionaries gloss and engines guess at."""

import re

_REPLIES = {
    "OK": "好 好的 好滴 好哒 好嘞 好呀 好啊 好吧 行 行吧 行啊 行的 可 okk 中",
    "Yes": "是 是的 是啊 是呀 对 对的 对啊 对呀 嗯嗯 嗯呢 嗯 恩恩 恩",
    "No": "否 不 不是 不是的 不行 不要 非也",
    "Nope": "没有 没 木有 并没有 没有呢 没有啊",
    "Yes, I do": "有 有的 有啊",
    "Sure": "可以 可以的 可以啊 当然 当然可以 没问题",
    "Thank you": "谢谢 谢谢你 谢谢您 多谢 感谢 谢了 蟹蟹 谢谢啦",
    "You're welcome": "不客气 不用谢 不谢",
    "Sorry": "对不起 抱歉 不好意思 对不住",
    "It's fine": "没事 没事的 没关系 不要紧",
    "Hi": "嗨 你好 您好 哈喽 哈啰 嘿",
    "Hi everyone": "大家好 各位好",
    "Bye": "拜拜 再见 拜 88",
    "Good morning": "早 早安 早上好",
    "Good night": "晚安",
    "Good evening": "晚上好",
    "Wow": "哇 哇塞 哇哦 哇噻",
    "Ah": "啊 呀 哎呀 啊这",
    "Oh": "哦 喔 噢 哦哦",
    "Uh": "呃 额 呃呃",
    "Sigh": "唉 哎 唉唉",
    "Huh?": "啊？ 哈？ 嗯？ 咦",
    "Hmph": "哼",
    "Hey": "喂 哎哎 诶",
    "Really?": "真的吗 真的假的 是吗 真的嘛 真哒",
    "Really": "真的 真的是",
    "Indeed": "确实 的确 确实是 确实如此",
    "Exactly": "没错 就是 就是说 可不是 可不",
    "Go for it": "加油 加油加油 加油鸭",
    "Congratulations": "恭喜 恭喜恭喜 祝贺",
    "Happy birthday": "生日快乐",
    "Happy New Year": "新年快乐 过年好",
    "Happy Spring Festival": "春节快乐",
    "Beautiful": "好美 太美了 真美 美",
    "So cute": "好可爱 太可爱了 可爱 真可爱",
    "So good-looking": "好看 真好看 太好看了 好好看",
    "Delicious": "好吃 真好吃 太好吃了",
    "Awesome": "牛 太牛了 厉害 太厉害了 真厉害 好厉害 赞 棒 真棒 太棒了 好棒",
    "Great": "不错 真不错 挺好 挺好的 真好 太好了",
    "Interesting": "有意思 有趣",
    "Why?": "为什么 为啥 为何",
    "What?": "什么 啥",
    "How much?": "多少钱 多少",
    "Where?": "哪里 哪儿 在哪 在哪里 哪",
    "Who?": "谁",
    "When?": "什么时候 啥时候",
    "How come?": "怎么了 咋了 怎么会",
    "Got it": "懂了 明白 明白了 收到 知道了 了解 晓得",
    "I don't know": "不知道 不晓得",
    "I understand": "我懂 懂",
    "Same here": "我也是 俺也是 同感 +1",
    "Help": "救命 救命啊",
    "Impossible": "不可能",
    "Whatever": "随便 无所谓",
    "So funny": "笑死 笑死我了 好好笑 太好笑了 好笑",
    "Want it": "想要 好想要",
    "Want to eat it": "想吃 好想吃",
    "Love it": "爱了 爱了爱了 喜欢 好喜欢 太爱了",
}  # fmt: skip
_BY_WORD = {word: english for english, words in _REPLIES.items() for word in words.split()}
_LAUGHS = (
    (re.compile("[哈蛤]{2,}"), "ha"),
    (re.compile("[嘿]{2,}"), "he"),
    (re.compile("[嘻]{2,}"), "hee"),
    (re.compile("[呵]{2,}"), "heh"),
    (re.compile("[嘎]{2,}"), "ga"),
)
_CRIES = re.compile("[呜嗚]{2,}")
_DRAWN_OUT = re.compile("([啊哇哦噢嗯呀])\\1{2,}")
_LONG = {"啊": "A", "哇": "Wo", "哦": "O", "噢": "O", "嗯": "Mm", "呀": "Ya"}
_LONG_END = {"啊": "h", "哇": "w", "哦": "h", "噢": "h", "嗯": "", "呀": "y"}
_LONGEST_LAUGH = 6


def short_reply(text: str) -> str:
    """English for a whole comment that is one such word (simplified, without marks); empty for others."""
    if known := _BY_WORD.get(text):
        return known
    for laugh, syllable in _LAUGHS:
        if laugh.fullmatch(text):
            said = (
                "haha" if syllable == "ha" and len(text) == 2 else syllable * min(len(text), _LONGEST_LAUGH)
            )
            return said.capitalize()
    if _CRIES.fullmatch(text):
        return "Boohoo"
    if _DRAWN_OUT.fullmatch(text):
        return _LONG[text[0]] + _LONG[text[0]][-1].lower() * min(len(text) - 1, 4) + _LONG_END[text[0]]
    return ""
