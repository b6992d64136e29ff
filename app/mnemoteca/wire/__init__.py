"""How a client and the service speak: messages and codec, the address, the peer check, the blocking client."""
