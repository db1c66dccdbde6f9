"""The second screen: what a customer sees of the sale at the till."""
