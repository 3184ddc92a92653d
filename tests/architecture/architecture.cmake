# Guards of the house.
