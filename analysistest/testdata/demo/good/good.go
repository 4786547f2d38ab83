package good

func find(category, message string) {}

func good() {
	find("loud", "it is not good") // want `it is not good`
}
