"""What each service of the console asks of the cloud."""
