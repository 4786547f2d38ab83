// Package noshutdown finds servers that nothing shuts down when the program is told to stop.
//
// # Analyzer noshutdown
//
// noshutdown: check that every server is shut down when the program is told to stop
//
// A process that ends while a server has open requests cuts them: clients see a reset connection. Only Shutdown stops taking requests and waits
// for the open ones.
//
// Wrong:
//
//	go srv.ListenAndServe()
//	<-stop
//
// Right:
//
//	go srv.ListenAndServe()
//	<-stop
//	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
//	defer cancel()
//	srv.Shutdown(ctx)
//
// # Category no-path: error
//
// The program takes SIGTERM or SIGINT and serves, and no way from the signal to the exit shuts that server down: it returns or calls os.Exit,
// closes the server or only its listener, or the stop stands behind a Serve that nothing else makes return. It is a warning where a method named
// Stop or Shutdown gets a ctx, as if it would wait, or the function that serves waits for the end of a ctx, and closes the server at once.
//
// # Category no-handler: warning
//
// The program serves and takes neither SIGTERM nor SIGINT, so it ends at once on every stop, with its requests open.
//
// # Category unstoppable: warning
//
// The call makes the server that it serves, or a library keeps it to itself, so nobody has a handle to shut it down. It is information in an
// example or demonstration. In a library it is reported for what listens on an address, not for one connection or a listener that its caller has.
//
// # Category accept-loop: error
//
// A loop of Accept on a raw listener takes every error alike. When the stop closes the listener the loop spins, 33 million times in 2 s, and
// whoever waits for it waits for ever; or it ends the process before the drain.
//
// # Category grpc-servehttp: error
//
// A gRPC server answers requests of an http.Server and is told to stop before that server is drained. Its transport there cannot drain:
// GracefulStop cuts the open calls at once in gRPC 1.85, and panics with one open up to 1.81.
//
// # Category h2c-handler: error
//
// The handler of h2c.NewHandler takes connections away from the server, and Shutdown returns at once while their streams are open: 30 of 30
// were cut. Set the server's Protocols instead.
//
// # Category endless-handler: warning
//
// A handler loops until its client leaves. Shutdown does not end the ctx of requests, so it waits until its own limit, and cuts the stream
// then. A ctx from BaseContext that a function of RegisterOnShutdown ends tells such handlers.
//
// # Category hijacked: info
//
// A handler takes over its connection, as WebSocket libraries do. Shutdown neither closes nor awaits such a connection.
//
// # Not reported
//
// A side server: one on its own goroutine that is bound to the machine itself, or that serves only profiles, metrics and health. A server
// that code not in view can stop, because it is handed out.
//
// # Limits
//
// A server whose stop is an interface's method without an implementation in view counts as stopped.
//
// # How to fix
//
// Keep the server in a variable, take SIGTERM and SIGINT, call Shutdown with a time limit, and wait for it before the program ends.
//
// # References
//
// https://pkg.go.dev/net/http#Server.Shutdown, https://pkg.go.dev/os/signal#NotifyContext
package noshutdown
