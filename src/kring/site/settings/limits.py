"""How much a request may carry, and where it may not go: never to a temporary file or a cache (security.md 4.19)."""

MEBIBYTE = 1024 * 1024

FILE_UPLOAD_HANDLERS = ["kring.site.uploads.BoundedMemoryUpload"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 10 * MEBIBYTE
DATA_UPLOAD_MAX_MEMORY_SIZE = 1 * MEBIBYTE
DATA_UPLOAD_MAX_NUMBER_FIELDS = 300
DATA_UPLOAD_MAX_NUMBER_FILES = 10

CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
EMAIL_SUBJECT_PREFIX = ""
