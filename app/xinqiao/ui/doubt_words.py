"""Reasons for doubt in the reader's words."""

from PySide6.QtCore import QCoreApplication

from xinqiao.domain.translations import Doubt, DoubtReason, Translation


def _tr(text: str) -> str:
    return QCoreApplication.translate("Doubts", text)


def say(doubt: Doubt) -> str:
    """One reason as a sentence."""
    sentence = {
        DoubtReason.EMPTY: _tr("The model gave no answer."),
        DoubtReason.REPEATS: _tr("The translation repeats itself."),
        DoubtReason.LENGTH: _tr("The translation is much longer or shorter than the sentence."),
        DoubtReason.NUMBER: _tr("A number may have been lost: {detail}."),
        DoubtReason.NEGATION: _tr("A “not” may have been lost or added."),
        DoubtReason.CHINESE_LEFT: _tr("Some Chinese was left untranslated: {detail}."),
        DoubtReason.UNSURE: _tr("The model was not sure of this sentence."),
    }[doubt.reason]
    return sentence.format(detail=doubt.detail)


def explain(translation: Translation) -> str:
    """Every reason to distrust a translation, one a line."""
    return "\n".join(say(doubt) for doubt in translation.doubts)
