package findings

func inTest() { find("loud") }
