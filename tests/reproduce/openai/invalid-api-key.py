# needs: pip:openai
"""Make a client without any key."""

import os
import sys
import traceback

import openai


def main() -> int:
    for name in [n for n in os.environ if n.startswith("OPENAI_")]:
        del os.environ[name]
    try:
        openai.OpenAI()
    except openai.OpenAIError as error:
        traceback.print_exc()
        return 0 if "OPENAI_API_KEY" in str(error) else 1
    return 1


if __name__ == "__main__":
    sys.exit(main())
