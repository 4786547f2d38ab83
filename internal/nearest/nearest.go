// Package nearest guesses what somebody meant who has written a name that does not exist.
package nearest

// Name returns the name that was probably meant, or "" if none is near.
func Name(wrong string, names []string) string {
	best, least := "", max(1, min(3, len(wrong)/3))+1
	for _, name := range names {
		if d := distance(wrong, name); d < least && d < len(wrong) {
			best, least = name, d
		}
	}
	return best
}

// distance counts the characters to insert, delete, replace or swap to get from one word to the other.
func distance(a, b string) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range b {
		rows[0][j+1] = j + 1
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			d := min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, rows[i-2][j-2]+1)
			}
			rows[i][j] = d
		}
	}
	return rows[len(a)][len(b)]
}
