"""Xinqiao 心桥: read Chinese posts beside an offline translation."""

__version__ = "0.1.0"
