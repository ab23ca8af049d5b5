/** Gives each anchor once: the second of the same name becomes art-13-r2, so that a link always finds one place. */
export function anchorNames(): (wanted: string) => string {
	const given = new Map<string, number>()
	return (wanted) => {
		let count = (given.get(wanted) ?? 0) + 1
		let name = count === 1 ? wanted : `${wanted}-r${count}`
		while (given.has(name) && count > 1) {
			count += 1
			name = `${wanted}-r${count}`
		}
		given.set(wanted, count)
		if (name !== wanted) given.set(name, 1)
		return name
	}
}
