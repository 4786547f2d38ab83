FROM debian:bookworm-slim
ENTRYPOINT exec api \
    -listen :8080
