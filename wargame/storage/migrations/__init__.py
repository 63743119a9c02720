"""The steps from each schema version to the next; they import no live code and never change."""
