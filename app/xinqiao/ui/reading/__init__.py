"""The Read page: the library beside the reader, and what is done with a post."""
