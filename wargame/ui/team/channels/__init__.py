"""The channels of a team's screen: conversations, proposals, advance warnings."""
