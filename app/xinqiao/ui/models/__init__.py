"""The Models page: translation models, the glossary, a server."""
