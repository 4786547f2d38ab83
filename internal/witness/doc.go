// Package witness holds the rules to running programs.
//
// Each folder testdata/witness/RULE/CATEGORY holds two programs, bad and good, which differ in the mistake that the category is about, and
// a file witness.txt that says how they are run and what is to be seen. The harness builds both, starts them, waits until they answer, puts
// load on them, sends the signal, and watches what becomes of the process, of its requests, files, goroutines and children. The bad one has
// to fail as it is written, and the good one must not. Then the linter has to report the category at the lines of bad that want it, and nothing in good;
// and where it has a fix, the fixed bad program has to pass for the good one.
//
// A case of a category that does harm of another kind has a witness of its own beside, in a folder CATEGORY.CASE.
//
// A file witness.txt has lines of a word and what belongs to it:
//
//	about   what happens, one sentence for the table of evidence
//	runs    how often each program is run, 2 if not said
//	rate    in how many of these runs the bad one has to fail, all if not said
//	fix     the suggested fix makes bad pass for good
//	grace   the time after the first signal at which the process is killed, as a platform does
//	hang    the time after which a program that is to hang is taken to do so, 4s if not said
//	bad     what is seen of bad: observations, with commas between them
//	good    the same of good
//
// The other lines are steps, taken in their order:
//
//	terminal             the program has a terminal of its own; stands before the other steps
//	ready http|grpc      it answers at the port where it listens
//	ready says TEXT      it has printed the text
//	open upload PATH     a request whose body is half sent, and whose handler runs; it is completed after the last step
//	open upload2 PATH    the same over HTTP/2
//	open call PATH       a gRPC call over HTTP/2 that the server has begun to answer; it is completed after the last step
//	open stream PATH     a response that goes on
//	open watch           a gRPC stream of the health service
//	open silent          a connection on which nothing is sent
//	get PATH [N]         N requests, one after another
//	again TEXT           the program runs once more in the same directory, and has printed the text
//	ended                the program has ended
//	pass DURATION        time passes, where that is what the program does not stand
//	zombies              counts children that have ended and were not waited for
//	signal NAME [group]  a signal to the process or to its group
//	ctrl-c               the key, on the terminal
//
// Observations are: exit STATUS (a number, the name of the signal that killed it, or hang), and the numbers cut (requests without a
// complete answer), refused (answered with an error), answered, children (left after the end), zombies, goroutines (started by the program, in
// the dump after SIGQUIT), cpu (milliseconds), memory (the most, in KB), lines FILE and bytes FILE. A number may stand behind >= or <=.
package witness
