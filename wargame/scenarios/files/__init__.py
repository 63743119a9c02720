"""What each kind of scenario file may hold, as pydantic models; the JSON Schemas come from them."""
