package witness

import (
	"fmt"
	"io"
	"os"
	"syscall"
	"unsafe"
)

// terminal is a pseudo-terminal.
type terminal struct {
	keys    *os.File // the side of the keyboard and the screen
	program *os.File // the side of the program
}

func openTerminal() (*terminal, error) {
	keys, err := os.OpenFile("/dev/ptmx", os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		return nil, err
	}
	var number, unlock int32
	err = control(keys, syscall.TIOCSPTLCK, &unlock)
	if err == nil {
		err = control(keys, syscall.TIOCGPTN, &number)
	}
	if err != nil {
		keys.Close()
		return nil, err
	}
	program, err := os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		keys.Close()
		return nil, err
	}
	go io.Copy(io.Discard, keys) // until it is closed
	return &terminal{keys, program}, nil
}

func control(f *os.File, request uintptr, value *int32) error {
	_, _, errno := syscall.Syscall(syscall.SYS_IOCTL, f.Fd(), request, uintptr(unsafe.Pointer(value)))
	if errno != 0 {
		return errno
	}
	return nil
}

// interrupt presses Ctrl-C.
func (t *terminal) interrupt() error {
	_, err := t.keys.Write([]byte{3})
	return err
}

func (t *terminal) close() {
	t.program.Close()
	t.keys.Close()
}
