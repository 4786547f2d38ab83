FROM debian:bookworm-slim
# shutdownlint:ignore shellform the program ends with its input
CMD api
