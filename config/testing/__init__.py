"""What the tests need around them: servers, a running product, a browser."""
