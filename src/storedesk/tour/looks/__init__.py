"""Check what the window has drawn: nothing cut, on top of something else, too small or outside."""
