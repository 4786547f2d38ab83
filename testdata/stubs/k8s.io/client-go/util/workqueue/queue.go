// Package workqueue is a stub of k8s.io/client-go/util/workqueue v0.37.2, https://pkg.go.dev/k8s.io/client-go@v0.37.2/util/workqueue.
package workqueue

type TypedInterface[T comparable] interface {
	Add(item T)
	Get() (item T, shutdown bool)
	Done(item T)
	ShutDown()
}

type TypedRateLimiter[T comparable] interface {
	Forget(item T)
}

type TypedRateLimitingInterface[T comparable] interface {
	TypedInterface[T]
	AddRateLimited(item T)
}

func NewTypedRateLimitingQueue[T comparable](rateLimiter TypedRateLimiter[T]) TypedRateLimitingInterface[T] {
	return nil
}
