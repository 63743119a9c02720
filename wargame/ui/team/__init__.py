"""A team's own screen: what it knows, what it may order, its sheet of orders, and its seal."""
