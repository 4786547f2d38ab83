package basic

func find(category, message string) {}

func bad() {
	find("fixed", "it goes away") // want `it goes away`
	find("loud", "it ends so.")   // want `it ends so`
}
