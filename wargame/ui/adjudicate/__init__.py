"""Control's screen between the lock and the outcome: the moves of a turn, one by one."""
