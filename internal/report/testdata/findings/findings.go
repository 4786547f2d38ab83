package findings

func find(category string, args ...any) {}

func reported() {
	find("loud")  // want `^found \[demo/loud\]$`
	find("quiet") // information, which is off
}

func ignored() {
	//shutdownlint:ignore demo the rule is wrong here
	find("loud")
	find("loud") //shutdownlint:ignore demo/loud the category is wrong here
	//shutdownlint:ignore other,demo/loud two rules are wrong here
	find("loud")
	//lint:ignore demo the form of staticcheck
	find("loud")
}

func notIgnored() {
	// want+2 `found`
	//shutdownlint:ignore demo
	find("loud")
	// want+2 `found`
	//shutdownlint:ignore demo/quiet another category
	find("loud")
	// want+2 `found`
	//shutdownlint:ignore other another rule
	find("loud")
	// want+2 `found`
	// shutdownlint:ignore demo a space makes it prose
	find("loud")
	// want+2 `found`
	//lint:ignore demo
	find("loud")
	//shutdownlint:ignore demo only the next line is meant

	find("loud") // want `found`
}
