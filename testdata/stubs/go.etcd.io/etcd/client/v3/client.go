// Package clientv3 is a stub of go.etcd.io/etcd/client/v3 v3.7.3, https://pkg.go.dev/go.etcd.io/etcd/client/v3@v3.7.3.
package clientv3

type Client struct {
	_ int
}
