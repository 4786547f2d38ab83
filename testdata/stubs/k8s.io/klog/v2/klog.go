// Package klog is a stub of k8s.io/klog/v2 v2.140.0, https://pkg.go.dev/k8s.io/klog/v2@v2.140.0.
package klog

import "time"

func Flush() {}

func FlushAndExit(flushTimeout time.Duration, exitCode int) {}

func Info(args ...interface{}) {}

func Infof(format string, args ...interface{}) {}

func InfoS(msg string, keysAndValues ...interface{}) {}

func Error(args ...interface{}) {}

func Errorf(format string, args ...interface{}) {}

func ErrorS(err error, msg string, keysAndValues ...interface{}) {}

func Fatal(args ...interface{}) {}

func FatalDepth(depth int, args ...interface{}) {}

func Fatalln(args ...interface{}) {}

func Fatalf(format string, args ...interface{}) {}

func Exit(args ...interface{}) {}

func ExitDepth(depth int, args ...interface{}) {}

func Exitln(args ...interface{}) {}

func Exitf(format string, args ...interface{}) {}
