"""Reasons for doubt in the reader's words."""

from PySide6.QtCore import QCoreApplication

from xinqiao.domain.translations import Doubt, DoubtReason, Translation


def say(doubt: Doubt) -> str:
    """One reason as a sentence."""
    translate = QCoreApplication.translate
    sentence = {
        DoubtReason.EMPTY: translate("Doubts", "The model gave no answer."),
        DoubtReason.REPEATS: translate("Doubts", "The translation repeats itself."),
        DoubtReason.LENGTH: translate(
            "Doubts", "The translation is much longer or shorter than the sentence."
        ),
        DoubtReason.NUMBER: translate("Doubts", "A number may have been lost: {detail}."),
        DoubtReason.NEGATION: translate("Doubts", "A “not” may have been lost or added."),
        DoubtReason.CHINESE_LEFT: translate("Doubts", "Some Chinese was left untranslated: {detail}."),
        DoubtReason.UNSURE: translate("Doubts", "The model was not sure of this sentence."),
        DoubtReason.GLOSSARY: translate("Doubts", "Your glossary says “{detail}”, which is not in it."),
    }[doubt.reason]
    return sentence.format(detail=doubt.detail)


def explain(translation: Translation) -> str:
    """Every reason to distrust a translation, one a line."""
    return "\n".join(say(doubt) for doubt in translation.doubts)
