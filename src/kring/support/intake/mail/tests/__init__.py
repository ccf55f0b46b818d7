"""Tests of reading mail: invented messages, built here byte by byte, and real ones when they are at hand."""
