"""PyTorch as it is where there is a GPU, as far as the guide's check asks."""


class cuda:  # noqa: N801 - the name of PyTorch
    """The part of it that knows of GPUs."""

    @staticmethod
    def is_available() -> bool:
        """There is one."""
        return True

    @staticmethod
    def get_device_name(_: int) -> str:
        """The name that an A10G gives itself."""
        return "NVIDIA A10G"
