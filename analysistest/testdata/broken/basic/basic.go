package basic

func bad() { undeclared() }
