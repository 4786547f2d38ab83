// Package knowledge says what code outside the analysed program does to signals, servers, contexts, goroutines, children and the process.
// It is data: text files with one symbol a line, read by a strict loader. No Go code names a library.
//
// A line is a symbol in the spelling of [go/types.Func.FullName] (or package path, dot, name for a variable), words of the form key=value,
// and after # the reason with a link:
//
//	(*net/http.Server).Shutdown drain=recv ctx=arg0 kind=http # waits for open requests, https://pkg.go.dev/net/http#Server.Shutdown
//
// A value is an operand (recv, argN, resultN, each with an optional .Field; new stands for a thing nobody can name), or one of the words
// that the key allows. docs/knowledge.md lists them all.
package knowledge
