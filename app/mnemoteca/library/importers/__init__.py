"""The formats that can be brought in: one module each, on the interface of `frame`, listed in `detect`."""
