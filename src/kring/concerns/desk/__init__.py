"""The pages of colleagues: every concern, one thread, and who may raise them."""
