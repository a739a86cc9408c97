"""Qt: the only place with widgets."""
