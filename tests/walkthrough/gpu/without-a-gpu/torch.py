"""PyTorch as it is where there is no GPU, as far as the guide's check asks."""


class cuda:  # noqa: N801 - the name of PyTorch
    """The part of it that knows of GPUs."""

    @staticmethod
    def is_available() -> bool:
        """There is none."""
        return False

    @staticmethod
    def get_device_name(_: int) -> str:
        """What PyTorch raises when it finds no driver."""
        raise RuntimeError("Found no NVIDIA driver on your system.")
