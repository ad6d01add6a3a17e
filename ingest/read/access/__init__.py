"""The access-to-information portal: its counters, series and institutions."""
