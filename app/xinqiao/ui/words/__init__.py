"""The Words page: the reader's vocabulary."""
