"""What Mnemoteca does: the bodies of the door."""
