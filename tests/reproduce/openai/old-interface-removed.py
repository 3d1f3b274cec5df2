# needs: pip:openai
"""Use the interface that openai 1.0 removed."""

import sys
import traceback

import openai


def main() -> int:
    try:
        openai.ChatCompletion.create(model="m", messages=[])
    except Exception as error:
        traceback.print_exc()
        return 0 if "no longer supported in openai>=1.0.0" in str(error) else 1
    return 1


if __name__ == "__main__":
    sys.exit(main())
