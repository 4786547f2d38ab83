FROM debian:bookworm-slim
# the shell makes room for the program, to which the init passes signals on
ENTRYPOINT ["/usr/bin/tini", "-v", "--", "/bin/sh", "-c", "echo start; exec api"]
