"""The facilitator's console: seats, what happens, the escalation meter, and the next step."""
