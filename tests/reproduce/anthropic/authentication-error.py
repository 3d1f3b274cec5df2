# needs: pip:anthropic
"""Send a request without any key, which the SDK refuses before it connects."""

import os
import sys
import traceback

import anthropic


def main() -> int:
    for name in ("ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN"):
        os.environ.pop(name, None)
    try:
        anthropic.Anthropic().messages.create(model="m", max_tokens=1, messages=[])
    except (TypeError, anthropic.AnthropicError) as error:
        traceback.print_exc()
        return 0 if "Could not resolve authentication method" in str(error) else 1
    return 1


if __name__ == "__main__":
    sys.exit(main())
