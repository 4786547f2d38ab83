FROM debian:bookworm-slim AS group
# the signal goes to the whole group
ENTRYPOINT ["/usr/bin/tini", "-g", "--", "/bin/sh", "-c", "api; echo over"]
FROM debian:bookworm-slim
# and so it does here
ENTRYPOINT ["/usr/bin/dumb-init", "--", "/bin/sh", "-c", "api; echo over"]
