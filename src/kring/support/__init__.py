"""The register of individual support; its folders are the steps of the journey."""
