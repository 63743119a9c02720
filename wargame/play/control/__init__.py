"""The desks of control beside the rulings: injects, questions, observers."""
