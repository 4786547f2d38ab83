FROM debian:bookworm-slim
# want+1 error shellform/shell-form: under a shell, which ends at the SIGTERM that the init passes on
ENTRYPOINT ["/usr/bin/tini", "-v", "--", "/bin/sh", "-c", "api; echo over"]
