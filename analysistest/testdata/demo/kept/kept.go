package kept

func find(category, message string) {}

func bad() {
	find("kept", "it stays") // want `it stays`
}
