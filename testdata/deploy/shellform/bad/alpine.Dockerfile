FROM alpine:3.22
# want+1 error shellform/shell-form: CMD runs migrate under a shell
CMD api -migrate; migrate --done
