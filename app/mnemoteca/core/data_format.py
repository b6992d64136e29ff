"""The newest format of the tables that this program knows: what a client tells a service that may be older."""

DATA_FORMAT = 7  # the number of the last file in store/migrations
