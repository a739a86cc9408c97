"""Implementations of the ports over outside libraries: jieba, CTranslate2, Argos, g2pM, OpenCC."""
