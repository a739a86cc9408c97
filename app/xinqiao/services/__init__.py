"""One module for each thing a reader does; free of Qt, speaking only to the domain and its ports."""
