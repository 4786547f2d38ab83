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
	//shutdownlint:ignore demo/loud,demo/loud two names
	find("loud")
	//shutdownlint:ignore demo/loud, demo/loud two names with a space
	find("loud")
	find("quiet") //shutdownlint:ignore demo/quiet it would be reported with information on
	//lint:ignore demo the form of staticcheck
	find("loud")
	//lint:ignore SA1000,ST1003 not our business
	find("quiet")
}

func notIgnored() {
	// want+2 `gives no reason to ignore demo, so it has no effect \[demo/bare-ignore\]`
	// want+2 `found`
	//shutdownlint:ignore demo
	find("loud")
	// want+2 `ignores demo/quiet, which reports nothing here \[demo/unused-ignore\]`
	// want+2 `found`
	//shutdownlint:ignore demo/quiet another category
	find("loud")
	// want+2 `ignores dmeo, which is no rule: demo may be meant \[demo/unknown-ignore\]`
	// want+2 `found`
	//shutdownlint:ignore dmeo another rule
	find("loud")
	// want+2 `ignores demo/lound, but demo has no such category \[demo/unknown-ignore\]`
	// want+2 `found`
	//shutdownlint:ignore demo/lound another category
	find("loud")
	// want+2 `the comment has a space behind its slashes, so it has no effect \[demo/bare-ignore\]`
	// want+2 `found`
	// shutdownlint:ignore demo it does not begin like a directive
	find("loud")
	// want+2 `found`
	// shutdownlint:ignore and the like are told of in the documentation
	find("loud")
	// want+2 `says shutdownlint:disable, which has no effect: shutdownlint:ignore may be meant \[demo/bare-ignore\]`
	// want+2 `found`
	//shutdownlint:disable demo another word
	find("loud")
	// want+2 `ignores loud, which is no rule: demo/loud may be meant \[demo/unknown-ignore\]`
	// want+2 `found`
	//shutdownlint:ignore loud a category alone
	find("loud")
	// want+2 `gives no reason`
	// want+2 `found`
	//lint:ignore demo
	find("loud")
	// want+1 `ignores demo, which reports nothing here`
	//shutdownlint:ignore demo only the next line is meant

	find("loud") // want `found`
	// want+1 `the comment names no rule`
	//shutdownlint:ignore
	find("quiet")
	// want+1 `ignores demo/quiet, which reports nothing`
	//shutdownlint:ignore demo/loud,demo/quiet one of two
	find("loud")
}
