"""The equations of MODEL.md, one file a system, written once for one world or many."""
