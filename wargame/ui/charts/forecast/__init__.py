"""What may follow, on the screens: the fan with its risks, what-ifs, rankings and drivers."""
