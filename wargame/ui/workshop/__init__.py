"""What scenario authors and analysts look into."""
