FROM debian:bookworm-slim
CMD bash
