package findings

func quieted() {
	find("loud") //nolint:shutdownlint // the form of golangci-lint
	find("loud") //nolint:errcheck,shutdownlint
	find("loud") //nolint
	find("loud") //nolint:all // every linter
	find("loud") // nolint: Shutdownlint, errcheck // spaces and case do not matter there
	//nolint:shutdownlint // the whole statement
	if true {
		find("loud")
	}
}

//nolint:shutdownlint // the whole function
func quietedWhole() {
	find("loud")
}

func notQuieted() {
	find("loud") //nolint:errcheck // another linter // want `found`
	//nolint:shutdownlint
	find("loud")
	find("loud") // want `found`
		//nolint:shutdownlint // another column
	find("loud") // want `found`
	find("loud") //nolint:shutdownlint2 // want `found`
	find("loud") //nolinter // want `found`
}
