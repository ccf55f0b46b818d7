"""How one's work goes, once a week: said by a colleague, read by the head of service and by oneself."""
