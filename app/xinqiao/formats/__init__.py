"""Readers and writers of foreign formats: plain text, JSON, CSV, Markdown."""
