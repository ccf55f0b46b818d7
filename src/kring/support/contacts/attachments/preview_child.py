"""The process that draws a preview: a picture on stdin, a small JPEG on stdout. Knows nothing of the product.

Ends with 3 when the picture has more points than any camera makes, with another number when it cannot be drawn.
"""

import resource
import sys
from io import BytesIO

MEMORY_BYTES = 640 * 1024 * 1024
CPU_SECONDS = 8
MOST_BYTES = 50 * 1024 * 1024
FORMATS = ("JPEG", "PNG", "GIF", "WEBP")
BOMB, DRAWN_AT_MOST = 120_000_000, 26_000_000
SIDE = 960
TOO_MANY_POINTS, NOT_DRAWN = 3, 4


def main() -> int:
    """Draw, or end without a word."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = None
    with Image.open(BytesIO(sys.stdin.buffer.read(MOST_BYTES)), formats=FORMATS) as picture:
        if picture.width * picture.height > BOMB:
            return TOO_MANY_POINTS
        picture.draft("RGB", (SIDE * 2, SIDE * 2))
        if picture.width * picture.height > DRAWN_AT_MOST:
            return NOT_DRAWN
        upright = ImageOps.exif_transpose(picture)
        upright.thumbnail((SIDE, SIDE))
        flat = Image.new("RGB", upright.size, "white")
        shown = upright.convert("RGBA")
        flat.paste(shown, mask=shown.getchannel("A"))
    drawn = BytesIO()
    flat.save(drawn, "JPEG", quality=72)
    sys.stdout.buffer.write(drawn.getvalue())
    return 0


if __name__ == "__main__":
    sys.exit(main())
