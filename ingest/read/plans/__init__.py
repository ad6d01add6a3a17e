"""Plans and programmes: told in prose, or set out in forms with commitments, milestones and periods."""
