FROM debian:bookworm-slim
SHELL ["/bin/bash", "-c"]
CMD api -listen :8080
