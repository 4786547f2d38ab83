FROM registry.example.com/base:7
# want+1 warning shellform/shell-form: ENTRYPOINT runs worker under a shell
ENTRYPOINT ./worker
