package broken

func find(category, message string) {}

func bad() {
	find("broken", "it breaks") // want `it breaks`
}
