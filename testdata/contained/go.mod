module example.com/contained

go 1.26
