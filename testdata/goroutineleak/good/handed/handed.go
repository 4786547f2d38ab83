// Package handed lets another package close its channel. Seen in prometheus d15adb9a, discovery/zookeeper.
package handed

import "example.com/samples/goroutineleak/good/handed/watch"

// Watch is silent: the watcher closes the channel when it is stopped.
func Watch(stop <-chan struct{}, use func(string)) {
	events := make(chan string)
	w := watch.New(events)
	go func() {
		<-stop
		w.Stop()
	}()
	for e := range events {
		use(e)
	}
}
