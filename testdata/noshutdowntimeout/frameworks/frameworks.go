// Package frameworks stops the servers of frameworks.
package frameworks

import (
	"context"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
	"github.com/spf13/cobra"
	"github.com/valyala/fasthttp"
	"go.opentelemetry.io/otel/sdk/trace"
)

// Echo takes a ctx.
func Echo(e *echo.Echo) error {
	return e.Shutdown(context.Background()) // want `\[noshutdowntimeout/no-deadline\]`
}

// EchoBounded is silent: it has a deadline.
func EchoBounded(e *echo.Echo) error {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	return e.Shutdown(ctx)
}

// Fiber has a form without a ctx.
func Fiber(app *fiber.App) error {
	return app.Shutdown() // want `\[noshutdowntimeout/no-deadline\]`
}

// FiberTimeout is silent: it takes the time itself.
func FiberTimeout(app *fiber.App) error {
	return app.ShutdownWithTimeout(20 * time.Second)
}

// FiberContext has a form with one.
func FiberContext(app *fiber.App) error {
	return app.ShutdownWithContext(context.Background()) // want `\[noshutdowntimeout/no-deadline\]`
}

// FiberContextBounded is silent: it has a deadline.
func FiberContextBounded(app *fiber.App) error {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	return app.ShutdownWithContext(ctx)
}

// Fast has a form without a ctx.
func Fast(srv *fasthttp.Server) error {
	return srv.Shutdown() // want `\[noshutdowntimeout/no-deadline\]`
}

// FastContext has a form with one.
func FastContext(srv *fasthttp.Server) error {
	return srv.ShutdownWithContext(context.TODO()) // want `\[noshutdowntimeout/no-deadline\]`
}

// FastContextBounded is silent: it has a deadline.
func FastContextBounded(srv *fasthttp.Server) error {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	return srv.ShutdownWithContext(ctx)
}

// Traces waits for the exporter.
func Traces(tp *trace.TracerProvider) error {
	return tp.Shutdown(context.Background()) // want `\[noshutdowntimeout/no-deadline\]`
}

// TracesBounded is silent: it has a deadline.
func TracesBounded(tp *trace.TracerProvider) error {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	return tp.Shutdown(ctx)
}

// Gin is an http.Handler of an ordinary server.
func Gin(ctx context.Context) error {
	r := gin.Default()
	r.GET("/", func(c *gin.Context) { c.String(http.StatusOK, "ok") })
	srv := &http.Server{Addr: ":8080", Handler: r}
	go srv.ListenAndServe()
	<-ctx.Done()
	return srv.Shutdown(context.Background()) // want `\[noshutdowntimeout/no-deadline\]`
}

// Command stops in a command's RunE.
func Command(srv *http.Server) *cobra.Command {
	return &cobra.Command{
		Use: "serve",
		RunE: func(cmd *cobra.Command, args []string) error {
			go srv.ListenAndServe()
			<-cmd.Context().Done()
			return srv.Shutdown(context.Background()) // want `\[noshutdowntimeout/no-deadline\]`
		},
	}
}

// CommandContext is silent: what ctx a framework hands in is not known.
func CommandContext(srv *http.Server) *cobra.Command {
	return &cobra.Command{
		Use:  "stop",
		RunE: func(cmd *cobra.Command, args []string) error { return srv.Shutdown(cmd.Context()) },
	}
}
