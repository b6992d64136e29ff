"""How the window looks: tokens, and what is made of them (palette, style sheet, fonts, icons)."""
