"""What a report says about a game: findings with the events that they rest on."""
