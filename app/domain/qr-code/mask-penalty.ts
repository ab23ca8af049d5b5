/** A drawn field, as it is weighed. */
export type Penalised = readonly (readonly boolean[])[]

/**
 * How hard a field is to read (ISO/IEC 18004:2015 7.8.3): long runs, blocks of one colour, what looks like a corner, and
 * how far it is from half dark. The mask with the least is taken.
 */
export function penaltyOf(field: Penalised): number {
	const columns = field.map((_, at) => field.map((row) => row[at] ?? false))
	const lines = [...field, ...columns]
	const runs = lines.reduce((sum, line) => sum + runsIn(line), 0)
	const corners = lines.reduce((sum, line) => sum + cornersIn(line), 0)
	return runs + corners + blocksIn(field) + balanceOf(field)
}

function runsIn(line: readonly boolean[]): number {
	let [sum, run] = [0, 0]
	line.forEach((dark, at) => {
		run = at > 0 && dark === line[at - 1] ? run + 1 : 1
		if (run === 5) sum += 3
		else if (run > 5) sum += 1
	})
	return sum
}

/** Dark, light, three dark, light, dark, with four light on one side. */
function cornersIn(line: readonly boolean[]): number {
	const text = line.map((dark) => (dark ? '1' : '0')).join('')
	return [...text.matchAll(/(?=10111010000|00001011101)/g)].length * 40
}

function blocksIn(field: Penalised): number {
	let sum = 0
	for (let y = 1; y < field.length; y += 1)
		for (let x = 1; x < field.length; x += 1) {
			const dark = field[y]?.[x]
			const isOne = [field[y - 1]?.[x - 1], field[y - 1]?.[x], field[y]?.[x - 1]].every(
				(each) => each === dark,
			)
			if (isOne) sum += 3
		}
	return sum
}

function balanceOf(field: Penalised): number {
	const all = field.length * field.length
	const dark = field.flat().filter(Boolean).length
	return Math.floor(Math.abs(dark * 20 - all * 10) / all) * 10
}
