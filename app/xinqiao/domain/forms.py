"""Forms of words that no dictionary lists, and the word that explains them."""

_LAUGH = 3  # a sound written at least so often is drawn out


def listed_form(word: str) -> str:
    """What to look up for `word` when it has no entry of its own; empty when it has no such form.

    干干净净 → 干净, 哈哈哈哈 → 哈哈, 啊啊 → 啊.
    """
    if len(word) == 4 and word[0] == word[1] != word[2] == word[3]:
        return word[0] + word[2]
    if len(word) > 1 and not word.strip(word[0]):
        return word[0] * 2 if len(word) >= _LAUGH else word[0]
    return ""
