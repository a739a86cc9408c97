"""One word under the finger: the gloss card, corrections, slang, strokes, the look-up box."""
